using System.Text.Json;

namespace ChatLiaison.Slack;

/// <summary>Hands an envelope's payload to whoever handles the same thing over HTTP.</summary>
internal sealed class SlackSocketIntake(SlackCommands commands, SlackInteractions interactions, SlackEvents events)
{
    public ValueTask<SlackAnswer> HandleAsync(JsonElement envelope, CancellationToken cancellationToken)
    {
        var payload = envelope.At("payload");
        return envelope.Text("type") switch
        {
            "slash_commands" => commands.HandleAsync(SlackCommandPayload.Read(payload), cancellationToken),
            "interactive" => interactions.HandleAsync(payload, cancellationToken),
            "events_api" => events.HandleAsync(payload, cancellationToken),
            _ => ValueTask.FromResult(SlackAnswer.Ok),
        };
    }
}
