using System.Globalization;
using System.Text.Json;
using ChatLiaison.Chat;
using NodaTime;

namespace ChatLiaison.Slack;

/// <summary>Looks for a message of ours by the id in its metadata. (Slack: message metadata, conversations.history with include_all_metadata.)</summary>
internal sealed class SlackLookback(SlackApi api, SlackDirect direct)
{
    private const int MostPages = 10;

    /// <summary>Slack's clock and ours may differ.</summary>
    private static readonly Duration Allowance = Duration.FromMinutes(2);

    public async Task<MessageRef?> FindAsync(OutgoingMessage message, Instant since, CancellationToken cancellationToken)
    {
        var (channel, thread) = message.To switch
        {
            ToChannel to => (to.ChannelId, to.ThreadId),
            ToPerson to => (await direct.ChannelAsync(to.UserId, cancellationToken), null),
            ToPersonInChannel to => (await direct.ChannelAsync(to.UserId, cancellationToken), null),
            _ => ("", null),
        };
        var wanted = message.Id.ToString();
        var oldest = Math.Max(0, since.Minus(Allowance).ToUnixTimeSeconds()).ToString(CultureInfo.InvariantCulture);
        var cursor = "";
        for (var page = 0; page < MostPages; page++)
        {
            using var document = await ReadAsync(channel, thread, oldest, cursor, cancellationToken);
            foreach (var entry in document.RootElement.List("messages"))
            {
                if (entry.At("metadata").At("event_payload").Text("id") == wanted && entry.Text("ts") is { } ts)
                {
                    return new(SlackPlatform.PlatformKey, channel, ts, thread);
                }
            }

            cursor = document.RootElement.Text("response_metadata", "next_cursor") ?? "";
            if (cursor.Length == 0)
            {
                return null;
            }
        }

        return null;
    }

    private async Task<JsonDocument> ReadAsync(string channel, string? thread, string oldest, string cursor, CancellationToken cancellationToken)
    {
        List<KeyValuePair<string, string>> arguments =
        [
            new("channel", channel), new("oldest", oldest), new("limit", "200"), new("include_all_metadata", "true"),
        ];
        if (thread is not null)
        {
            arguments.Add(new("ts", thread));
        }

        if (cursor.Length > 0)
        {
            arguments.Add(new("cursor", cursor));
        }

        return (await api.AskAsync(thread is null ? "conversations.history" : "conversations.replies", cancellationToken, arguments)).Demand().Read();
    }
}
