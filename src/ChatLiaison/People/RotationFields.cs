using ChatLiaison.Customers;
using ChatLiaison.Playbook;
using NodaTime.Text;

namespace ChatLiaison.People;

/// <summary>A rotation and an override as named texts, and back. People stand in them by their address.</summary>
internal static class RotationFields
{
    private const string Between = " | ";

    public static FieldMap Of(OnCallRotation rotation, Func<Guid, string> email) => Of(
        rotation.Role is { } role ? Roles.Name(role) : "",
        rotation.Team,
        rotation.Shifts.Select(s => ShiftText.Format(s, email)),
        rotation.Active);

    public static FieldMap Of(string role, string team, IEnumerable<string> shifts, bool active) => new FieldMap()
        .With("role", role)
        .With("team", team)
        .With("shifts", string.Join(Between, shifts))
        .With("active", active ? "yes" : "no");

    public static OnCallRotation Read(Guid id, string name, FieldMap fields, Func<string, Guid> person) => new(
        id,
        name,
        fields.TryGetValue("role", out var role) ? Roles.ByName[role] : null,
        fields.Text("team"),
        [.. fields.Text("shifts").Split(Between).Select(text => ShiftText.Read(text, person))])
    {
        Active = fields.Text("active") != "no",
    };

    public static FieldMap Of(OnCallOverride entry, string rotation, Func<Guid, string> email) => new FieldMap()
        .With("rotation", rotation)
        .With("person", email(entry.PersonId))
        .With("instead_of", entry.InsteadOf is { } absent ? email(absent) : null)
        .With("from", InstantPattern.General.Format(entry.From))
        .With("until", InstantPattern.General.Format(entry.Until))
        .With("reason", entry.Reason);

    public static OnCallOverride ReadOverride(Guid id, Guid rotationId, FieldMap fields, Func<string, Guid> person) => new(
        id,
        rotationId,
        person(fields.Text("person")),
        fields.TryGetValue("instead_of", out var absent) ? person(absent) : null,
        InstantPattern.General.Parse(fields.Text("from")).Value,
        InstantPattern.General.Parse(fields.Text("until")).Value,
        fields.Text("reason"));

    /// <summary>What an override is known by: everything but its reason.</summary>
    public static string OverrideKey(FieldMap fields) => string.Join(' ', fields.Where(f => f.Key != "reason").Select(f => f.Value));
}
