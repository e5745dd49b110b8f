using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using NodaTime;

namespace ChatLiaison.OnCall;

/// <summary>Asks somebody whether they take a turn; once answered it says how it ended.</summary>
internal sealed class SwapCard(SwapStore swaps, People.Directory directory) : ILiveCard
{
    public const string CardName = "swap";

    public string Name => CardName;

    /// <param name="subject">The request's id.</param>
    public async Task<Card?> DrawAsync(string subject, Instant now, CancellationToken cancellationToken) =>
        Guid.TryParse(subject, out var id) && await swaps.FindAsync(id, cancellationToken) is { } swap ? Draw(swap, directory.Current, now) : null;

    public static LiveLetter Letter(SwapRequest swap) => new(CardName, swap.Id.ToString(), swap.Anchor);

    public static StaffCard Draw(SwapRequest swap, DirectorySnapshot known, Instant now)
    {
        var asker = known.PersonById(swap.AskerId)?.Name ?? "Somebody";
        var plan = known.OnCall.ById(swap.RotationId);
        var card = StaffCard.Titled(StaffText.Of($"{asker} asks: can you take their turn on call?")).Facts(
            ("On call for", plan?.Rotation.For ?? "a rotation that was given up"),
            ("Their turn", StaffText.Of($"{swap.From} until {swap.Until}")),
            ("In return", swap.Back is { } back ? StaffText.Of($"{asker} takes yours, {back.Start} until {back.End}") : "nothing; it is a favour"));
        if (swap.State != SwapState.Asked)
        {
            return card.Say(swap.State switch
            {
                SwapState.Accepted => "You took it. It is in the rotation.",
                SwapState.Undone => "The swap was taken back: each has their own turn again.",
                SwapState.Withdrawn => StaffText.Of($"{asker} took the question back: the turn stays theirs."),
                _ => StaffText.Of($"You said no. {asker} knows."),
            });
        }

        return OnCallRules.Refusal(swap, plan, now) is { } over
            ? card.Say(over)
            : card.With(
                Button.Act("swap.accept", "Accept", swap.Id.ToString(), ButtonStyle.Primary), Button.Act("swap.decline", "Decline", swap.Id.ToString()));
    }
}
