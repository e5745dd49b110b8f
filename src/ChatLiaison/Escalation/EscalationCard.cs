using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using NodaTime;

namespace ChatLiaison.Escalation;

/// <summary>The escalation report (S79), as the new owner gets it: enough to begin without asking anything twice.</summary>
internal static class EscalationCard
{
    public static StaffCard Draw(CaseView view, Promise response, Ask ask, IReadOnlyList<TimelineLine> timeline, Instant now)
    {
        var c = view.Case;
        var card = StaffCard.Titled(StaffText.Of($"{c.Reference} needs you: {c.Title}"))
            .Say(response.DueAt is { } due
                ? StaffText.Of($"The case has come up to {view.LevelName}. Please answer by {due}.")
                : StaffText.Of($"The case has come up to {view.LevelName}."));
        card = view.Parts.Any(p => p.Briefed == ask.PersonId)
            ? card.Say("All that is known stands in the brief that came with it.").Facts(WhyFacts(c, ask, timeline))
            : card.Facts([.. CaseFacts(view, timeline, now), .. WhyFacts(c, ask, timeline)]);
        card = card
            .With(
                Button.Act("onit.now", "I'm on it", c.Id.ToString(), ButtonStyle.Primary),
                AsksCard.Decline(c),
                Button.Open("update.open", "Update customer", c.Id.ToString()),
                Button.Open("climb.open", "Escalate", c.Id.ToString()).Further());
        return WithScript(card, view, response.Level);
    }

    private static IEnumerable<(string Label, StaffText Value)> CaseFacts(CaseView view, IReadOnlyList<TimelineLine> timeline, Instant now)
    {
        var c = view.Case;
        return
        [
            ("Customer", $"{view.CustomerName} ({c.ContactName})"),
            ("Issue", c.Details.Issue),
            ("Time spent", TimeSpent.Of(timeline, now) is var spent && spent > Duration.Zero ? TimeSpent.InWords(spent) : "nobody has started"),
            ("Tried so far", Tried(timeline)),
            ("Status", c.Status.ForStaff()),
            ("Business impact", c.Details.BusinessImpact.Length > 0 ? c.Details.BusinessImpact : $"{c.Details.Impact} impact"),
        ];
    }

    private static IEnumerable<(string Label, StaffText Value)> WhyFacts(SupportCase c, Ask ask, IReadOnlyList<TimelineLine> timeline) =>
    [
        ("Urgency", Urgency(c.Priority)),
        ("Why now", timeline.LastOrDefault(t => t.Kind is CaseEventKind.Climbed or CaseEventKind.Declined)?.Text ?? ""),
        ("Why you", AsksCard.Why(ask)),
        ("With you", With(c, ask)),
    ];

    private static StaffCard WithScript(StaffCard card, CaseView view, int level)
    {
        if (LevelScript.For(view, level) is not { } script)
        {
            return card;
        }

        return card.Line()
            .Say("The customer has not been told yet. You can send exactly this:")
            .Quoting(script)
            .With(TellCommand.Opener(view.Case, level));
    }

    private static StaffText Tried(IReadOnlyList<TimelineLine> timeline)
    {
        var notes = timeline.Where(t => t.Kind is CaseEventKind.Noted or CaseEventKind.CustomerTold or CaseEventKind.Found or CaseEventKind.Tried or CaseEventKind.CauseFound)
            .TakeLast(5).Select(t => StaffText.Of($"{t.Actor}{Did(t.Kind)}: {t.Text}")).ToList();
        return notes.Count == 0 ? "nothing on record" : StaffText.Lines(notes);
    }

    private static string Did(CaseEventKind kind) => kind switch
    {
        CaseEventKind.Found or CaseEventKind.CauseFound => " found",
        CaseEventKind.Tried => " tried",
        CaseEventKind.CustomerTold => " told the customer",
        _ => "",
    };

    /// <summary>The other of the two who hold it while engineering is on it, and what is theirs (S96).</summary>
    private static StaffText With(SupportCase c, Ask ask) => (c.Owner, c.EngineeringOwner) switch
    {
        ({ } owner, { } engineer) when engineer.Id == ask.PersonId && owner.Id != ask.PersonId => StaffText.Of($"{owner.Name} {SharedWork.OfSupport}"),
        ({ } owner, { } engineer) when owner.Id == ask.PersonId && engineer.Id != ask.PersonId => StaffText.Of($"{engineer.Name} of engineering {SharedWork.OfEngineering}"),
        _ => StaffText.Empty,
    };

    /// <summary>Priority is the only driver; urgency is how the report names it (K6).</summary>
    internal static StaffText Urgency(Priority priority) => priority switch
    {
        Priority.P1 or Priority.P2 => "High",
        Priority.P3 => "Medium",
        _ => "Low",
    };
}
