using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using NodaTime;

namespace ChatLiaison.Away;

/// <summary>Asks somebody to cover, with what they would get; afterwards it says what became of it.</summary>
internal sealed class CoverCard(AbsenceStore absences, CoverStore covers, People.Directory directory) : ILiveCard
{
    public const string CardName = "cover";

    private const int Shown = 12;

    public string Name => CardName;

    public static LiveLetter Letter(Guid absence) => new(CardName, absence.ToString(), $"away:{absence:N}:cover");

    /// <param name="subject">The absence's id.</param>
    public async Task<Card?> DrawAsync(string subject, Instant now, CancellationToken cancellationToken) =>
        Guid.TryParse(subject, out var id) && await absences.FindAsync(id, cancellationToken) is { } absence ? await DrawAsync(absence, cancellationToken) : null;

    public async Task<StaffCard> DrawAsync(Absence absence, CancellationToken cancellationToken)
    {
        var who = directory.Current.PersonById(absence.PersonId)?.Name ?? "Somebody who has left";
        if (absence.EndedAt is not null)
        {
            return StaffCard.Plain(StaffText.Of($"{who:b} is not away any more. There is nothing left to cover."));
        }

        var because = absence.Reason.Length > 0 ? $" ({absence.Reason})" : "";
        var when = StaffText.Of($"Away from {absence.From} until {absence.Until}{because}.");
        return absence.Consent switch
        {
            Consent.Asked => await AskAsync(absence, who, when, cancellationToken),
            Consent.Given => StaffCard.Titled(StaffText.Of($"You cover for {who}")).Say(when).Say("New cases of their customers come to you, and what falls due on theirs."),
            Consent.Declined => StaffCard.Plain(StaffText.Of($"You do not cover for {who}, who is told. What falls due goes to whoever is next.")),
            Consent.Unanswered => StaffCard.Plain(StaffText.Of($"The time to answer whether you cover for {who} is over. What falls due goes to whoever is next.")),
            _ => StaffCard.Titled(StaffText.Of($"{who} names you as cover")).Say(when)
                .Say("Nothing of theirs falls due meanwhile. New cases of their customers come to you.")
                .With(Button.Act("cover.decline", "I can't", absence.Id.ToString())),
        };
    }

    private async Task<StaffCard> AskAsync(Absence absence, string who, StaffText when, CancellationToken cancellationToken)
    {
        var touched = await covers.TouchedAsync(absence.PersonId, absence.Until, cancellationToken);
        var hidden = touched.Count(c => c.Restricted);
        var open = touched.Where(c => !c.Restricted).ToList();
        var card = StaffCard.Titled(StaffText.Of($"{who} asks you to cover")).Say(when)
            .Say(StaffText.Of($"You would get {AwayCards.Count(open.Count)} on which something falls due, and new cases of their customers:"))
            .List(open.Take(Shown).Select(AwayCards.Line));
        card = open.Count > Shown ? card.Small(StaffText.Of($"And {open.Count - Shown} more.")) : card;
        card = hidden > 0 ? card.Small(StaffText.Of($"Restricted cases ({hidden}) go to those who see every restricted case instead.")) : card;
        return card
            .With(Button.Act("cover.accept", "Accept", absence.Id.ToString(), ButtonStyle.Primary), Button.Act("cover.decline", "Decline", absence.Id.ToString()))
            .Small(StaffText.Of($"Without an answer by {absence.AnswerBy ?? absence.From} it goes to whoever is next."));
    }
}
