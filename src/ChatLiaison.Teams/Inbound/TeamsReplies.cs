using ChatLiaison.Chat;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.Teams;

/// <summary>
/// Carries out an answer by writing: into the thread or chat where the person asked, or to them alone. What the desk did is committed
/// by then, so a failure to write is logged and not thrown.
/// </summary>
internal sealed class TeamsReplies(TeamsSender sender, ILogger<TeamsReplies> log)
{
    private static readonly CustomerText AddUsFirst = CustomerText.Of($"I can't write to you privately yet. Please add this app in Teams, then ask again.");
    private static readonly CustomerText NotNow = CustomerText.Of($"I couldn't write to you privately just now. Please ask again in a moment.");

    /// <param name="card">The message whose button was pressed, if any.</param>
    public Task AnswerAsync(TeamsActivity activity, ChatPerson person, Reply reply, MessageRef? card, CancellationToken cancellationToken) => reply switch
    {
        DoneReply { Text: { IsEmpty: false } text } => HereAsync(activity, CustomerCard.Plain(text), cancellationToken),
        RefusedReply refused => HereAsync(activity, CustomerCard.Plain(refused.Reason), cancellationToken),
        ErrorsReply errors => HereAsync(activity, CustomerCard.Plain(Sentences(errors)), cancellationToken),
        FormReply form => HereAsync(activity, Opener(form.Form), cancellationToken),
        ReplaceReply replace when card is not null => ReplaceAsync(card, replace.Card, cancellationToken),
        ReplaceReply replace => HereAsync(activity, replace.Card, cancellationToken),
        CardReply { Visibility: Visibility.Here } shown => HereAsync(activity, shown.Card, cancellationToken),
        CardReply shown => PrivatelyAsync(activity, person, shown.Card, cancellationToken),
        _ => Task.CompletedTask,
    };

    /// <summary>To the person alone; false when that could not be, which is then said where they asked.</summary>
    public async Task<bool> PrivatelyAsync(TeamsActivity activity, ChatPerson person, Card card, CancellationToken cancellationToken)
    {
        if (activity.Kind == PlaceKind.Direct)
        {
            return await HereAsync(activity, card, cancellationToken);
        }

        try
        {
            await sender.ToPersonAsync(person.Id, card, [], cancellationToken);
            return true;
        }
        catch (Exception failure) when (failure is ChatPlatformException or OperationCanceledException)
        {
            log.LogWarning("A private answer in Teams could not be written: {Reason}", failure.Message);
            var words = failure is ChatPlatformException { Failure: ChatFailure.PersonUnreachable } ? AddUsFirst : NotNow;
            await HereAsync(activity, CustomerCard.Plain(words), cancellationToken);
            return false;
        }
    }

    /// <summary>Where the person asked: in the thread, when that is a channel.</summary>
    public Task<bool> HereAsync(TeamsActivity activity, Card card, CancellationToken cancellationToken)
    {
        var root = activity.ThreadId ?? activity.ReplyToId ?? (activity.Type == "message" ? activity.Id : null);
        return TryAsync(() => sender.ToChannelAsync(activity.ChannelId, root, card, [], cancellationToken));
    }

    public Task<bool> ReplaceAsync(MessageRef message, Card card, CancellationToken cancellationToken) =>
        TryAsync(() => sender.ReplaceAsync(message, card, cancellationToken));

    /// <summary>The card that stands for a form where none can be opened.</summary>
    public static Card Opener(Form form)
    {
        var words = form.OpenerText.IsEmpty ? CustomerText.Name(form.Title) : form.OpenerText;
        return form.Opener is { } button ? CustomerCard.Plain(words).With(button) : CustomerCard.Plain(words);
    }

    public static CustomerText Sentences(ErrorsReply errors) =>
        CustomerText.Name(string.Join(' ', errors.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal)));

    private async Task<bool> TryAsync(Func<Task> write)
    {
        try
        {
            await write();
            return true;
        }
        catch (Exception failure) when (failure is ChatPlatformException or OperationCanceledException)
        {
            log.LogWarning("An answer in Teams could not be written: {Reason}", failure.Message);
            return false;
        }
    }
}
