using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Teams;

/// <summary>The Teams app's manifest (schema 1.24), made from the commands.</summary>
public static class TeamsManifest
{
    private const int MostSuggestions = 12;
    private const int MostExtensions = 10;

    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="specs">Every command; the suggestions hold the first twelve, commands of their own before verbs.</param>
    /// <param name="appId">The bot's Entra application id, a GUID.</param>
    /// <param name="publicUrl">The server's public https address.</param>
    /// <param name="version">The version of the app package, three numbers.</param>
    /// <exception cref="ArgumentException">The commands have more shortcuts than Teams takes.</exception>
    public static string Render(IReadOnlyList<CommandSpec> specs, string appId, Uri publicUrl, string version = "1.0.0")
    {
        var bytes = new ArrayBufferWriter<byte>(8192);
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            About(json, appId, publicUrl, version);
            Bot(json, specs, appId);
            Extensions(json, specs, appId);
            Rights(json, appId, publicUrl);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan) + "\n";
    }

    private static void About(Utf8JsonWriter json, string appId, Uri publicUrl, string version)
    {
        var site = publicUrl.GetLeftPart(UriPartial.Authority);
        json.WriteString("$schema", "https://developer.microsoft.com/json-schemas/teams/v1.24/MicrosoftTeams.schema.json");
        json.WriteString("manifestVersion", "1.24");
        json.WriteString("version", version);
        json.WriteString("id", appId);
        json.WriteStartObject("developer");
        json.WriteString("name", "ChatLiaison");
        json.WriteString("websiteUrl", site);
        json.WriteString("privacyUrl", site + "/privacy");
        json.WriteString("termsOfUseUrl", site + "/terms");
        json.WriteEndObject();
        json.WriteStartObject("name");
        json.WriteString("short", "ChatLiaison");
        json.WriteString("full", "ChatLiaison");
        json.WriteEndObject();
        json.WriteStartObject("description");
        json.WriteString("short", "Runs your support team's playbook where your customers already are.");
        json.WriteString(
            "full",
            "ChatLiaison takes a customer's issue where it is written, keeps every promise with its owner and time, nudges before one breaks, "
            + "escalates when nobody answers, and keeps the record.");
        json.WriteEndObject();
        json.WriteStartObject("icons");
        json.WriteString("color", "color.png");
        json.WriteString("outline", "outline.png");
        json.WriteEndObject();
        json.WriteString("accentColor", "#0F5C6E");
        json.WriteString("defaultInstallScope", "personal");
    }

    private static void Bot(Utf8JsonWriter json, IReadOnlyList<CommandSpec> specs, string appId)
    {
        json.WriteStartArray("bots");
        json.WriteStartObject();
        json.WriteString("botId", appId);
        Strings(json, "scopes", "personal", "team", "groupChat");
        json.WriteBoolean("supportsFiles", true);
        json.WriteBoolean("isNotificationOnly", false);
        json.WriteStartArray("commandLists");
        json.WriteStartObject();
        Strings(json, "scopes", "personal", "team", "groupChat");
        json.WriteStartArray("commands");
        foreach (var spec in specs.OrderBy(spec => spec.IsVerb).Take(MostSuggestions))
        {
            json.WriteStartObject();
            json.WriteString("title", spec.Name);
            json.WriteString("description", TeamsCut.Words(spec.Summary, 128));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Extensions(Utf8JsonWriter json, IReadOnlyList<CommandSpec> specs, string appId)
    {
        var shortcuts = specs.Count(spec => spec.Shortcut is not null) + specs.Count(spec => spec.MessageShortcut is not null);
        if (shortcuts == 0)
        {
            return;
        }

        if (shortcuts > MostExtensions)
        {
            throw new ArgumentException($"Teams takes at most {MostExtensions} shortcuts; the commands have {shortcuts}. Take some away.", nameof(specs));
        }

        json.WriteStartArray("composeExtensions");
        json.WriteStartObject();
        json.WriteString("botId", appId);
        json.WriteStartArray("commands");
        foreach (var spec in specs)
        {
            Extension(json, spec.Name, spec.Shortcut, spec.Summary, "compose", "commandBox");
            Extension(json, spec.Name + TeamsExtensionInvokes.OnMessage, spec.MessageShortcut, spec.Summary, "message");
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Extension(Utf8JsonWriter json, string id, string? title, string summary, params ReadOnlySpan<string> contexts)
    {
        if (title is null)
        {
            return;
        }

        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("type", "action");
        json.WriteString("title", title);
        json.WriteString("description", TeamsCut.Words(summary, 128));
        Strings(json, "context", contexts);
        json.WriteBoolean("fetchTask", true);
        json.WriteEndObject();
    }

    private static void Rights(Utf8JsonWriter json, string appId, Uri publicUrl)
    {
        Strings(json, "permissions", "identity", "messageTeamMembers");
        Strings(json, "validDomains", publicUrl.Authority);
        json.WriteStartObject("webApplicationInfo");
        json.WriteString("id", appId);
        json.WriteString("resource", $"api://{publicUrl.Authority}/{appId}");
        json.WriteEndObject();
        json.WriteStartObject("authorization");
        json.WriteStartObject("permissions");
        json.WriteStartArray("resourceSpecific");
        json.WriteStartObject();
        json.WriteString("name", "ChannelMessage.Read.Group");
        json.WriteString("type", "Application");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Strings(Utf8JsonWriter json, string name, params ReadOnlySpan<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
