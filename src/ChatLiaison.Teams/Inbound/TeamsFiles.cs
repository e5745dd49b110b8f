using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Teams;

/// <summary>Files among a message's attachments; cards and the message's own HTML are none.</summary>
internal static class TeamsFiles
{
    private const string Upload = "application/vnd.microsoft.teams.file.download.info";

    public static IReadOnlyList<ChatFile> Of(JsonElement parent)
    {
        List<ChatFile>? files = null;
        foreach (var attachment in parent.Items("attachments"))
        {
            var kind = attachment.Text("contentType") ?? "";
            var address = kind == Upload ? attachment.Child("content").Text("downloadUrl") : attachment.Text("contentUrl");
            if (address is not null && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http")
            {
                (files ??= []).Add(new(attachment.Text("name") ?? "file", address, attachment.Child("content").Text("fileType") ?? kind));
            }
        }

        return files ?? (IReadOnlyList<ChatFile>)[];
    }
}
