using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>The app manifest that a workspace's administrator pastes into Slack. (Slack: app manifest schema, version 2.)</summary>
public static class SlackManifest
{
    private const int MostShortcuts = 10;

    internal static readonly string[] Scopes =
    [
        "app_mentions:read", "channels:history", "channels:read", "chat:write", "commands", "files:read", "groups:history", "groups:read",
        "im:history", "im:read", "im:write", "metadata.message:read", "mpim:history", "mpim:read", "users:read", "users:read.email",
    ];

    private static readonly string[] Events =
    [
        "app_home_opened", "app_mention", "app_uninstalled", "channel_archive", "channel_deleted", "channel_id_changed", "channel_left", "channel_rename",
        "group_archive", "group_deleted", "group_left", "group_rename", "member_joined_channel", "member_left_channel",
        "message.channels", "message.groups", "message.im", "message.mpim", "tokens_revoked",
    ];

    /// <param name="requestUrl">This server's public address; empty for Socket Mode, which needs none.</param>
    public static string Render(IReadOnlyList<CommandSpec> specs, string requestUrl)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            WriteMetadata(writer);
            WriteFeatures(writer, specs, requestUrl.TrimEnd('/'));
            WriteOauth(writer, requestUrl.TrimEnd('/'));
            WriteSettings(writer, requestUrl.TrimEnd('/'));
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteMetadata(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("_metadata");
        writer.WriteNumber("major_version", 2);
        writer.WriteNumber("minor_version", 1);
        writer.WriteEndObject();
        writer.WriteStartObject("display_information");
        writer.WriteString("name", "ChatLiaison");
        writer.WriteString("description", "Runs the support team's playbook: captures issues, keeps promises, escalates in time.");
        writer.WriteString("background_color", "#1f3a5f");
        writer.WriteEndObject();
    }

    private static void WriteFeatures(Utf8JsonWriter writer, IReadOnlyList<CommandSpec> specs, string url)
    {
        writer.WriteStartObject("features");
        writer.WriteStartObject("app_home");
        writer.WriteBoolean("home_tab_enabled", true);
        writer.WriteBoolean("messages_tab_enabled", true);
        writer.WriteBoolean("messages_tab_read_only_enabled", false);
        writer.WriteEndObject();
        writer.WriteStartObject("bot_user");
        writer.WriteString("display_name", "ChatLiaison");
        writer.WriteBoolean("always_online", true);
        writer.WriteEndObject();
        WriteShortcuts(writer, specs);
        writer.WriteStartArray("slash_commands");
        foreach (var group in specs.GroupBy(s => s.Name.Split(' ')[0], StringComparer.Ordinal))
        {
            WriteCommand(writer, group.Key, [.. group], url);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteCommand(Utf8JsonWriter writer, string name, IReadOnlyList<CommandSpec> specs, string url)
    {
        var own = specs.FirstOrDefault(s => !s.IsVerb);
        writer.WriteStartObject();
        writer.WriteString("command", $"/{name}");
        if (url.Length > 0)
        {
            writer.WriteString("url", $"{url}/slack/commands");
        }

        writer.WriteString("description", own?.Summary ?? "Everything else; alone it lists what there is.");
        var usage = own is { Usage.Length: > 0 } ? own.Usage : specs.Any(s => s.IsVerb) ? "[verb]" : "";
        if (usage.Length > 0)
        {
            writer.WriteString("usage_hint", usage);
        }

        writer.WriteBoolean("should_escape", true);
        writer.WriteEndObject();
    }

    private static void WriteShortcuts(Utf8JsonWriter writer, IReadOnlyList<CommandSpec> specs)
    {
        var shortcuts = specs.Where(s => s.Shortcut is not null).Select(s => (Type: "global", Title: s.Shortcut!, Spec: s))
            .Concat(specs.Where(s => s.MessageShortcut is not null).Select(s => (Type: "message", Title: s.MessageShortcut!, Spec: s)))
            .ToList();
        if (shortcuts.Count == 0)
        {
            return;
        }

        if (shortcuts.Count > MostShortcuts)
        {
            throw new InvalidOperationException($"Slack takes at most {MostShortcuts} shortcuts, and the catalog names {shortcuts.Count}: {string.Join(", ", shortcuts.Select(s => s.Title))}.");
        }

        writer.WriteStartArray("shortcuts");
        foreach (var (type, title, spec) in shortcuts)
        {
            writer.WriteStartObject();
            writer.WriteString("name", title);
            writer.WriteString("type", type);
            writer.WriteString("callback_id", spec.Name);
            writer.WriteString("description", spec.Summary);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteOauth(Utf8JsonWriter writer, string url)
    {
        writer.WriteStartObject("oauth_config");
        if (url.Length > 0)
        {
            WriteStrings(writer, "redirect_urls", [$"{url}/slack/oauth"]);
        }

        writer.WriteStartObject("scopes");
        WriteStrings(writer, "bot", Scopes);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteSettings(Utf8JsonWriter writer, string url)
    {
        writer.WriteStartObject("settings");
        writer.WriteStartObject("event_subscriptions");
        if (url.Length > 0)
        {
            writer.WriteString("request_url", $"{url}/slack/events");
        }

        WriteStrings(writer, "bot_events", Events);
        writer.WriteEndObject();
        writer.WriteStartObject("interactivity");
        writer.WriteBoolean("is_enabled", true);
        if (url.Length > 0)
        {
            writer.WriteString("request_url", $"{url}/slack/interactions");
            writer.WriteString("message_menu_options_url", $"{url}/slack/options");
        }

        writer.WriteEndObject();
        writer.WriteBoolean("org_deploy_enabled", false);
        writer.WriteBoolean("socket_mode_enabled", url.Length == 0);
        writer.WriteBoolean("token_rotation_enabled", false);
        writer.WriteEndObject();
    }

    private static void WriteStrings(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
