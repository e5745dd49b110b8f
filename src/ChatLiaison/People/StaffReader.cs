namespace ChatLiaison.People;

/// <summary>Reads all that is known of our own side.</summary>
internal sealed class StaffReader(PersonStore people, StaffChannelStore rooms, RotationStore rotations)
{
    /// <param name="live">The platforms that are on; null when none is asked to send anything.</param>
    public async Task<StaffIndex> ReadAsync(IReadOnlySet<string>? live, CancellationToken cancellationToken)
    {
        var everyone = await people.ListAsync(cancellationToken);
        var turns = await rotations.ListAsync(cancellationToken);
        var overrides = await rotations.OverridesAsync(cancellationToken);
        return new StaffIndex(everyone, await rooms.ListAsync(cancellationToken), live)
        {
            Rotations = turns,
            Absences = new AbsenceIndex(await people.Absences.OpenAsync(cancellationToken)),
            OnCall = new OnCallIndex(turns, overrides.Where(o => !o.Withdrawn).Select(o => o.Override), everyone),
        };
    }
}
