using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using NodaTime;

namespace ChatLiaison.Meetings;

/// <summary>Shortly before a meeting: its pack and the way into the call. Nothing when it was called off or is over by then.</summary>
internal sealed class MeetingSoonCard(MeetingStore meetings, CaseStore cases) : ILiveCard
{
    public const string CardName = "meeting-soon";

    public string Name => CardName;

    /// <param name="subject">The meeting's id.</param>
    public async Task<Card?> DrawAsync(string subject, Instant now, CancellationToken cancellationToken) =>
        await meetings.FindAsync(Guid.Parse(subject), cancellationToken) is { State: MeetingState.Scheduled } m
            && await cases.FindAsync(m.CaseId, cancellationToken) is { } c && !c.Status.IsEnded()
                ? MeetingCards.Soon(c, m)
                : null;
}
