using ChatLiaison.Chat;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.Slack;

/// <summary>
/// Says an answer to the person who asked. What it says is a courtesy: the act itself is already stored, so a failure is logged and
/// goes no further.
/// </summary>
internal sealed class SlackWhispers(SlackApi api, SlackPlatform platform, ILogger<SlackWhispers> log)
{
    /// <summary>Answers where something was asked; in a thread when it was asked there.</summary>
    public Task SayAsync(ChatPerson person, ChatPlace place, Card card, bool forAll, CancellationToken cancellationToken) => QuietlyAsync(async () =>
    {
        if (place.Kind == PlaceKind.Nowhere)
        {
            await platform.SendAsync(new(Guid.NewGuid(), new ToPerson(SlackPlatform.PlatformKey, person.Id), card), cancellationToken);
        }
        else if (forAll || place.Kind == PlaceKind.Direct)
        {
            await platform.SendAsync(new(Guid.NewGuid(), new ToChannel(SlackPlatform.PlatformKey, place.ChannelId, place.ThreadId), card), cancellationToken);
        }
        else
        {
            await EphemeralAsync(person, place, card, cancellationToken);
        }
    });

    /// <summary>Answers through a press's own address; it works in places that the bot is not in. (Slack: response_url.)</summary>
    public Task RespondAsync(string? responseUrl, ChatPerson person, ChatPlace place, (Card Card, bool ForAll, bool Replaces) answer, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(responseUrl, UriKind.Absolute, out var address) || !SlackLinks.IsWeb(responseUrl))
        {
            return SayAsync(person, place, answer.Card, answer.ForAll, cancellationToken);
        }

        return QuietlyAsync(async () =>
        {
            var json = JsonBuffer.Rent();
            var writer = json.Writer;
            writer.WriteStartObject();
            writer.WriteString("response_type", answer.ForAll ? "in_channel" : "ephemeral");
            writer.WriteBoolean("replace_original", answer.Replaces);
            if (place.ThreadId is { } thread)
            {
                writer.WriteString("thread_ts", thread);
            }

            SlackCardRenderer.WriteMessage(writer, answer.Card);
            writer.WriteEndObject();
            await api.RespondAsync(address, json, cancellationToken);
            json.Dispose();
        });
    }

    public async Task QuietlyAsync(Func<Task> say)
    {
        try
        {
            await say();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogWarning(e, "What was done on Slack is stored, but its answer could not be shown");
        }
    }

    private async Task EphemeralAsync(ChatPerson person, ChatPlace place, Card card, CancellationToken cancellationToken)
    {
        var json = JsonBuffer.Rent();
        var writer = json.Writer;
        writer.WriteStartObject();
        writer.WriteString("channel", place.ChannelId);
        writer.WriteString("user", person.Id);
        if (place.ThreadId is { } thread)
        {
            writer.WriteString("thread_ts", thread);
        }

        SlackCardRenderer.WriteMessage(writer, card);
        writer.WriteEndObject();
        var result = await api.PostAsync("chat.postEphemeral", json, cancellationToken);
        json.Dispose();
        if (!result.IsOk)
        {
            await platform.SendAsync(new(Guid.NewGuid(), new ToPerson(SlackPlatform.PlatformKey, person.Id), card), cancellationToken);
        }
    }
}
