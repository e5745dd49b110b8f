using System.Text.Json;

namespace ChatLiaison.Teams;

/// <summary>
/// What travels in a form's submit data, under a name that no field can have, since Teams has no hidden state of its own. Nothing in it
/// is trusted: it only says what the person already sees, and the desk checks everything anew.
/// </summary>
/// <param name="Card">The id of the message, in the same conversation, whose button opened the form.</param>
/// <param name="Zone">The IANA zone that its moments were drawn in.</param>
/// <param name="Kept">Under which key the form is kept in memory, when it was too large to travel.</param>
internal sealed record TeamsEnvelope(
    string Action, string State, string Token, string? Card, string Zone, IReadOnlyList<string> Many, IReadOnlyList<string> Moments, string? Kept)
{
    public const string Name = "$form";

    /// <summary>The form itself, as JSON; null when it was too large to travel.</summary>
    public string? Form { get; init; }

    public static TeamsEnvelope? Read(JsonElement data)
    {
        var root = data.Child(Name);
        return root.Text("a") is not { } action ? null : new(
            action,
            root.Text("s") ?? "",
            root.Text("t") ?? "",
            root.Text("c"),
            root.Text("z") ?? "",
            Strings(root, "m"),
            Strings(root, "d"),
            root.Text("k"))
        {
            Form = root.Child("f") is { ValueKind: JsonValueKind.Object } form ? form.GetRawText() : null,
        };
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject(Name);
        json.WriteString("a", Action);
        Put(json, "s", State);
        Put(json, "t", Token);
        Put(json, "c", Card);
        Put(json, "z", Zone);
        Put(json, "m", Many);
        Put(json, "d", Moments);
        Put(json, "k", Kept);
        if (Form is not null)
        {
            json.WritePropertyName("f");
            json.WriteRawValue(Form, skipInputValidation: true);
        }

        json.WriteEndObject();
    }

    private static List<string> Strings(JsonElement root, string name) =>
        [.. root.Items(name).Select(item => item.ValueKind == JsonValueKind.String ? item.GetString() ?? "" : "")];

    private static void Put(Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            json.WriteString(name, text);
        }
    }

    private static void Put(Utf8JsonWriter json, string name, IReadOnlyList<string> list)
    {
        if (list.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in list)
        {
            json.WriteStringValue(item);
        }

        json.WriteEndArray();
    }
}
