using System.Text.Json;
using ChatLiaison.Chat;
using NodaTime;
using NodaTime.Text;

namespace ChatLiaison.Teams;

/// <summary>What came back from a dialog.</summary>
/// <param name="Raw">Each input as the client sent it, to be shown again.</param>
/// <param name="Incomplete">Moments with only one of date and time.</param>
internal sealed record TeamsFilled(TeamsEnvelope Envelope, FormValues Values, IReadOnlyDictionary<string, string> Raw, IReadOnlyList<FieldError> Incomplete);

/// <summary>Reads a dialog's submit data: a flat object of strings beside our envelope, lists joined by commas.</summary>
internal static class TeamsFormReader
{
    /// <summary>Null when the data is none of our forms.</summary>
    /// <param name="zone">The zone to read moments in when the form doesn't say which one it was drawn in.</param>
    public static TeamsFilled? Read(JsonElement data, string? zone)
    {
        if (TeamsEnvelope.Read(data) is not { } envelope)
        {
            return null;
        }

        var raw = Raw(data);
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var incomplete = new List<FieldError>();
        foreach (var (id, text) in raw)
        {
            if (envelope.Many.Contains(id))
            {
                values[id] = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            }
            else if (!IsPartOfMoment(envelope, id))
            {
                values[id] = text.Length == 0 ? [] : [text];
            }
        }

        var inZone = TeamsZone.Of(envelope.Zone.Length > 0 ? envelope.Zone : zone ?? "");
        foreach (var id in envelope.Moments)
        {
            ReadMoment(id, raw, inZone, values, incomplete);
        }

        return new(envelope, new FormValues(values), raw, incomplete);
    }

    private static Dictionary<string, string> Raw(JsonElement data)
    {
        var raw = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in data.EnumerateObject())
        {
            if (!property.NameEquals(TeamsEnvelope.Name) && !property.NameEquals("msteams"))
            {
                raw[property.Name] = property.Value.ValueKind switch
                {
                    JsonValueKind.String => property.Value.GetString() ?? "",
                    JsonValueKind.Null or JsonValueKind.Object or JsonValueKind.Array => "",
                    _ => property.Value.GetRawText(),
                };
            }
        }

        return raw;
    }

    private static bool IsPartOfMoment(TeamsEnvelope envelope, string id) =>
        envelope.Moments.Contains(id)
        || (id.EndsWith(TeamsInputs.TimeSuffix, StringComparison.Ordinal) && envelope.Moments.Contains(id[..^TeamsInputs.TimeSuffix.Length]));

    private static void ReadMoment(
        string id, Dictionary<string, string> raw, DateTimeZone zone, Dictionary<string, IReadOnlyList<string>> values, List<FieldError> incomplete)
    {
        var day = LocalDatePattern.Iso.Parse(raw.GetValueOrDefault(id) ?? "");
        var time = TeamsZone.Time.Parse(raw.GetValueOrDefault(id + TeamsInputs.TimeSuffix) ?? "");
        if (day.Success && time.Success)
        {
            values[id] = [InstantPattern.ExtendedIso.Format(zone.AtLeniently(day.Value + time.Value).ToInstant())];
        }
        else if (day.Success || time.Success)
        {
            incomplete.Add(new(id, "Please fill in both the date and the time."));
        }
        else
        {
            values[id] = [];
        }
    }
}
