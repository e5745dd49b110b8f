using NodaTime;
using NodaTime.Text;

namespace ChatLiaison.Chat;

/// <summary>What was filled in: for each field's id its values as strings. A moment is an ISO instant; a file is its address.</summary>
public sealed class FormValues(IReadOnlyDictionary<string, IReadOnlyList<string>> values)
{
    public static readonly FormValues None = new(new Dictionary<string, IReadOnlyList<string>>());

    public IReadOnlyDictionary<string, IReadOnlyList<string>> All { get; } = values;

    public IReadOnlyList<string> Many(string id) => All.TryGetValue(id, out var list) ? list : [];

    /// <summary>The one value, trimmed; empty when nothing was filled in.</summary>
    public string One(string id) => Many(id) is [var first, ..] ? first.Trim() : "";

    public bool Has(string id) => One(id).Length > 0;

    /// <summary>The instant of a moment field; null when nothing was filled in.</summary>
    public Instant? Moment(string id) => InstantPattern.ExtendedIso.Parse(One(id)) is { Success: true } parsed ? parsed.Value : null;
}
