using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>Shortcuts, global and on messages: a command called without typing. Their callback id is the command's name.</summary>
internal sealed class SlackShortcuts(SlackDesk desk, SlackActor actor, SlackMessages messages, SlackPressReplies replies)
{
    public async ValueTask<SlackAnswer> HandleAsync(JsonElement payload, CancellationToken cancellationToken)
    {
        var words = (payload.Text("callback_id") ?? "").Split(' ', 2, StringSplitOptions.TrimEntries);
        if (words[0].Length == 0)
        {
            return SlackAnswer.Plain(400, "A shortcut names a command; nothing was done.");
        }

        var person = actor.Person(payload);
        var place = SlackActor.Place(payload);
        var trigger = payload.Text("trigger_id") ?? "";
        var key = $"shortcut:{person.Id}:{payload.Text("action_ts") ?? trigger}:{words[0]}";
        var source = payload.Text("type") == "message_action" ? messages.Source(payload, place) : null;
        var call = new CommandCall(person, place, key, words[0], words.Length > 1 ? words[1] : "", source);
        var reply = await desk.AskAsync(call, static (inbox, call, token) => inbox.CommandAsync(call, token), cancellationToken);

        // A global shortcut stands in no conversation: a dialog of its own answers, as on the home page.
        var press = new ButtonPress(person, place, key, words[0], "", Card: null);
        var surface = new SlackSurface(trigger, payload.Text("response_url"), source is null ? "nowhere" : null, ViewId: null, OpenAction: null);
        return await replies.CarryOutAsync(reply, press, surface, cancellationToken);
    }
}
