using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Teams;

/// <summary>
/// Message extensions: a command called from the compose box, the command box or a message. The command's id is its name, and the id of
/// its action on a message ends in <see cref="OnMessage"/>.
/// </summary>
internal sealed class TeamsExtensionInvokes(TeamsDesk desk, TeamsPeople people, TeamsDialogs dialogs, TeamsTaskInvokes tasks)
{
    public const string OnMessage = ":message";

    public async Task<ReadOnlyMemory<byte>> FetchAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        var reply = await CallAsync(activity, "", cancellationToken);
        return await dialogs.AnswerAsync(activity, reply, TeamsSurface.Opening, null, null, cancellationToken);
    }

    public async Task<ReadOnlyMemory<byte>> SubmitAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        var data = activity.Value.Child("data");
        if (data.Child(TeamsEnvelope.Name).ValueKind == JsonValueKind.Object || data.Text(TeamsButtons.Action) is not null)
        {
            return await tasks.SubmittedAsync(activity, TeamsSurface.Extension, cancellationToken);
        }

        // A client that asked for the words itself calls the command with them.
        var reply = await CallAsync(activity, data.Text("text") ?? "", cancellationToken);
        return await dialogs.AnswerAsync(activity, reply, TeamsSurface.Extension, null, null, cancellationToken);
    }

    private async Task<Reply> CallAsync(TeamsActivity activity, string words, CancellationToken cancellationToken)
    {
        var person = await people.SenderAsync(activity, cancellationToken);
        var id = activity.Value.Text("commandId") ?? "";
        var command = id.EndsWith(OnMessage, StringComparison.Ordinal) ? id[..^OnMessage.Length] : id;
        var space = command.IndexOf(' ', StringComparison.Ordinal);
        var (name, verb) = space < 0 ? (command, "") : (command[..space], command[(space + 1)..]);
        var text = $"{verb} {words}".Trim();
        var call = new CommandCall(person, activity.Place, activity.Key("cmd"), name.ToLowerInvariant(), text, SourceOf(activity));
        return await desk.AskAsync((to, token) => to.CommandAsync(call, token), cancellationToken);
    }

    private static SourceMessage? SourceOf(TeamsActivity activity)
    {
        var payload = activity.Value.Child("messagePayload");
        if (payload.Text("id") is not { } id)
        {
            return null;
        }

        var body = payload.Child("body");
        var content = body.Text("content") ?? "";
        var author = payload.Child("from").Child("user");
        return new(
            payload.Text("replyToId") is { } root && root != id ? activity.Sibling(id) with { ThreadId = root } : activity.Sibling(id),
            body.Text("contentType") == "text" ? content.Trim() : TeamsWords.FromHtml(content),
            author.Text("id") ?? "",
            author.Text("displayName") ?? "",
            TeamsFiles.Of(payload));
    }
}
