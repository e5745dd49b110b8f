using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>One Socket Mode connection: envelopes out, acknowledgements in.</summary>
internal sealed class SocketConnection(WebSocket socket) : IDisposable
{
    /// <summary>Never disposed: the reader may end while another still sends, and without its wait handle it holds nothing.</summary>
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonObject>> _waiting = new(StringComparer.Ordinal);

    /// <summary>It was told to go: nothing new is sent on it.</summary>
    public bool IsLeaving { get; private set; }

    public async Task SendAsync(JsonObject frame)
    {
        await _sending.WaitAsync();
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(frame.ToJsonString()), WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Sends an envelope and waits for its acknowledgement, whose payload is the answer.</summary>
    public async Task<AppAnswer> AskAsync(JsonObject envelope, TimeSpan within)
    {
        var id = envelope.Text("envelope_id")!;
        var acknowledged = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = acknowledged;
        try
        {
            await SendAsync(envelope);
            var frame = await acknowledged.Task.WaitAsync(within);
            var body = frame["payload"]?.ToJsonString() ?? "";
            return new AppAnswer(200, body, body.Length > 0 ? "application/json" : null, null);
        }
        catch (TimeoutException)
        {
            return AppAnswer.TimedOut;
        }
        catch (Exception broken) when (broken is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            return AppAnswer.Unreachable;
        }
        finally
        {
            _waiting.TryRemove(id, out _);
        }
    }

    public async Task ReadToEndAsync(CancellationToken cancel)
    {
        var buffer = new byte[16 * 1024];
        using var frame = new MemoryStream();
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, cancel);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                await CloseAsync();
                return;
            }

            await frame.WriteAsync(buffer.AsMemory(0, part.Count), cancel);
            if (part.EndOfMessage)
            {
                Take(Encoding.UTF8.GetString(frame.ToArray()));
                frame.SetLength(0);
            }
        }
    }

    public async Task CloseAsync()
    {
        IsLeaving = true;
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            return;
        }

        await _sending.WaitAsync();
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // It closed meanwhile, which is what was wanted.
        }
        finally
        {
            _sending.Release();
        }
    }

    public void Dispose()
    {
        foreach (var waiting in _waiting.Values)
        {
            waiting.TrySetCanceled();
        }
    }

    private void Take(string text)
    {
        if (JsonReading.ParseOrNull(text) is JsonObject frame && frame.Text("envelope_id") is { } id
            && _waiting.TryRemove(id, out var waiting))
        {
            waiting.TrySetResult(frame);
        }
    }
}
