using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Teams;

/// <summary>
/// Files among a message's attachments; cards and the message's own HTML are none. In a channel Teams tells a bot of a picture among the words,
/// at an address that is for the bot alone, and of no other file; the menu of the message brings those too, as references.
/// (Teams: send and receive files; inline images.)
/// </summary>
internal static class TeamsFiles
{
    private const string Upload = "application/vnd.microsoft.teams.file.download.info";

    /// <param name="message">The address of the message that holds them, where people see its pictures; null when it has none.</param>
    public static IReadOnlyList<ChatFile> Of(JsonElement parent, string? message = null)
    {
        List<ChatFile>? files = null;
        foreach (var attachment in parent.Items("attachments"))
        {
            var kind = attachment.Text("contentType") ?? "";

            // The address to download from is good for minutes; that of the file itself is there next week.
            var address = attachment.Text("contentUrl") ?? (kind == Upload ? attachment.Child("content").Text("downloadUrl") : null);
            if (address is not null && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http")
            {
                var isPicture = kind.StartsWith("image/", StringComparison.Ordinal);
                (files ??= []).Add(new(
                    attachment.Text("name") ?? (isPicture ? "picture" : "file"), isPicture ? message ?? address : address, attachment.Child("content").Text("fileType") ?? kind));
            }
        }

        return files ?? (IReadOnlyList<ChatFile>)[];
    }
}
