using System.Text.Json;
using ChatLiaison.Chat;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.Slack;

/// <summary>
/// The four doors that Slack knocks at. Each reads at most 1 MB, believes nothing before the signature is proved, and answers every
/// request in words that Slack can show.
/// </summary>
internal sealed class SlackInbox(SlackSignature signature, SlackCommands commands, SlackInteractions interactions, SlackEvents events, ILogger<SlackInbox> log)
{
    /// <summary>Slack would cover a command's 500 with words of its own, so its failure is an answer too.</summary>
    private static readonly SlackAnswer CommandFailed = SlackAcks.Of(new RefusedReply(SlackWords.Failed));

    /// <summary>Slack keeps a dialog open, and delivers an event again.</summary>
    private static readonly SlackAnswer Failed = SlackAnswer.Plain(500, SlackWords.Failed.ToPlain());

    public Task CommandsAsync(HttpContext context) =>
        HandleAsync(context, static (inbox, body, token) => inbox.CommandAsync(body, token), CommandFailed);

    public Task InteractionsAsync(HttpContext context) =>
        HandleAsync(context, static (inbox, body, token) => inbox.InteractionAsync(body, token), Failed);

    public Task EventsAsync(HttpContext context) =>
        HandleAsync(context, static (inbox, body, token) => inbox.EventAsync(body, token), Failed);

    private async Task HandleAsync(HttpContext context, Func<SlackInbox, SlackBody, CancellationToken, ValueTask<SlackAnswer>> handle, SlackAnswer failed)
    {
        using var body = await SlackBody.ReadAsync(context.Request, context.RequestAborted);
        if (body is null)
        {
            await WriteAsync(context, SlackAnswer.Plain(413, "A request may hold at most 1 MB."));
            return;
        }

        var headers = context.Request.Headers;
        if (!signature.Proves(body, headers[SlackSignature.TimestampHeader], headers[SlackSignature.SignatureHeader]))
        {
            log.LogWarning("A request to {Path} was refused: its signature does not prove that Slack sent it just now", context.Request.Path.Value);
            await WriteAsync(context, SlackAnswer.Plain(401, "The signature does not match. Check Slack:SigningSecret and this server's clock."));
            return;
        }

        var answer = await GuardedAsync(context, body, handle, failed);
        await WriteAsync(context, answer);
        if (answer.Afterwards is { } afterwards)
        {
            await context.Response.CompleteAsync();
            await AfterwardsAsync(afterwards);
        }
    }

    private async ValueTask<SlackAnswer> GuardedAsync(HttpContext context, SlackBody body, Func<SlackInbox, SlackBody, CancellationToken, ValueTask<SlackAnswer>> handle, SlackAnswer failed)
    {
        try
        {
            return await handle(this, body, context.RequestAborted);
        }
        catch (JsonException)
        {
            log.LogWarning("A signed request to {Path} held malformed JSON; nothing was done", context.Request.Path.Value);
            return SlackAnswer.Plain(400, "The payload is not valid JSON; nothing was done.");
        }
        catch (Exception e) when (!context.RequestAborted.IsCancellationRequested)
        {
            log.LogError(e, "A request to {Path} failed; nothing was stored", context.Request.Path.Value);
            return failed;
        }
    }

    private ValueTask<SlackAnswer> CommandAsync(SlackBody body, CancellationToken cancellationToken) =>
        commands.HandleAsync(SlackCommandPayload.Read(body.Bytes), cancellationToken);

    private async ValueTask<SlackAnswer> InteractionAsync(SlackBody body, CancellationToken cancellationToken)
    {
        var payload = Payload(body);
        if (payload.IsEmpty)
        {
            return SlackAnswer.Plain(400, "The request holds no payload; nothing was done.");
        }

        using var document = JsonDocument.Parse(payload);
        return await interactions.HandleAsync(document.RootElement, cancellationToken);
    }

    private async ValueTask<SlackAnswer> EventAsync(SlackBody body, CancellationToken cancellationToken)
    {
        using var document = JsonDocument.Parse(body.Memory);
        return await events.HandleAsync(document.RootElement, cancellationToken);
    }

    private static ReadOnlyMemory<byte> Payload(SlackBody body)
    {
        var form = new SlackFormBody(body.Bytes);
        while (form.Next())
        {
            if (form.Name.SequenceEqual("payload"u8))
            {
                var decoded = form.DecodeInPlace();
                body.Bytes.Overlaps(decoded, out var at);
                return body.Memory.Slice(at, decoded.Length);
            }
        }

        return default;
    }

    private static async ValueTask WriteAsync(HttpContext context, SlackAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentLength = answer.Body.Length;
        if (!answer.Body.IsEmpty)
        {
            context.Response.ContentType = answer.IsJson ? "application/json; charset=utf-8" : "text/plain; charset=utf-8";
            await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
        }
    }

    /// <summary>Slack may hang up once it is answered; what is still to be said is said all the same.</summary>
    private async Task AfterwardsAsync(Func<CancellationToken, Task> afterwards)
    {
        try
        {
            await afterwards(CancellationToken.None);
        }
        catch (Exception e)
        {
            log.LogWarning(e, "What was done on Slack is stored, but its answer could not be shown");
        }
    }
}
