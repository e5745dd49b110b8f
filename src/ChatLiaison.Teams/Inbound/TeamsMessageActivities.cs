using System.Text.Json;
using ChatLiaison.Chat;
using NodaTime.Extensions;

namespace ChatLiaison.Teams;

/// <summary>Activities of the type message: typed words, and presses and submits from clients without Universal Actions.</summary>
internal sealed class TeamsMessageActivities(IChatInbox inbox, TeamsDesk desk, TeamsPeople people, TeamsReplies replies, TimeProvider time)
{
    public async Task TakeAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        if (activity.PersonId.Length == 0 || activity.From.Text("id") == activity.RecipientId)
        {
            return;
        }

        var person = await people.SenderAsync(activity, cancellationToken);
        var (text, mentionsUs) = TeamsWords.Read(activity);
        if (text.Length == 0 && activity.Value.ValueKind == JsonValueKind.Object)
        {
            await TakeSubmitAsync(activity, person, cancellationToken);
            return;
        }

        var message = new ChatMessage(
            person,
            activity.Place,
            activity.Key("msg"),
            activity.Message,
            text,
            mentionsUs,
            activity.At(time.GetUtcNow().ToInstant()),
            TeamsFiles.Of(activity.Root, TeamsIds.LinkTo(activity.Message, activity.TenantId ?? "", activity.ChannelData.Child("team").Text("aadGroupId"))));
        // Somebody who spoke to us hears when it failed; what was only overheard fails towards Teams, which may deliver it again.
        var reply = mentionsUs
            ? await desk.AskAsync((to, token) => to.MessageAsync(message, token), cancellationToken)
            : await inbox.MessageAsync(message, cancellationToken);
        await replies.AnswerAsync(activity, person, reply, null, cancellationToken);
    }

    private async Task TakeSubmitAsync(TeamsActivity activity, ChatPerson person, CancellationToken cancellationToken)
    {
        if (TeamsActs.SubmissionOf(activity, person, activity.Value, out var filled) is { } submission)
        {
            var reply = filled!.Incomplete.Count > 0
                ? Reply.Wrong(filled.Incomplete)
                : await desk.AskAsync((to, token) => to.SubmitAsync(submission, token), cancellationToken);
            await replies.AnswerAsync(activity, person, reply, Card(activity), cancellationToken);
        }
        else if (TeamsActs.PressOf(activity, person, activity.Value) is { } press)
        {
            var reply = await desk.AskAsync((to, token) => to.PressAsync(press, token), cancellationToken);
            await replies.AnswerAsync(activity, person, reply, press.Card, cancellationToken);
        }
    }

    private static MessageRef? Card(TeamsActivity activity) => activity.ReplyToId is { } card ? activity.Sibling(card) : null;
}
