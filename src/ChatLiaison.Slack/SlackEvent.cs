using System.Text.Json;

namespace ChatLiaison.Slack;

/// <summary>An event with what its envelope says about it. (Slack: Events API, callback payloads.)</summary>
/// <param name="TeamId">The workspace we are installed in, for which the event is: never the other side of a shared channel.</param>
/// <param name="BotUserId">Our own user there; null when the envelope doesn't say.</param>
internal sealed record SlackEvent(string Id, string? TeamId, string? AppId, string? BotUserId, string ChannelId, JsonElement Body)
{
    public string Type => Body.Text("type") ?? "";

    public static SlackEvent Read(JsonElement envelope)
    {
        var grant = envelope.List("authorizations").FirstOrDefault();
        var body = envelope.At("event");
        var channel = body.At("channel") is { ValueKind: JsonValueKind.Object } whole ? whole.Text("id") : body.FirstText("channel", "channel_id");
        return new(
            envelope.Text("event_id") ?? "",
            grant.Text("team_id") ?? envelope.Text("team_id"),
            envelope.Text("api_app_id"),
            grant.Is("is_bot") ? grant.Text("user_id") : null,
            channel ?? "",
            body);
    }
}
