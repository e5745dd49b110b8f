using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using NodaTime;

namespace ChatLiaison.Quality;

/// <summary>The question as it goes out: not to somebody who has gone away meanwhile, nor about a case that came back.</summary>
internal sealed class PulseCard(PulseStore pulses, CaseStore cases, People.Directory directory) : ILiveCard
{
    public const string CardName = "pulse";

    public string Name => CardName;

    public async Task<Card?> DrawAsync(string subject, Instant now, CancellationToken cancellationToken) =>
        Guid.TryParse(subject, out var id) && await pulses.FindAsync(id, cancellationToken) is { Answer: null } pulse
            && !directory.Current.Absences.IsAway(pulse.PersonId, now)
            && !await pulses.IsUnaskedAsync(pulse.PersonId, cancellationToken)
            && await cases.FindAsync(pulse.CaseId, cancellationToken) is { Status: CaseStatus.Resolved or CaseStatus.Closed } c
                ? PulseRules.Card(pulse, c) : null;
}
