using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.Slack;

/// <summary>Sorts what people do in messages, modals and menus by its kind. (Slack: interaction payloads.)</summary>
internal sealed class SlackInteractions(
    SlackPresses presses, SlackSubmissions submissions, SlackShortcuts shortcuts, SlackSuggestions suggestions, ILogger<SlackInteractions> log)
{
    public async ValueTask<SlackAnswer> HandleAsync(JsonElement payload, CancellationToken cancellationToken)
    {
        switch (payload.Text("type"))
        {
            case "block_actions":
                return await presses.HandleAsync(payload, cancellationToken);
            case "view_submission":
                return await submissions.HandleAsync(payload, cancellationToken);
            case "view_closed":
                return SlackAnswer.Ok;
            case "shortcut" or "message_action":
                return await shortcuts.HandleAsync(payload, cancellationToken);
            case "block_suggestion":
                return await suggestions.HandleAsync(payload, cancellationToken);
            case var other:
                log.LogWarning("Slack sent an interaction of the unknown kind {Kind}; nothing was done with it", other);
                return SlackAnswer.Plain(400, "This kind of interaction is not known here; nothing was done.");
        }
    }
}
