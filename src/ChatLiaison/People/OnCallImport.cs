namespace ChatLiaison.People;

/// <summary>
/// Decides what an import does to rotations and overrides. Pure. An override is known by its rotation, people and times; one that chat withdrew
/// stays withdrawn, unless all is to be replaced.
/// </summary>
internal sealed class OnCallImport
{
    private readonly ImportMerge merge;
    private readonly Dictionary<string, Guid> ids;
    private readonly Dictionary<Guid, string> emails;

    /// <param name="people">Those that the import writes: new ones may be on call as well.</param>
    public OnCallImport(KnownDirectory known, DirectoryContent content, IEnumerable<Planned<Person>> people, ImportMerge merge)
    {
        this.merge = merge;
        emails = known.People.Select(p => p.Person).Concat(people.Select(p => p.Result)).DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.Email);
        ids = emails.ToDictionary(e => e.Value, e => e.Key, StringComparer.Ordinal);
        Rotations = [.. content.Rotations.Select(r => Rotation(r, known)).OfType<Planned<OnCallRotation>>(), .. GivenUp(known, content)];
        var named = Rotations.Select(r => r.Result).Concat(known.Rotations.Select(r => r.Rotation)).DistinctBy(r => r.Id).ToList();
        Overrides(known, content, named);
    }

    public List<Planned<OnCallRotation>> Rotations { get; }

    public List<OnCallOverride> Added { get; } = [];

    public List<OnCallOverride> Withdrawn { get; } = [];

    public bool HasWrites => Rotations.Count + Added.Count + Withdrawn.Count > 0;

    private Planned<OnCallRotation>? Rotation(RotationEntry file, KnownDirectory known)
    {
        var (before, imported) = known.Rotations.FirstOrDefault(r => r.Rotation.Name == file.Name);
        var fields = merge.Lay($"rotation {file.Name}", before is null ? null : RotationFields.Of(before, Email), file.Fields, imported);
        return fields is null ? null : new(RotationFields.Read(before?.Id ?? Guid.NewGuid(), file.Name, fields, email => ids[email]), file.Fields);
    }

    private IEnumerable<Planned<OnCallRotation>> GivenUp(KnownDirectory known, DirectoryContent content)
    {
        foreach (var (rotation, _) in known.Rotations.Where(r => merge.Replace && r.Rotation.Active && content.Rotations.All(c => c.Name != r.Rotation.Name)))
        {
            merge.Note($"rotation {rotation.Name}", "given up");
            var gone = rotation with { Active = false };
            yield return new(gone, RotationFields.Of(gone, Email));
        }
    }

    private void Overrides(KnownDirectory known, DirectoryContent content, List<OnCallRotation> rotations)
    {
        var names = rotations.ToDictionary(r => r.Id, r => r.Name);
        var there = known.Overrides.ToLookup(o => RotationFields.OverrideKey(RotationFields.Of(o.Override, names[o.Override.RotationId], Email)), StringComparer.Ordinal);
        var wanted = content.Overrides.Select(RotationFields.OverrideKey).ToHashSet(StringComparer.Ordinal);
        foreach (var group in there.Where(g => merge.Replace && !wanted.Contains(g.Key)))
        {
            foreach (var (gone, _) in group.Where(o => !o.Withdrawn))
            {
                merge.Note($"rotation {names[gone.RotationId]}", $"override withdrawn: {group.Key}");
                Withdrawn.Add(gone);
            }
        }

        foreach (var file in content.Overrides.DistinctBy(RotationFields.OverrideKey))
        {
            var key = RotationFields.OverrideKey(file);
            var subject = $"rotation {file.Text("rotation")}";
            var same = there[key].ToList();
            if (same.Exists(o => !o.Withdrawn))
            {
                continue;
            }

            if (same.Count > 0 && !merge.Replace)
            {
                merge.NoteKept(subject, $"the override {key} was withdrawn, where the file has it");
                continue;
            }

            merge.Note(subject, $"override added: {key}");
            var id = same.Count > 0 ? same[0].Override.Id : Guid.NewGuid();
            Added.Add(RotationFields.ReadOverride(id, rotations.First(r => r.Name == file.Text("rotation")).Id, file, email => ids[email]));
        }
    }

    private string Email(Guid person) => emails[person];
}
