using System.Text.Json;

namespace ChatLiaison.Customers;

/// <summary>
/// An entry of the directory as named texts, each in its one canonical spelling: what files, the database and exports are compared by.
/// </summary>
internal sealed class FieldMap : SortedDictionary<string, string>
{
    public FieldMap()
        : base(StringComparer.Ordinal)
    {
    }

    /// <summary>Sets a field; an empty text is the same as none.</summary>
    public FieldMap With(string field, string? value)
    {
        Remove(field);
        if (!string.IsNullOrEmpty(value))
        {
            Add(field, value);
        }

        return this;
    }

    public string Text(string field) => TryGetValue(field, out var value) ? value : "";

    /// <summary>The fields that begin with a prefix, without it.</summary>
    public Dictionary<string, string> Under(string prefix) => this
        .Where(f => f.Key.StartsWith(prefix, StringComparison.Ordinal))
        .ToDictionary(f => f.Key[prefix.Length..], f => f.Value, StringComparer.Ordinal);

    public FieldMap WithAll(string prefix, IEnumerable<KeyValuePair<string, string>> fields)
    {
        foreach (var (name, value) in fields)
        {
            With(prefix + name, value);
        }

        return this;
    }

    public bool Same(FieldMap other) => this.SequenceEqual(other);

    public string ToJson() => JsonSerializer.Serialize(this);

    public static FieldMap? FromJson(string? json) => json is null ? null : JsonSerializer.Deserialize<FieldMap>(json);
}
