using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.Slack;

/// <summary>One connection of Socket Mode, from hello to its end. An envelope is acknowledged after it was handled, and only when it was.</summary>
internal sealed class SlackSocket(ClientWebSocket client, SlackSocketIntake intake, SlackCatchUp catchUp, ILogger log) : IDisposable
{
    private readonly TaskCompletionSource ending = new(TaskCreationOptions.RunContinuationsAsynchronously);
    /// <summary>Never disposed: the socket may end while an acknowledgement is still sent, and without its wait handle it holds nothing.</summary>
    private readonly SemaphoreSlim sending = new(1, 1);

    /// <summary>Done when Slack has announced the end, or the connection is gone.</summary>
    public Task Ending => ending.Task;

    public bool SaidHello { get; private set; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var frame = new ArrayBufferWriter<byte>(8192);
            while (await ReceiveAsync(frame, cancellationToken))
            {
                Take(JsonDocument.Parse(frame.WrittenMemory.ToArray()), cancellationToken);
                frame.ResetWrittenCount();
            }
        }
        catch (Exception e) when (e is WebSocketException or JsonException or OperationCanceledException)
        {
            log.LogDebug(e, "A socket to Slack ended");
        }
        finally
        {
            ending.TrySetResult();
            client.Dispose();
        }
    }

    public void Dispose() => client.Dispose();

    private void Take(JsonDocument frame, CancellationToken cancellationToken)
    {
        switch (frame.RootElement.Text("type"))
        {
            case "hello":
                SaidHello = true;
                _ = HandleAsync(frame, _ => catchUp.RunAsync(cancellationToken));
                break;
            case "disconnect":
                ending.TrySetResult();
                frame.Dispose();
                break;
            default:
                _ = HandleAsync(frame, root => EnvelopeAsync(root, cancellationToken));
                break;
        }
    }

    private async Task EnvelopeAsync(JsonElement envelope, CancellationToken cancellationToken)
    {
        if (envelope.Text("envelope_id") is not { } id)
        {
            return;
        }

        var answer = await intake.HandleAsync(envelope, cancellationToken);
        if (answer.Status != 200)
        {
            log.LogWarning("An envelope of the kind {Kind} was not acknowledged; Slack delivers it again", envelope.Text("type"));
            return;
        }

        await AcknowledgeAsync(id, answer, cancellationToken);
        if (answer.Afterwards is { } afterwards)
        {
            await afterwards(cancellationToken);
        }
    }

    private async Task AcknowledgeAsync(string id, SlackAnswer answer, CancellationToken cancellationToken)
    {
        var ack = JsonBuffer.Of((id, answer), static (writer, ack) =>
        {
            writer.WriteStartObject();
            writer.WriteString("envelope_id", ack.id);
            if (ack.answer.IsJson)
            {
                writer.WritePropertyName("payload");
                writer.WriteRawValue(ack.answer.Body.Span);
            }

            writer.WriteEndObject();
        });
        await sending.WaitAsync(cancellationToken);
        try
        {
            await client.SendAsync(ack, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        finally
        {
            sending.Release();
        }
    }

    private async Task HandleAsync(JsonDocument frame, Func<JsonElement, Task> handle)
    {
        try
        {
            await Task.Yield();
            await handle(frame.RootElement);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "An envelope from Slack's socket failed; it is not acknowledged, so Slack delivers it again");
        }
        catch (OperationCanceledException)
        {
            // The server stops; Slack delivers what was not acknowledged to the next connection.
        }
        finally
        {
            frame.Dispose();
        }
    }

    private async Task<bool> ReceiveAsync(ArrayBufferWriter<byte> frame, CancellationToken cancellationToken)
    {
        while (true)
        {
            var part = await client.ReceiveAsync(frame.GetMemory(4096), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return false;
            }

            frame.Advance(part.Count);
            if (frame.WrittenCount > SlackBody.MaxBytes)
            {
                throw new WebSocketException("A frame is larger than 1 MB.");
            }

            if (part.EndOfMessage)
            {
                return true;
            }
        }
    }
}
