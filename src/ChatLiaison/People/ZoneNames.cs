using NodaTime;

namespace ChatLiaison.People;

/// <summary>Time zones by what people type: <c>Europe/London</c>, <c>london</c>, <c>New York</c>.</summary>
internal static class ZoneNames
{
    /// <summary>The zone, else a sentence that says what to write.</summary>
    public static (DateTimeZone? Zone, string Wrong) Find(string text)
    {
        var typed = text.Trim().Replace(' ', '_');
        var ids = DateTimeZoneProviders.Tzdb.Ids;
        if (ids.FirstOrDefault(id => Same(id, typed)) is { } exact)
        {
            return (DateTimeZoneProviders.Tzdb[exact], "");
        }

        // Old names of one zone are many; those of a continent and a city are what people mean.
        return ids.Where(id => id.Contains('/', StringComparison.Ordinal) && Same(id[(id.LastIndexOf('/') + 1)..], typed)).ToList() switch
        {
            [var only] => (DateTimeZoneProviders.Tzdb[only], ""),
            [] => (null, $"'{text}' is not a time zone. Write a city or an IANA name, such as Europe/London."),
            var several => (null, $"'{text}' may be {Playbook.Words.Either(several)}. Write one of them."),
        };
    }

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
