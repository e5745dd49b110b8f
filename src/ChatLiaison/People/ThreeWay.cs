using ChatLiaison.Customers;

namespace ChatLiaison.People;

/// <summary>What an entry becomes when a file is imported again.</summary>
/// <param name="Result">The entry afterwards.</param>
/// <param name="Changes">Each field that changes: <c>name: Dana → Dana Park</c>.</param>
/// <param name="Kept">Each field that chat has changed since the last import and the file would undo.</param>
internal sealed record Merged(FieldMap Result, IReadOnlyList<string> Changes, IReadOnlyList<string> Kept)
{
    public bool IsChange => Changes.Count > 0;
}

/// <summary>
/// Lays a file over an entry, field by field. A field that still says what the last import wrote follows the file; one that chat has changed
/// stays, unless all is to be replaced.
/// </summary>
internal static class ThreeWay
{
    /// <param name="imported">The entry as the last import wrote it; null when none did.</param>
    public static Merged Merge(FieldMap current, FieldMap file, FieldMap? imported, bool replace)
    {
        var result = new FieldMap();
        var changes = new List<string>();
        var kept = new List<string>();
        foreach (var field in current.Keys.Union(file.Keys).Union(imported?.Keys ?? Enumerable.Empty<string>()).Order(StringComparer.Ordinal))
        {
            var (now, wanted, before) = (current.Text(field), file.Text(field), imported?.Text(field) ?? "");
            var follows = replace || now == before;
            result.With(field, follows ? wanted : now);
            if (now != wanted)
            {
                (follows ? changes : kept).Add(follows ? $"{field}: {Shown(now)} → {Shown(wanted)}" : $"{field}: {Shown(now)}, where the file says {Shown(wanted)}");
            }
        }

        return new Merged(result, changes, kept);
    }

    private static string Shown(string value) => value.Length == 0 ? "nothing" : value;
}
