using ChatLiaison.Customers;

namespace ChatLiaison.People;

/// <summary>Lays the entries of a file over those that are there, and keeps account of what changes and what chat's word keeps.</summary>
internal sealed class ImportMerge(bool replace)
{
    private readonly List<string> kept = [];
    private readonly List<(string Subject, string Change)> changes = [];

    public bool Replace => replace;

    public IReadOnlyList<string> Kept => kept;

    public IReadOnlyList<(string Subject, string Change)> Changes => changes;

    public void Note(string subject, string change) => changes.Add((subject, change));

    public void NoteKept(string subject, string what) => kept.Add($"{subject}: {what}");

    /// <summary>The entry afterwards; null when there is nothing to write, not even a note of what the file said.</summary>
    public FieldMap? Lay(string subject, FieldMap? before, FieldMap file, FieldMap? imported)
    {
        if (before is null)
        {
            Note(subject, "added");
            return file;
        }

        var merged = ThreeWay.Merge(before, file, imported, replace);
        changes.AddRange(merged.Changes.Select(change => (subject, change)));
        kept.AddRange(merged.Kept.Select(line => $"{subject}: {line}"));
        return merged.IsChange || imported is null || !imported.Same(file) ? merged.Result : null;
    }
}
