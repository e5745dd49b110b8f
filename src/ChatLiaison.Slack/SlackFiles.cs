using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>
/// Files of a message. What comes from another organisation in a shared channel brings no more than an id, and is asked for; a file that can't
/// be had in time is named by the message that holds it. (Slack: file object, Slack Connect files, files.info.)
/// </summary>
internal sealed class SlackFiles(SlackApi api, SlackInstallation installation)
{
    private const int MostAsked = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public async ValueTask<IReadOnlyList<ChatFile>> AskAsync(JsonElement message, MessageRef from, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        var asked = 0;
        var files = new List<ChatFile>();
        foreach (var file in message.List("files"))
        {
            files.Add(IsWithheld(file) && asked++ < MostAsked && await AskAsync(file, limit.Token, cancellationToken) is { } told ? told : One(file, from));
        }

        return files;
    }

    /// <summary>As far as they stand in the message: a trigger doesn't wait, and the message itself is linked.</summary>
    public IReadOnlyList<ChatFile> Of(JsonElement message, MessageRef from) => [.. message.List("files").Where(f => !IsWithheld(f)).Select(f => One(f, from))];

    private ChatFile One(JsonElement file, MessageRef from) => One(file) is { Url.Length: > 0 } known
        ? known
        : new ChatFile(file.FirstText("name", "title") ?? "file", SlackLinks.ToMessage(installation.Team?.Url, from) ?? "", "");

    private async Task<ChatFile?> AskAsync(JsonElement file, CancellationToken limit, CancellationToken cancellationToken)
    {
        try
        {
            var result = await api.AskAsync("files.info", limit, KeyValuePair.Create("file", file.Text("id") ?? ""));
            if (result.IsOk)
            {
                using var document = result.Read();
                return One(document.RootElement.At("file"));
            }
        }
        catch (Exception e) when (e is ChatPlatformException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        return null;
    }

    private static ChatFile One(JsonElement file) => new(
        file.FirstText("name", "title", "id") ?? "file", file.FirstText("permalink", "url_private") ?? "", file.FirstText("mimetype", "filetype") ?? "");

    private static bool IsWithheld(JsonElement file) => file.Text("file_access") == "check_file_info";
}
