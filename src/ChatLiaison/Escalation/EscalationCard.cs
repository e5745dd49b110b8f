using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using ChatLiaison.Time;
using ChatLiaison.Updates;
using NodaTime;

namespace ChatLiaison.Escalation;

/// <summary>The escalation report (S79), as the new owner gets it: enough to begin without asking anything twice.</summary>
internal sealed class EscalationCard(CaseViews views, CaseStore cases) : ILiveCard
{
    public const string CardName = "escalation";

    public string Name => CardName;

    /// <param name="subject">The case's id and the level, as <c>id/level</c>.</param>
    public async Task<Card?> DrawAsync(string subject, Instant now, CancellationToken cancellationToken)
    {
        var parts = subject.Split('/');
        if (await views.ReadAsync(parts[0], cancellationToken) is not { } view || !view.Case.Status.IsOpen())
        {
            return null;
        }

        // Answered meanwhile, or moved on: there is nothing left to ask of this person.
        var response = view.Owed.FirstOrDefault(p => p.Kind == PromiseKind.LevelResponse && p.Level.ToString() == parts[1]);
        return response is null ? null : Draw(view, response, await cases.TimelineAsync(view.Case.Id, 500, cancellationToken), now);
    }

    public static StaffCard Draw(CaseView view, Promise response, IReadOnlyList<TimelineLine> timeline, Instant now)
    {
        var c = view.Case;
        var card = StaffCard.Titled(StaffText.Of($"{c.Reference} needs you: {c.Title}"))
            .Say(response.DueAt is { } due
                ? StaffText.Of($"The case has come up to {view.LevelName}. Please answer by {due}.")
                : StaffText.Of($"The case has come up to {view.LevelName}."))
            .Facts(
                ("Customer", $"{view.CustomerName} ({c.ContactName})"),
                ("Issue", c.Details.Issue),
                ("Time spent", TimeSpent.Of(timeline, now) is var spent && spent > Duration.Zero ? DurationText.Humanise(spent) : "nobody has started"),
                ("Tried so far", Tried(timeline)),
                ("Status", c.Status.ForStaff()),
                ("Urgency", Urgency(c.Priority)),
                ("Business impact", c.Details.BusinessImpact.Length > 0 ? c.Details.BusinessImpact : $"{c.Details.Impact} impact"),
                ("Why now", timeline.LastOrDefault(t => t.Kind == CaseEventKind.Climbed)?.Text ?? ""))
            .With(
                Button.Act("onit.now", "I'm on it", c.Id.ToString(), ButtonStyle.Primary),
                Button.Open("update.open", "Update customer", c.Id.ToString()),
                Button.Open("climb.open", "Escalate", c.Id.ToString()));
        return WithScript(card, view, response.Level);
    }

    private static StaffCard WithScript(StaffCard card, CaseView view, int level)
    {
        if (LevelScript.For(view, level) is not { } script)
        {
            return card;
        }

        return card.Line()
            .Say("The customer has not been told yet. You can send exactly this:")
            .Quoting(script)
            .With(Button.Act("tell.script", "Send this", $"{view.Case.Id}/{level}"));
    }

    private static StaffText Tried(IReadOnlyList<TimelineLine> timeline)
    {
        var notes = timeline.Where(t => t.Kind is CaseEventKind.Noted or CaseEventKind.CustomerTold).TakeLast(5).Select(t => StaffText.Of($"{t.Actor}: {t.Text}")).ToList();
        return notes.Count == 0 ? "nothing on record" : StaffText.Lines(notes);
    }

    /// <summary>Priority is the only driver; urgency is how the report names it (K6).</summary>
    internal static StaffText Urgency(Priority priority) => priority switch
    {
        Priority.P1 or Priority.P2 => "High",
        Priority.P3 => "Medium",
        _ => "Low",
    };
}
