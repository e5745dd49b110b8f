using System.Text.Json;
using ChatLiaison.Chat;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.Teams;

/// <summary>
/// What happens around us: installed and removed, people joining, channels renamed, messages edited. Teams tells of one installation by
/// two activities, so what is known already is not told to the desk twice.
/// </summary>
internal sealed class TeamsUpdateActivities(
    IChatInbox inbox, TeamsPeople people, TeamsReferences references, TeamsReplies replies, ILogger<TeamsUpdateActivities> log) : IDisposable
{
    // The two activities of one installation arrive side by side: the second must see what the first has noted.
    private readonly SemaphoreSlim oneAtATime = new(1, 1);

    public void Dispose() => oneAtATime.Dispose();

    public Task TakeAsync(TeamsActivity activity, CancellationToken cancellationToken) => activity.Type switch
    {
        "installationUpdate" => (activity.Root.Text("action") ?? "").StartsWith("remove", StringComparison.Ordinal)
            ? RemovedAsync(activity, cancellationToken)
            : AddedAsync(activity, cancellationToken),
        "conversationUpdate" => ConversationAsync(activity, cancellationToken),
        "messageUpdate" => TellAsync(activity, "edit", NoticeKind.MessageEdited, cancellationToken, activity.Message, TeamsWords.Read(activity).Text),
        "messageDelete" => TellAsync(activity, "delete", NoticeKind.MessageDeleted, cancellationToken, activity.Message),
        _ => Task.CompletedTask,
    };

    private async Task ConversationAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        foreach (var member in activity.Root.Items("membersAdded"))
        {
            if (IsUs(activity, member))
            {
                await AddedAsync(activity, cancellationToken);
            }
            else if (activity.Kind != PlaceKind.Direct)
            {
                var person = await people.MemberAsync(activity, member, cancellationToken);
                await inbox.NoticeAsync(
                    new(person, activity.Place, $"{activity.Key("joined")}:{person.Id}", NoticeKind.PersonJoined), cancellationToken);
            }
        }

        if (activity.Root.Items("membersRemoved").Any(member => IsUs(activity, member)))
        {
            await RemovedAsync(activity, cancellationToken);
        }

        switch (activity.EventType)
        {
            case "channelRenamed":
                var name = activity.ChannelData.Child("channel").Text("name") ?? "";
                await TellAsync(activity, "renamed", NoticeKind.ChannelRenamed, cancellationToken, text: name);
                break;
            case "channelDeleted" or "teamDeleted":
                await TellAsync(activity, "gone", NoticeKind.ChannelGone, cancellationToken);
                break;
        }
    }

    private async Task AddedAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            await AddedOnceAsync(activity, cancellationToken);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private async Task AddedOnceAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        if (activity.Kind != PlaceKind.Direct)
        {
            var channel = await references.ChannelAsync(activity.ChannelId, cancellationToken);
            if (channel.Present != true)
            {
                await TellAsync(activity, "added", NoticeKind.BotAdded, cancellationToken);
                await references.SetChannelAsync(activity.ChannelId, channel with { Present = true }, cancellationToken);
            }

            return;
        }

        var reference = await references.PersonAsync(activity.PersonId, cancellationToken);
        if (reference.Installed != true)
        {
            var person = await people.SenderAsync(activity, cancellationToken);
            await inbox.NoticeAsync(new(person, activity.Place, activity.Key("installed"), NoticeKind.PersonInstalled), cancellationToken);
            reference = await references.PersonAsync(activity.PersonId, cancellationToken);
            await references.SetPersonAsync(activity.PersonId, reference with { Installed = true }, cancellationToken);
            await WelcomeAsync(activity, person, cancellationToken);
        }
    }

    private async Task RemovedAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        if (activity.Kind != PlaceKind.Direct)
        {
            var channel = await references.ChannelAsync(activity.ChannelId, cancellationToken);
            if (channel.Present != false)
            {
                await TellAsync(activity, "removed", NoticeKind.BotRemoved, cancellationToken);
                await references.SetChannelAsync(activity.ChannelId, channel with { Present = false }, cancellationToken);
            }

            return;
        }

        await TellAsync(activity, "uninstalled", NoticeKind.PersonUninstalled, cancellationToken);
        var person = await references.PersonAsync(activity.PersonId, cancellationToken);
        await references.SetPersonAsync(activity.PersonId, person with { Installed = false }, cancellationToken);
    }

    // The first message of the direct chat is the person's home page.
    private async Task WelcomeAsync(TeamsActivity activity, ChatPerson person, CancellationToken cancellationToken)
    {
        try
        {
            await replies.HereAsync(activity, await inbox.HomeAsync(person, cancellationToken), cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "The home page of a person new to the app in Teams could not be made.");
        }
    }

    private async Task TellAsync(
        TeamsActivity activity, string key, NoticeKind kind, CancellationToken cancellationToken, MessageRef? message = null, string text = "")
    {
        // One message may be edited often: the moment tells the edits apart.
        var moment = message is null ? "" : ":" + (activity.Root.Text("timestamp") ?? "");
        var person = await people.SenderAsync(activity, cancellationToken);
        var place = activity.EventType.StartsWith("channel", StringComparison.Ordinal) && activity.ChannelData.Child("channel").Text("id") is { } channel
            ? new ChatPlace(TeamsPlatform.PlatformKey, PlaceKind.Channel, channel)
            : activity.Place;
        await inbox.NoticeAsync(new(person, place, activity.Key(key) + moment, kind, message, text), cancellationToken);
    }

    private static bool IsUs(TeamsActivity activity, JsonElement member) => member.Text("id") == activity.RecipientId;
}
