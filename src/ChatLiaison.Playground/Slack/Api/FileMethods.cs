using System.Globalization;
using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>The three steps of an upload: ask for an address, send the bytes there (see <see cref="FileEndpoints"/>), complete; and what is known of a file.</summary>
internal static class FileMethods
{
    public static JsonObject GetUploadUrl(ApiCall call)
    {
        var name = call.Args.Required("filename");
        if (!int.TryParse(call.Args.Required("length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length <= 0)
        {
            throw new SlackApiException("invalid_arguments", ["[ERROR] must be greater than 0 [json-pointer:/length]"]);
        }

        var file = call.World.ReserveFile(call.App.BotUserId, name, length);
        return ApiJson.Ok(("upload_url", $"{call.StandIn.BaseUrl}upload/{file.Id}"), ("file_id", file.Id));
    }

    public static JsonObject CompleteUpload(ApiCall call)
    {
        var named = call.Args.Structure<JsonArray>("files", "invalid_arguments") ?? throw SlackApiException.MissingField("files");
        var files = named.Select(entry => Completed(call, entry)).ToList();
        var channel = call.Args["channel_id"] is { } id ? call.ChannelToWriteIn(id) : null;
        foreach (var file in files)
        {
            call.World.Keep(file);
        }

        if (channel is not null)
        {
            var message = call.World.Add(new SlackMessage(
                channel.Id, "", call.Args["thread_ts"], call.App.BotUserId, call.App.BotId, call.Args["initial_comment"] ?? "")
            {
                Subtype = "file_share",
                FileIds = [.. files.Select(f => f.Id)],
            });
            call.StandIn.Events.EchoPosted(message);
        }

        return ApiJson.Ok(("files", new JsonArray([.. files.Select(f => ApiJson.File(call.World, f))])));
    }

    public static JsonObject Details(ApiCall call) => call.World.File(call.Args.Required("file")) is { IsComplete: true } file
        ? ApiJson.Ok(("file", ApiJson.File(call.World, file)))
        : throw new SlackApiException("file_not_found");

    private static SlackFile Completed(ApiCall call, JsonNode? entry)
    {
        var file = entry.Text("id") is { } id ? call.World.File(id) : null;
        return file is { IsComplete: false } && file.Content.Length == file.Length
            ? file with { IsComplete = true, Title = entry.Text("title") ?? file.Name }
            : throw new SlackApiException("file_not_found");
    }
}
