using System.Collections.Frozen;
using ChatLiaison.Commands;
using ChatLiaison.Time;
using NodaTime;

namespace ChatLiaison.People;

/// <summary>Somebody who is on call now, and by which rotation.</summary>
internal sealed record OnCallDuty(OnCallRotation Rotation, Person Person);

/// <summary>A rotation with its people and what is laid over it, ready to be asked.</summary>
/// <param name="Overrides">Those in force, in the order in which they were added.</param>
internal sealed record OnCallPlan(OnCallRotation Rotation, Rotation<Person> Turns, IReadOnlyList<OnCallOverride> Overrides)
{
    /// <summary>Who is on call; null for nobody, also where it is the turn of somebody who has left.</summary>
    public Person? At(Instant at) => Turns.At(at) is { Active: true } person ? person : null;
}

/// <summary>Who is on call, in memory: a question costs microseconds. Immutable.</summary>
internal sealed class OnCallIndex
{
    public static readonly OnCallIndex Empty = new([], [], []);

    private readonly FrozenDictionary<Role, OnCallPlan[]> byRole;
    private readonly FrozenDictionary<string, OnCallPlan[]> byTeam;

    public OnCallIndex(IEnumerable<OnCallRotation> rotations, IEnumerable<OnCallOverride> overrides, IEnumerable<Person> people)
    {
        var known = people.ToDictionary(p => p.Id);
        var laid = overrides.ToLookup(o => o.RotationId);
        All = [.. rotations.Where(r => r.Active).OrderBy(r => r.Name, StringComparer.Ordinal).Select(r => Plan(r, [.. laid[r.Id]], known))];
        byRole = All.Where(p => p.Rotation.Role is not null).GroupBy(p => p.Rotation.Role!.Value).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        byTeam = All.Where(p => p.Rotation.Role is null).GroupBy(p => p.Rotation.Team, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Every rotation in force, by name.</summary>
    public IReadOnlyList<OnCallPlan> All { get; }

    public IReadOnlyList<OnCallPlan> For(Role role) => byRole.GetValueOrDefault(role, []);

    /// <summary>Upper or lower case makes no difference.</summary>
    public IReadOnlyList<OnCallPlan> For(string team) => byTeam.GetValueOrDefault(team, []);

    public OnCallPlan? Named(string name) => All.FirstOrDefault(p => p.Rotation.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public OnCallPlan? ById(Guid id) => All.FirstOrDefault(p => p.Rotation.Id == id);

    /// <summary>
    /// Who is on call for a role at an instant, each once, in the order of the rotations' names: the one to ask first comes first. Empty when
    /// no rotation is for it or nobody is on. Whether they can be reached or are away is not asked here.
    /// </summary>
    public IReadOnlyList<OnCallDuty> At(Role role, Instant at) => On(For(role), at);

    /// <summary>As <see cref="At(Role, Instant)"/>, for a team.</summary>
    public IReadOnlyList<OnCallDuty> At(string team, Instant at) => On(For(team), at);

    /// <summary>What somebody is on call for at an instant.</summary>
    public IReadOnlyList<OnCallRotation> Of(Guid personId, Instant at) => [.. All.Where(p => p.At(at)?.Id == personId).Select(p => p.Rotation)];

    private static IReadOnlyList<OnCallDuty> On(IReadOnlyList<OnCallPlan> plans, Instant at) =>
        [.. plans.Select(p => p.At(at) is { } person ? new OnCallDuty(p.Rotation, person) : null).OfType<OnCallDuty>().DistinctBy(d => d.Person.Id)];

    private static OnCallPlan Plan(OnCallRotation rotation, IReadOnlyList<OnCallOverride> overrides, Dictionary<Guid, Person> people) => new(
        rotation,
        new Rotation<Person>(
            rotation.Shifts.Select(s => new Shift<Person>(s.Zone, s.Turn, [.. s.People.Select(id => people[id])], s.Starts, s.Days)),
            overrides.Select(o => new RotationOverride<Person>(o.During, people[o.PersonId], o.InsteadOf is { } absent ? people[absent] : null))),
        overrides);
}
