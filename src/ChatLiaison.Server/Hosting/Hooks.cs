using ChatLiaison.Handover;
using NodaTime.Extensions;

namespace ChatLiaison.Server.Hosting;

/// <summary>Where other systems tell what changed (<c>POST /hooks/changes</c>) and how tickets stand (<c>POST /hooks/tickets</c>).</summary>
internal static class Hooks
{
    private const int MostBytes = 64 * 1024;

    public static void MapHooks(this WebApplication app)
    {
        app.MapPost("/hooks/changes", (HttpContext context, HookDesk desk, TimeProvider time) => TakeAsync(HookKind.Changes, context, desk, time));
        app.MapPost("/hooks/tickets", (HttpContext context, HookDesk desk, TimeProvider time) => TakeAsync(HookKind.Tickets, context, desk, time));
    }

    private static async Task<IResult> TakeAsync(HookKind kind, HttpContext context, HookDesk desk, TimeProvider time)
    {
        if (await BodyAsync(context) is not { } body)
        {
            return Results.Text($"The body is longer than {MostBytes / 1024} KB: send one event at a time.\n", statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        var headers = context.Request.Headers;
        var call = new HookCall(kind, headers[HookSignature.TimestampHeader].ToString(), headers[HookSignature.SignatureHeader].ToString(), body);
        var answer = await desk.TakeAsync(call, time.GetCurrentInstant(), context.RequestAborted);
        return Results.Text(string.Join('\n', answer.Sentences) + "\n", statusCode: answer.Status);
    }

    /// <summary>The raw body, which the signature is over; null when it is too long.</summary>
    private static async Task<byte[]?> BodyAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        var piece = new byte[8192];
        int read;
        while ((read = await context.Request.Body.ReadAsync(piece, context.RequestAborted)) > 0)
        {
            if (body.Length + read > MostBytes)
            {
                return null;
            }

            body.Write(piece, 0, read);
        }

        return body.ToArray();
    }
}
