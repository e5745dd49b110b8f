using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using NodaTime;

namespace ChatLiaison.Escalation;

/// <summary>
/// A case was given to somebody. Drawn when it is sent, which quiet hours put off until the morning: what went on to somebody else meanwhile
/// is not theirs to take any more, and nothing is sent.
/// </summary>
internal sealed class YoursCard(CaseStore cases) : ILiveCard
{
    public const string CardName = "yours";

    public string Name => CardName;

    public static string SubjectOf(SupportCase c, Party owner) => $"{c.Id}/{owner.Id}";

    public async Task<Card?> DrawAsync(string subject, Instant now, CancellationToken cancellationToken)
    {
        if (subject.Split('/') is not [var caseId, var person]
            || await cases.FindAsync(Guid.Parse(caseId), cancellationToken) is not { } c || c.Status.IsEnded() || c.Owner?.Id != Guid.Parse(person))
        {
            return null;
        }

        var given = await cases.TimelineAsync(c.Id, [CaseEventKind.Assigned], 1, cancellationToken);
        return StaffCard.Titled(StaffText.Of($"{c.Reference} is yours: {c.Title}"))
            .Say(StaffText.Of($"{(given is [var line] ? line.Actor : "Somebody")} gave it to you. {c.Priority.ToString()}, {c.Status.ForStaff()}."))
            .With(Button.Act("take.now", "Take", c.Id.ToString(), ButtonStyle.Primary), AsksCard.Decline(c), Button.Act("case.show", "Show the case", c.Id.ToString()));
    }
}
