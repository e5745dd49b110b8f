using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using ChatLiaison.Promises;
using NodaTime;

namespace ChatLiaison.CaseCards;

/// <summary>The brief in the triage channel: how the case stands, what is due when, all that was taken down, and the buttons.</summary>
internal sealed class TriageCard(CaseViews views) : ILiveCard
{
    public const string CardName = "triage";

    public string Name => CardName;

    public async Task<Card?> DrawAsync(string subject, Instant now, CancellationToken cancellationToken) =>
        await views.ReadAsync(subject, cancellationToken) is not { } view ? null : view.Case.Restricted ? DrawWithoutContent(view) : Draw(view);

    public bool IsDiscreet => true;

    /// <summary>What a room may know of a restricted case: that there is one, how pressing it is, and where those look who may.</summary>
    internal static StaffCard DrawWithoutContent(CaseView view) => StaffCard.Titled(StaffText.Of($"A restricted case · {view.Case.Priority.ToString()}"))
        .Say(StaffText.Of($"{view.Case.Status.ForStaff():b}{(view.Case.Owner is null && view.Case.Status.IsOpen() ? " · nobody holds it yet" : "")}"))
        .Small("Only those who hold it, and the roles that the playbook names, may see it.")
        .With(view.Case.Status.IsEnded() ? [] : [Button.Act("case.show", "Show it", view.Case.Id.ToString(), ButtonStyle.Primary)]);

    public static StaffCard Draw(CaseView view)
    {
        var c = view.Case;
        return StaffCard.Titled(StaffText.Of($"{c.Reference} · {c.Priority.ToString()} · {c.Title}"))
            .Say(Standing(view))
            .Facts(Due(view))
            .Line()
            .Quoting(c.Details.Issue)
            .Facts(CaseFacts.Of(view))
            .With([.. Buttons(c), .. view.Parts.SelectMany(p => p.Buttons)]) with
        { Whole = Button.Open("case.brief", "Show all", c.Id.ToString()) };
    }

    public static StaffText Standing(CaseView view)
    {
        var c = view.Case;
        var with = c switch
        {
            { Owner: { } owner, EngineeringOwner: { } engineer } => StaffText.Of($"with {owner.Name:b}, engineering: {engineer.Name:b}"),
            { Owner: { } owner } => StaffText.Of($"with {owner.Name:b}"),
            { AcknowledgedAt: null } => StaffText.Of($"nobody has acknowledged it yet"),
            _ => StaffText.Of($"nobody holds it"),
        };
        var level = c.Level > 0 ? StaffText.Of($" · {view.LevelName}") : StaffText.Empty;
        var news = c.NewForOwner > 0 ? StaffText.Of($" · {c.NewForOwner} new from the customer") : StaffText.Empty;
        return StaffText.Of($"{c.Status.ForStaff():b}{(c.Expedited ? " · Expedited" : "")} · {with}{level}{news}");
    }

    private static IEnumerable<(string, StaffText)> Due(CaseView view) => view.Owed.Select(p => (PromiseWords.Name(p.Kind), p switch
    {
        { State: PromiseState.Paused } => StaffText.Of($"paused"),
        { State: PromiseState.Broken, DueAt: { } due } => StaffText.Of($"late since {due}{What(p)}"),
        { DueAt: { } due } => StaffText.Of($"by {due}{What(p)}"),
        _ => StaffText.Empty,
    }));

    /// <summary>What was promised in words says more than its kind.</summary>
    private static string What(Promise p) => p.Kind.IsInWords() || p.Kind == PromiseKind.Inform ? $": {p.Reason}" : "";

    private static IReadOnlyList<Button> Buttons(SupportCase c)
    {
        var id = c.Id.ToString();
        var update = Button.Open("update.open", "Update customer", id, c.AcknowledgedAt is null ? ButtonStyle.Normal : ButtonStyle.Primary);
        return c.Status switch
        {
            CaseStatus.Resolved or CaseStatus.Closed or CaseStatus.Cancelled => [],
            CaseStatus.Verifying => [Button.Open("resolve.open", "Resolve", id, ButtonStyle.Primary), update with { Style = ButtonStyle.Normal }, Button.Open("climb.open", "Escalate", id)],
            CaseStatus.WaitingOnCustomer or CaseStatus.WaitingOnThirdParty =>
            [
                Button.Act("resume.now", "Go on", id, ButtonStyle.Primary), update, Button.Open("resolve.open", "Resolve", id),
            ],
            _ =>
            [
                .. Starting(c, id), update, Button.Open("climb.open", "Escalate", id), Button.Open("resolve.open", "Resolve", id), Button.Open("wait.open", "Wait", id),
                .. c.Owner is null ? [] : new[] { Button.Act("take.now", "Take", id).Further() },
            ],
        };
    }

    private static IEnumerable<Button> Starting(SupportCase c, string id)
    {
        if (c.AcknowledgedAt is null)
        {
            yield return Button.Act("acknowledge.now", "Acknowledge", id, ButtonStyle.Primary);
        }

        foreach (var answer in PathRules.IsAsked(c) ? PathPart.Answers(c) : [])
        {
            yield return answer;
        }

        if (c.Owner is null)
        {
            yield return Button.Act("take.now", "Take", id);
        }

        if (c.Status == CaseStatus.New && c.Details.TriagedAt is null)
        {
            yield return Button.Open("triage.open", "Triage", id);
        }
    }
}
