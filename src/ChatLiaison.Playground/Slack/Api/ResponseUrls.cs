using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ChatLiaison.Playground.Slack;

/// <summary>
/// Addresses for answering one act: five uses within thirty minutes. Slack: handling user interaction, message responses.
/// </summary>
internal sealed class ResponseUrls(SlackStandIn standIn)
{
    private const int MostUses = 5;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);
    private readonly ConcurrentDictionary<string, Issued> _issued = new(StringComparer.Ordinal);

    /// <param name="userId">Who acted.</param>
    /// <param name="channelId">Where.</param>
    /// <param name="sourceTs">The message the act was on, which the app may replace; null for a command.</param>
    public string Issue(string userId, string channelId, string? sourceTs = null)
    {
        var id = Guid.NewGuid().ToString("N");
        _issued[id] = new Issued(userId, channelId, sourceTs, standIn.Options.Time.GetUtcNow());
        return $"{standIn.BaseUrl}response/{id}";
    }

    public async Task<IResult> HandleAsync(HttpContext context, string id)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = JsonReading.ParseOrNull(await reader.ReadToEndAsync(context.RequestAborted)) as JsonObject;
        try
        {
            Apply(Spend(id), body ?? throw new SlackApiException("invalid_payload"));
            standIn.Calls.Add("response_url", body, null);
            return Results.Text("ok");
        }
        catch (SlackApiException refusal)
        {
            standIn.Calls.Add("response_url", body ?? [], refusal.Code);
            var status = refusal.Code is "used_url" or "expired_url" ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest;
            return Results.Text(refusal.ToAnswer().ToJsonString(), "application/json", statusCode: status);
        }
    }

    private Issued Spend(string id)
    {
        if (!_issued.TryGetValue(id, out var issued) || standIn.Options.Time.GetUtcNow() - issued.At > Lifetime)
        {
            throw new SlackApiException("expired_url");
        }

        return issued.Use() <= MostUses ? issued : throw new SlackApiException("used_url");
    }

    private void Apply(Issued issued, JsonObject body)
    {
        if (body.Flag("delete_original"))
        {
            standIn.World.Remove(issued.ChannelId, issued.SourceTs ?? "");
            return;
        }

        var content = MessageContent.Read(new ApiArguments(body, []));
        if (body.Flag("replace_original") && issued.SourceTs is { } ts)
        {
            standIn.World.Change(issued.ChannelId, ts, message => message with
            {
                Text = content.Text ?? "",
                Blocks = content.Blocks,
                Attachments = content.Attachments,
                EditedTs = standIn.World.NextTs(),
                Edits = message.Edits + 1,
            });
            return;
        }

        AppMessages.Add(standIn.World, issued.ChannelId, issued.UserId, content, body);
    }

    private sealed record Issued(string UserId, string ChannelId, string? SourceTs, DateTimeOffset At)
    {
        private int _uses;

        public int Use() => Interlocked.Increment(ref _uses);
    }
}
