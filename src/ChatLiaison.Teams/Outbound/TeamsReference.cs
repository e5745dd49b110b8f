using System.Text;
using System.Text.Json;

namespace ChatLiaison.Teams;

/// <summary>How a person is reached. Every part may be unknown.</summary>
/// <param name="Mri">Their id for this bot, <c>29:…</c>.</param>
/// <param name="Conversation">Their direct conversation with us.</param>
/// <param name="Installed">True once Teams said that they have the app, false once it said that they took it away.</param>
/// <param name="Ours">True when they were seen as a member of our tenant, false when as a guest or stranger.</param>
internal sealed record PersonReference(
    string? Mri = null, string? Conversation = null, string? ServiceUrl = null, string? Tenant = null, bool? Installed = null, bool? Ours = null)
{
    public string Write() => TeamsReferenceJson.Write(json =>
    {
        json.Text("mri", Mri);
        json.Text("conversation", Conversation);
        json.Text("serviceUrl", ServiceUrl);
        json.Text("tenant", Tenant);
        json.Flag("installed", Installed);
        json.Flag("ours", Ours);
    });

    public static PersonReference Read(string stored)
    {
        using var json = JsonDocument.Parse(stored);
        var root = json.RootElement;
        return new(
            root.Text("mri"), root.Text("conversation"), root.Text("serviceUrl"), root.Text("tenant"), root.Flag("installed"), root.Flag("ours"));
    }
}

/// <summary>How a channel or group chat is reached.</summary>
/// <param name="Group">The Entra group of its team, for links.</param>
/// <param name="Present">True once Teams said that we are in it, false once it said that we are not.</param>
internal sealed record ChannelReference(string? ServiceUrl = null, string? Tenant = null, string? Group = null, bool? Present = null)
{
    public string Write() => TeamsReferenceJson.Write(json =>
    {
        json.Text("serviceUrl", ServiceUrl);
        json.Text("tenant", Tenant);
        json.Text("group", Group);
        json.Flag("present", Present);
    });

    public static ChannelReference Read(string stored)
    {
        using var json = JsonDocument.Parse(stored);
        var root = json.RootElement;
        return new(root.Text("serviceUrl"), root.Text("tenant"), root.Text("group"), root.Flag("present"));
    }
}

internal static class TeamsReferenceJson
{
    public static string Write(Action<Utf8JsonWriter> properties) => Encoding.UTF8.GetString(TeamsJson.Write(json =>
    {
        json.WriteStartObject();
        properties(json);
        json.WriteEndObject();
    }).Span);

    public static void Text(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    public static void Flag(this Utf8JsonWriter json, string name, bool? flag)
    {
        if (flag is { } value)
        {
            json.WriteBoolean(name, value);
        }
    }

    public static bool? Flag(this JsonElement parent, string name) => parent.Child(name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
