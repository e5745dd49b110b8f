using ChatLiaison.Customers;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.People;

/// <param name="Replace">The file wins over what chat has changed, and people, rooms and contacts that it no longer names are retired.</param>
/// <param name="DryRun">Only say what would change.</param>
internal sealed record ImportMode(bool Replace = false, bool DryRun = false);

/// <summary>What an import did, or would do. With problems, it did nothing.</summary>
/// <param name="Changes">One line each: <c>person dana@example.com: name: Dana → Dana Park</c>.</param>
/// <param name="Kept">What chat has changed and the file would undo.</param>
/// <param name="Problems">Each with its cure, and with file and line where it has one.</param>
internal sealed record ImportOutcome(IReadOnlyList<string> Changes, IReadOnlyList<string> Kept, IReadOnlyList<string> Problems);

/// <summary>
/// Brings the directory to what a file says. Running it again changes nothing. What chat has changed since the last import is kept. All of
/// it is one transaction, with a line in the log of changes for each.
/// </summary>
internal sealed class DirectoryImport(
    Database database, PersonStore people, StaffChannelStore rooms, RotationStore rotations, CustomerStore customers)
{
    /// <param name="name">The file's name, for problems.</param>
    public async Task<ImportOutcome> RunAsync(
        string name, string text, DirectoryContext context, ImportMode mode, Instant now, CancellationToken cancellationToken)
    {
        await using var work = database.Begin(now);
        ChangeMarks.Move(work, ChangeMarks.Directory);
        await work.FlushAsync(cancellationToken);
        var known = await KnownAsync(cancellationToken);

        var problems = new List<string>();
        var zones = known.Rotations.ToDictionary(r => r.Rotation.Name, r => r.Rotation.Zone, StringComparer.Ordinal);
        var emails = known.People.Select(p => p.Person.Email).ToList();
        if (DirectoryFile.Read(name, text, context with { Emails = emails, Rotations = zones }, problems) is not { } content)
        {
            return new ImportOutcome([], [], problems);
        }

        var plan = new ImportPlan(known, content, mode.Replace);
        if (plan.Problems.Count > 0 || mode.DryRun || !plan.HasWrites)
        {
            return plan.Outcome;
        }

        await ImportWriter.WriteAsync(work, plan, cancellationToken);
        var held = await HeldAsync(work, [.. plan.People.Where(p => !p.Result.Active).Select(p => p.Result.Id)], cancellationToken);
        await work.CommitAsync(cancellationToken);
        return plan.Outcome with { Changes = [.. plan.Outcome.Changes, .. held] };
    }

    /// <summary>What those who leave still hold, a line each.</summary>
    private static Task<List<string>> HeldAsync(UnitOfWork work, Guid[] leavers, CancellationToken cancellationToken) => work.ReadAsync(
        """
        select p.email, count(*)::int from people p join cases c on p.id in (c.owner_id, c.engineering_owner_id)
        where p.id = any($1) and c.closed_at is null group by p.email order by p.email
        """,
        [leavers], row => $"person {row.Text(0)}: holds {row.Int(1)} open {(row.Int(1) == 1 ? "case" : "cases")}; give them to others with /liaison assign", cancellationToken);

    private async Task<KnownDirectory> KnownAsync(CancellationToken cancellationToken)
    {
        var imported = (await people.ImportedAsync(cancellationToken)).ToDictionary(p => p.Id, p => p.Imported);
        var importedCustomers = (await customers.ImportedAsync(cancellationToken)).ToDictionary(c => c.Id, c => c.Imported);
        var importedContacts = (await customers.ImportedContactsAsync(cancellationToken)).ToDictionary(c => c.Id, c => c.Imported);
        return new KnownDirectory(
            [.. (await people.ListAsync(cancellationToken)).Select(p => (p, imported.GetValueOrDefault(p.Id)))],
            await rooms.EntriesAsync(cancellationToken),
            [.. (await customers.ListAsync(cancellationToken)).Select(c => (c, importedCustomers.GetValueOrDefault(c.Id)))],
            importedContacts)
        {
            Rotations = await rotations.EntriesAsync(cancellationToken),
            Overrides = await rotations.OverridesAsync(cancellationToken),
        };
    }
}

/// <summary>The directory as an import finds it, each entry with what the last import wrote.</summary>
internal sealed record KnownDirectory(
    IReadOnlyList<(Person Person, FieldMap? Imported)> People,
    IReadOnlyList<(ChannelUse Use, StaffChannel Channel, string? Imported)> Rooms,
    IReadOnlyList<(Customer Customer, FieldMap? Imported)> Customers,
    IReadOnlyDictionary<Guid, FieldMap?> Contacts)
{
    public IReadOnlyList<(OnCallRotation Rotation, FieldMap? Imported)> Rotations { get; init; } = [];

    public IReadOnlyList<(OnCallOverride Override, bool Withdrawn)> Overrides { get; init; } = [];
}
