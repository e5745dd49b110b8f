using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>Carries out the reply to a press, in the way that the button's place allows.</summary>
internal sealed class SlackPressReplies(SlackViews views, SlackPlatform platform, SlackWhispers whispers, SlackHome home)
{
    public async ValueTask<SlackAnswer> CarryOutAsync(Reply reply, ButtonPress press, SlackSurface surface, CancellationToken cancellationToken)
    {
        if (reply is FormReply { Form: var form })
        {
            return await views.TryAsync(form, () => ShowAsync(form, press, surface, cancellationToken)) ? SlackAnswer.Ok : Answer(new RefusedReply(SlackWords.FormDidNotOpen), press, surface);
        }

        return surface.ViewType is null ? Answer(reply, press, surface) : await InViewAsync(reply, press, surface, cancellationToken);
    }

    /// <summary>In a message: the card is changed for everyone, and words go to the person alone.</summary>
    private SlackAnswer Answer(Reply reply, ButtonPress press, SlackSurface surface)
    {
        if (reply is ReplaceReply { Card: var card } && press.Card is { } message)
        {
            return SlackAnswer.Then(token => whispers.QuietlyAsync(() => platform.UpdateAsync(message, card, token)));
        }

        return SlackAcks.Shown(reply) is { } shown
            ? SlackAnswer.Then(token => whispers.RespondAsync(surface.ResponseUrl, press.Person, press.Place, (shown.Card, shown.ForAll, reply is ReplaceReply), token))
            : SlackAnswer.Ok;
    }

    /// <summary>In a modal or on the home page there is no conversation to speak into: a dialog on top says it.</summary>
    private async ValueTask<SlackAnswer> InViewAsync(Reply reply, ButtonPress press, SlackSurface surface, CancellationToken cancellationToken)
    {
        var onHome = surface.ViewType == "home";
        var onTop = surface.ViewType == "modal";
        if (onHome && reply is ReplaceReply { Card: var page })
        {
            return SlackAnswer.Then(token => whispers.QuietlyAsync(() => views.PublishHomeAsync(press.Person.Id, page, token)));
        }

        if (SlackAcks.Shown(reply) is { } shown)
        {
            await whispers.QuietlyAsync(() => views.ShowAsync(surface.Trigger, onTop, Title(reply), shown.Card, cancellationToken));
        }

        return onHome ? SlackAnswer.Then(token => home.DrawAsync(press.Person, token)) : SlackAnswer.Ok;
    }

    private async Task<SlackResult> ShowAsync(Form form, ButtonPress press, SlackSurface surface, CancellationToken cancellationToken)
    {
        var result = surface switch
        {
            { ViewType: "modal", ViewId: { } view } when surface.OpenAction == form.Action => await views.UpdateAsync(view, form, press.Place, cancellationToken),
            { ViewType: "modal" } => await views.PushAsync(surface.Trigger, form, press.Place, cancellationToken),
            _ => await views.OpenAsync(surface.Trigger, form, press.Place, cancellationToken),
        };
        return result.Error is "push_limit_reached" && surface.ViewId is { } top ? await views.UpdateAsync(top, form, press.Place, cancellationToken) : result;
    }

    internal static string Title(Reply reply) => reply switch
    {
        RefusedReply or ErrorsReply => "Not done",
        DoneReply => "Done",
        _ => "ChatLiaison",
    };
}
