using ChatLiaison.Customers;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.People;

/// <summary>Rotations and their overrides. Each write moves the directory's mark, so that every server reads again.</summary>
internal sealed class RotationStore(Database database)
{
    public async Task<List<OnCallRotation>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await EntriesAsync(cancellationToken)).Select(e => e.Rotation)];

    /// <summary>Each rotation as the last import wrote it; null for one that no import knows.</summary>
    public Task<List<(OnCallRotation Rotation, FieldMap? Imported)>> EntriesAsync(CancellationToken cancellationToken) => database
        .Ask("select id, name, role, team, shifts, active, imported::text from rotations order by name")
        .ListAsync(
            row => (
                new OnCallRotation(
                    row.Id(0),
                    row.Text(1),
                    row.TextOrNull(2) is { } role ? Roles.ByName[role] : null,
                    row.Text(3),
                    [.. row.Texts(4).Select(text => ShiftText.Read(text, Guid.Parse))])
                {
                    Active = row.Flag(5),
                },
                FieldMap.FromJson(row.TextOrNull(6))),
            cancellationToken);

    /// <summary>Every override in the order in which they were added, and whether it was withdrawn.</summary>
    public Task<List<(OnCallOverride Override, bool Withdrawn)>> OverridesAsync(CancellationToken cancellationToken) => database
        .Ask(
            """
            select id, rotation_id, person_id, instead_of, starts_at, ends_at, reason, withdrawn_at is not null
            from rotation_overrides order by seq
            """)
        .ListAsync(
            row => (new OnCallOverride(row.Id(0), row.Id(1), row.Id(2), row.IdOrNull(3), row.At(4), row.At(5), row.Text(6)), row.Flag(7)),
            cancellationToken);

    /// <summary>Adds a rotation, or makes the one with this id say this.</summary>
    /// <param name="imported">The entry as an import wrote it; null leaves what is noted.</param>
    public static void Write(UnitOfWork work, OnCallRotation rotation, FieldMap? imported)
    {
        ChangeMarks.Move(work, ChangeMarks.Directory);
        work.Write(
            """
            insert into rotations (id, name, role, team, shifts, active, imported) values ($1, $2, $3, $4, $5, $6, $7::jsonb)
            on conflict (id) do update set
                name = excluded.name, role = excluded.role, team = excluded.team, shifts = excluded.shifts, active = excluded.active,
                imported = coalesce(excluded.imported, rotations.imported)
            """,
            rotation.Id,
            rotation.Name,
            rotation.Role is { } role ? Roles.Name(role) : null,
            rotation.Team,
            rotation.Shifts.Select(s => ShiftText.Format(s, id => id.ToString())).ToArray(),
            rotation.Active,
            imported?.ToJson());
    }

    /// <summary>Lays an override over all that are there, or puts one back that was withdrawn.</summary>
    public static void Add(UnitOfWork work, OnCallOverride entry)
    {
        ChangeMarks.Move(work, ChangeMarks.Directory);
        work.Write(
            """
            insert into rotation_overrides (id, rotation_id, person_id, instead_of, starts_at, ends_at, reason) values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (id) do update set withdrawn_at = null, reason = excluded.reason
            """,
            entry.Id,
            entry.RotationId,
            entry.PersonId,
            entry.InsteadOf,
            entry.From,
            entry.Until,
            entry.Reason);
    }

    public static void Withdraw(UnitOfWork work, Guid overrideId)
    {
        ChangeMarks.Move(work, ChangeMarks.Directory);
        work.Write("update rotation_overrides set withdrawn_at = $2 where id = $1 and withdrawn_at is null", overrideId, work.Now);
    }

    /// <summary>Forgets what ended long ago; what it was stays in the log of changes.</summary>
    public Task<int> ForgetBeforeAsync(Instant oldest, CancellationToken cancellationToken) =>
        database.Ask("delete from rotation_overrides where ends_at < $1", oldest).RunAsync(cancellationToken);
}
