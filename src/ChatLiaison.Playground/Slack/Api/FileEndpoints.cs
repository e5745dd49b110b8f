using Microsoft.AspNetCore.Http;

namespace ChatLiaison.Playground.Slack;

/// <summary>The bytes of files, in and out.</summary>
internal static class FileEndpoints
{
    public static async Task<IResult> ReceiveAsync(SlackStandIn standIn, HttpContext context, string id)
    {
        if (standIn.World.File(id) is not { IsComplete: false } file)
        {
            return Results.NotFound();
        }

        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
        if (bytes.Length != file.Length)
        {
            return Results.BadRequest("length differs from the announced one");
        }

        standIn.World.Keep(file with { Content = bytes.ToArray() });
        return Results.Text($"OK - {bytes.Length}");
    }

    public static IResult Send(SlackStandIn standIn, HttpContext context, string id)
    {
        if (context.Request.Headers.Authorization.ToString() != $"Bearer {standIn.BotToken}")
        {
            return Results.Unauthorized();
        }

        return standIn.World.File(id) is { IsComplete: true } file
            ? Results.Bytes(file.Content.ToArray(), fileDownloadName: file.Name)
            : Results.NotFound();
    }
}
