using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ChatLiaison.Playground.Slack;

/// <summary>
/// Socket Mode: tickets for one connection each, up to ten connections, an envelope to any one of them. Slack: using Socket Mode.
/// </summary>
internal sealed class SocketConnections(SlackStandIn standIn)
{
    private const int MostConnections = 10;
    private readonly ConcurrentDictionary<string, bool> _tickets = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SocketConnection> _open = new(StringComparer.Ordinal);
    private int _next;

    public int Count => _open.Values.Count(c => !c.IsLeaving);

    public string NewAddress()
    {
        var ticket = Guid.NewGuid().ToString("N");
        _tickets[ticket] = true;
        return standIn.BaseUrl.Replace("http://", "ws://", StringComparison.Ordinal) + "socket/" + ticket;
    }

    public async Task HandleAsync(HttpContext context, string ticket)
    {
        if (!context.WebSockets.IsWebSocketRequest || !_tickets.TryRemove(ticket, out _) || _open.Count >= MostConnections)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var connection = new SocketConnection(socket);
        _open[ticket] = connection;
        try
        {
            await connection.SendAsync(Hello());
            await connection.ReadToEndAsync(context.RequestAborted);
        }
        catch (Exception broken) when (broken is WebSocketException or OperationCanceledException)
        {
            // The app went away without a word; the connection is forgotten below.
        }
        finally
        {
            _open.TryRemove(ticket, out _);
        }
    }

    public async Task<AppAnswer> DeliverAsync(AppRequest request)
    {
        var usable = _open.Values.Where(c => !c.IsLeaving).ToList();
        if (usable.Count == 0)
        {
            return AppAnswer.Unreachable;
        }

        var connection = usable[(Interlocked.Increment(ref _next) & int.MaxValue) % usable.Count];
        var envelope = new JsonObject
        {
            ["envelope_id"] = Guid.NewGuid().ToString(),
            ["type"] = request.EnvelopeType,
            ["payload"] = request.Payload.DeepClone(),
            ["accepts_response_payload"] = request.Kind != AppRequestKind.Event,
        };
        if (request.Kind == AppRequestKind.Event)
        {
            envelope["retry_attempt"] = request.Retry;
            envelope["retry_reason"] = request.RetryReason ?? "";
        }

        return await connection.AskAsync(envelope, standIn.Options.AnswerWithin);
    }

    public async Task DisconnectAsync(string reason)
    {
        foreach (var connection in _open.Values)
        {
            await connection.SendAsync(new JsonObject { ["type"] = "disconnect", ["reason"] = reason });
            if (reason != "warning")
            {
                await connection.CloseAsync();
            }
        }
    }

    public async Task CloseAllAsync()
    {
        foreach (var connection in _open.Values)
        {
            await connection.CloseAsync();
        }
    }

    private JsonObject Hello() => new()
    {
        ["type"] = "hello",
        ["num_connections"] = _open.Count,
        ["connection_info"] = new JsonObject { ["app_id"] = standIn.World.Installation.AppId },
        ["debug_info"] = new JsonObject { ["host"] = "standin", ["approximate_connection_time"] = 18060 },
    };
}
