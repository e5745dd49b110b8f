using ChatLiaison.Cases;
using ChatLiaison.Chat;

namespace ChatLiaison.Handover;

/// <summary>How a hand-off went, in two taps of each side (S229, S233, S235).</summary>
internal static class RatingCard
{
    public static StaffCard First(SupportCase c, Handoff handoff, HandoffSide side) => StaffCard
        .Titled(StaffText.Of($"{c.Reference}: how did the hand-off go?"))
        .Say(side == HandoffSide.Receiver
            ? StaffText.Of($"{handoff.SentBy} handed it to you. Did the brief say what you needed?")
            : StaffText.Of($"{handoff.AnsweredBy} of engineering had it. Did you get what you needed from them?"))
        .With(Buttons("handoffs.complete", handoff.Id, side, "All of it", "Some of it", "Little of it"));

    public static StaffCard Second(string reference, Guid handoffId, HandoffSide side) => StaffCard
        .Titled(StaffText.Of($"{reference}: how did the hand-off go?"))
        .Say(side == HandoffSide.Receiver ? "And how did working with support go?" : "And how did working with engineering go?")
        .With(Buttons("handoffs.together", handoffId, side, "Well", "So-so", "Badly"));

    public static StaffCard Thanks(string reference) => StaffCard.Plain(StaffText.Of($"Thank you. It is noted for {reference}."));

    /// <summary>What a button carried: the hand-off, the side and 3, 2 or 1; null when it is none of ours.</summary>
    public static (Guid Handoff, HandoffSide Side, int Rating)? Read(string value) =>
        value.Split('/') is [var id, var side, var rating] && Guid.TryParse(id, out var handoff)
            && Enum.TryParse<HandoffSide>(side, out var known) && rating is "1" or "2" or "3"
            ? (handoff, known, rating[0] - '0')
            : null;

    private static Button[] Buttons(string action, Guid id, HandoffSide side, string good, string fair, string poor) =>
    [
        Button.Act(action, good, $"{id}/{side}/3"), Button.Act(action, fair, $"{id}/{side}/2"), Button.Act(action, poor, $"{id}/{side}/1"),
    ];
}
