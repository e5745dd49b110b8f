using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>The Events API: envelopes, delivery, and up to three retries. Slack: Events API.</summary>
internal sealed class EventPublisher(SlackStandIn standIn) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, EventDelivery> _running = new(StringComparer.Ordinal);

    /// <summary>Sends an event on its way, unless the app has not subscribed to it.</summary>
    /// <param name="content">The inner event.</param>
    /// <param name="teamId">The workspace where it happened: for a person of a Slack Connect customer, theirs.</param>
    public EventDelivery? Publish(JsonObject content, string? teamId = null)
    {
        var type = content.Text("type") ?? "";
        if (_stop.IsCancellationRequested || (standIn.Options.Events is { } subscribed && !subscribed.Contains(type)))
        {
            return null;
        }

        var id = standIn.World.NewId("Ev");
        var delivery = new EventDelivery(id, Envelope(id, content, teamId ?? standIn.World.Installation.Team.Id));
        _running[id] = delivery;
        delivery.Completion = Task.Run(() => DeliverAsync(delivery));
        return delivery;
    }

    /// <summary>The app's own message comes back to it.</summary>
    public void EchoPosted(SlackMessage message) => Echo(() => EventShapes.Posted(standIn.World, message));

    public void EchoChanged(SlackMessage before, SlackMessage after) => Echo(() => EventShapes.Changed(standIn.World, before, after));

    public void EchoJoined(SlackChannel channel) =>
        Echo(() => EventShapes.Joined(standIn.World, channel, standIn.World.Installation.BotUserId));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running.Values.Select(d => d.Completion)).ContinueWith(_ => { }, TaskScheduler.Default);
        _stop.Dispose();
    }

    private void Echo(Func<JsonObject> shape)
    {
        if (standIn.Options.EchoOwnMessages && standIn.Link.HasReceiver)
        {
            Publish(shape());
        }
    }

    private async Task<bool> DeliverAsync(EventDelivery delivery)
    {
        string? reason = null;
        try
        {
            for (var retry = 0; retry <= standIn.Options.EventRetryDelays.Count; retry++)
            {
                if (retry > 0)
                {
                    await Task.Delay(standIn.Options.EventRetryDelays[retry - 1], standIn.Options.Time, _stop.Token);
                }

                var answer = await standIn.Link.DeliverAsync(new AppRequest(AppRequestKind.Event, delivery.Payload, retry, reason));
                delivery.Add(new EventAttempt(retry, reason, answer));
                if (answer.Failure is null || answer.NoRetry)
                {
                    return answer.Failure is null;
                }

                reason = answer switch
                {
                    { Status: not null } => "http_error",
                    { Failure: "operation_timeout" } => "http_timeout",
                    _ => "connection_failed",
                };
            }

            return false;
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            delivery.Stop();
            _running.TryRemove(delivery.EventId, out _);
        }
    }

    private JsonObject Envelope(string id, JsonObject content, string teamId)
    {
        var app = standIn.World.Installation;
        var channelId = content.Text("channel") ?? content["channel"].Text("id") ?? content["item"].Text("channel");
        return new JsonObject
        {
            ["token"] = "deprecated-verification-token",
            ["team_id"] = teamId,
            ["context_team_id"] = app.Team.Id,
            ["context_enterprise_id"] = null,
            ["api_app_id"] = app.AppId,
            ["event"] = content.Frozen(),
            ["type"] = "event_callback",
            ["event_id"] = id,
            ["event_time"] = standIn.Options.Time.GetUtcNow().ToUnixTimeSeconds(),
            ["authorizations"] = new JsonArray(new JsonObject
            {
                ["enterprise_id"] = null, ["team_id"] = app.Team.Id, ["user_id"] = app.BotUserId, ["is_bot"] = true,
                ["is_enterprise_install"] = false,
            }),
            ["is_ext_shared_channel"] = channelId is not null && standIn.World.Channel(channelId)?.IsExtShared == true,
            ["event_context"] = $"4-{id}",
        };
    }
}
