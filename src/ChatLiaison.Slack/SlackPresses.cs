using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>Presses of buttons, in messages, modals and on the home page.</summary>
internal sealed class SlackPresses(SlackDesk desk, SlackActor actor, SlackPressReplies replies)
{
    public async ValueTask<SlackAnswer> HandleAsync(JsonElement payload, CancellationToken cancellationToken)
    {
        var action = payload.List("actions").FirstOrDefault();
        if (Pressed(action) is not var (name, value))
        {
            // A choice made in a list means nothing until it is submitted, and a link needs no answer.
            return SlackAnswer.Ok;
        }

        var view = payload.At("view");
        var state = view.ValueKind == JsonValueKind.Object ? SlackViewState.Read(view) : null;
        var person = actor.Person(payload);
        var place = state?.Place ?? SlackActor.Place(payload);
        var key = $"press:{person.Id}:{action.Text("action_ts")}:{name}";
        var press = new ButtonPress(person, place, key, name, value, Card(payload, place), Form(person, place, state, view));
        var surface = new SlackSurface(
            payload.Text("trigger_id") ?? "",
            payload.Text("response_url"),
            view.Text("type"),
            view.Text("id"),
            state?.Action);
        var reply = await desk.AskAsync(press, static (inbox, press, token) => inbox.PressAsync(press, token), cancellationToken);
        return await replies.CarryOutAsync(reply, press, surface, cancellationToken);
    }

    /// <summary>The button's own action and value, whether it stood in a row or in a menu; null for anything else.</summary>
    private static (string Name, string Value)? Pressed(JsonElement action)
    {
        var name = action.Text("action_id") ?? "";
        return action.Text("type") switch
        {
            "button" when name.Length > 0 && !name.StartsWith(SlackButtons.LinkAction + ":", StringComparison.Ordinal) => (name, action.Text("value") ?? ""),
            "overflow" when SlackMenu.IsMenu(name) => SlackMenu.Chosen(action),
            _ => null,
        };
    }

    /// <summary>Null for what was shown to the person alone: it can neither be changed nor answered in a thread.</summary>
    private static MessageRef? Card(JsonElement payload, ChatPlace place)
    {
        if (payload.At("container").Is("is_ephemeral"))
        {
            return null;
        }

        var ts = payload.Text("message", "ts") ?? payload.Text("container", "message_ts");
        return ts is null || place.Kind == PlaceKind.Nowhere ? null : new(SlackPlatform.PlatformKey, place.ChannelId, ts, place.ThreadId);
    }

    private static FormSubmission? Form(ChatPerson person, ChatPlace place, SlackViewState? state, JsonElement view) =>
        state is null ? null : new(person, place, SlackSubmissions.Key(state, view), state.Action, state.State, SlackFormReader.Values(view));
}

/// <summary>Where a button stood, and what its press gives us to answer with.</summary>
/// <param name="ViewType"><c>modal</c>, <c>home</c>, <c>nowhere</c> for a global shortcut, or null for a message.</param>
/// <param name="OpenAction">The action of the form that is open.</param>
internal sealed record SlackSurface(string Trigger, string? ResponseUrl, string? ViewType, string? ViewId, string? OpenAction);
