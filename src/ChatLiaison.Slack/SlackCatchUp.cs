using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.Slack;

/// <summary>
/// Reads what was written while nobody listened: each known channel's history since its watermark, threads included, oldest first. What
/// was already read is known by its key. Bounded, since history is rate limited.
/// </summary>
internal sealed class SlackCatchUp(SlackApi api, SlackInstallation installation, SlackWatermarks watermarks, SlackMessageIntake intake, ILogger<SlackCatchUp> log)
{
    private const int MostPages = 5;
    private const int MostThreads = 20;

    /// <summary>How far before the watermark a thread may have begun and still be looked into.</summary>
    private const long ThreadLookbackSeconds = 3 * 24 * 3600;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var (channel, mark) in await watermarks.AllAsync(cancellationToken))
        {
            try
            {
                var read = await ChannelAsync(channel, mark, cancellationToken);
                if (read > 0)
                {
                    log.LogInformation("Read {Count} messages in {Channel} that were written while nobody listened", read, channel);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "The history of {Channel} could not be read; it is tried again at the next connection", channel);
            }
        }
    }

    private async Task<int> ChannelAsync(string channel, string mark, CancellationToken cancellationToken)
    {
        var from = SlackMessages.At(mark).ToUnixTimeSeconds() - ThreadLookbackSeconds;
        var entries = await ReadAsync("conversations.history", channel, from.ToString(CultureInfo.InvariantCulture), null, cancellationToken);
        var threads = entries.Where(e => MayHoldNewReplies(e, mark)).Take(MostThreads).ToList();
        foreach (var thread in threads)
        {
            entries.AddRange(await ReadAsync("conversations.replies", channel, mark, thread.Text("ts"), cancellationToken));
        }

        var missed = entries
            .Where(e => string.CompareOrdinal(e.Text("ts"), mark) > 0)
            .DistinctBy(e => e.Text("ts"))
            .OrderBy(e => e.Text("ts"), StringComparer.Ordinal);
        var count = 0;
        foreach (var entry in missed)
        {
            var happened = new SlackEvent("", installation.Team?.TeamId, null, installation.Team?.BotUserId, channel, entry);
            var answer = await intake.TakeAsync(happened, entry, cancellationToken);
            count++;
            if (answer.Afterwards is { } afterwards)
            {
                await afterwards(cancellationToken);
            }
        }

        return count;
    }

    /// <summary>A parent names its own thread, and mostly when it was last answered.</summary>
    private static bool MayHoldNewReplies(JsonElement entry, string mark) =>
        entry.Text("latest_reply") is { } latest
            ? string.CompareOrdinal(latest, mark) > 0
            : entry.Text("thread_ts") is { } thread && thread == entry.Text("ts");

    private async Task<List<JsonElement>> ReadAsync(string method, string channel, string oldest, string? thread, CancellationToken cancellationToken)
    {
        var entries = new List<JsonElement>();
        var cursor = "";
        for (var page = 0; page < MostPages; page++)
        {
            List<KeyValuePair<string, string>> arguments = [new("channel", channel), new("oldest", oldest), new("limit", "200")];
            if (thread is not null)
            {
                arguments.Add(new("ts", thread));
            }

            if (cursor.Length > 0)
            {
                arguments.Add(new("cursor", cursor));
            }

            using var document = (await api.AskAsync(method, cancellationToken, arguments)).Demand().Read();
            entries.AddRange(document.RootElement.List("messages").Select(m => m.Clone()));
            cursor = document.RootElement.Text("response_metadata", "next_cursor") ?? "";
            if (cursor.Length == 0)
            {
                break;
            }
        }

        return entries;
    }
}
