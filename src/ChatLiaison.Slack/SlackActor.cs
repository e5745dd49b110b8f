using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>Who did what an interaction tells of, and where.</summary>
internal sealed class SlackActor(SlackInstallation installation)
{
    /// <summary>
    /// The person behind an interaction. In a shared channel the payload's team is theirs: the installed one stands in the view, or on
    /// our own message. (Slack: Slack Connect, app_installed_team_id.)
    /// </summary>
    public ChatPerson Person(JsonElement payload)
    {
        var user = payload.At("user");
        var id = user.Text("id") ?? "";
        var team = user.Text("team_id") ?? payload.Text("team", "id");
        var installed = payload.Text("view", "app_installed_team_id") ?? payload.Text("message", "team") ?? payload.Text("team", "id");
        var enterprise = user.Text("enterprise_id") ?? payload.Text("enterprise", "id");
        return new(SlackPlatform.PlatformKey, id, user.FirstText("name", "username") ?? id, installation.IsExternal(team, enterprise, installed));
    }

    /// <summary>The conversation that an interaction happened in, with the thread of the message that it was done on.</summary>
    public static ChatPlace Place(JsonElement payload)
    {
        var channel = payload.At("channel");
        var message = payload.At("message");
        var thread = message.Text("thread_ts") ?? payload.Text("container", "thread_ts");
        return SlackPlaces.Of(
            channel.Text("id") ?? payload.Text("container", "channel_id"),
            channel.Text("name"),
            threadId: thread == message.Text("ts") ? null : thread);
    }
}
