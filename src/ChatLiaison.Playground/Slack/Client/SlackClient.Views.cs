using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

public sealed partial class SlackClient
{
    private static readonly AppAnswer NotSent = new(null, "", null, null);

    /// <summary>Types or chooses in a field of the modal on show. The app hears of it only where the field acts at once.</summary>
    /// <param name="field">Block id, action id or label.</param>
    /// <param name="value">Text, number, several texts, or null to clear; for options, the value or the words of one.</param>
    public Task<SlackActOutcome> ChangeAsync(string userId, string field, object? value) => ChangeAsync(userId, Top(userId), field, value);

    /// <summary>The same in the person's App Home.</summary>
    public Task<SlackActOutcome> ChangeInHomeAsync(string userId, string field, object? value) =>
        ChangeAsync(userId, HomeOf(userId), field, value);

    /// <summary>Presses a button inside the modal on show.</summary>
    public Task<SlackActOutcome> ClickInViewAsync(string userId, string button) => ClickAsync(userId, Top(userId), button);

    /// <summary>Presses a button in the person's App Home.</summary>
    public Task<SlackActOutcome> ClickInHomeAsync(string userId, string button) => ClickAsync(userId, HomeOf(userId), button);

    /// <summary>Types into an external select of the modal on show; returns what the app offers.</summary>
    public Task<IReadOnlyList<SlackSuggestion>> SuggestAsync(string userId, string field, string typed)
    {
        var view = Top(userId);
        return AskForOptionsAsync(Person(userId), ElementFinder.Field(BlockElements.In(view.Blocks), field), typed, view, null);
    }

    /// <summary>Fills fields in and presses the submit button of the modal on show.</summary>
    /// <param name="values">Block id, action id or label, to a value as in <see cref="ChangeAsync(string, string, object?)"/>.</param>
    public async Task<SlackSubmitOutcome> SubmitViewAsync(string userId, IReadOnlyDictionary<string, object?>? values = null)
    {
        var user = Person(userId);
        foreach (var (field, value) in values ?? ImmutableDictionary<string, object?>.Empty)
        {
            await ChangeAsync(userId, field, value);
        }

        var view = Top(userId);
        if (view.Content["submit"] is null)
        {
            throw new SlackRefusalException(SlackRefusal.NoSubmitButton, view.Title);
        }

        if (FormCheck.Of(view) is { IsEmpty: false } missing)
        {
            World.ChangeView(view.Id, v => v with { Errors = missing });
            return new SlackSubmitOutcome(NotSent, null, missing, WasSent: false, World.TopView(userId));
        }

        var payload = _payloads.InView("view_submission", user, view);
        payload["response_urls"] = new JsonArray();
        var answer = await _standIn.Link.DeliverAsync(new AppRequest(AppRequestKind.Interaction, payload));
        var (failure, errors) = SubmissionAnswers.Apply(World, view, answer);
        return new SlackSubmitOutcome(answer, failure, errors, WasSent: true, World.TopView(userId));
    }

    /// <summary>Closes the modal on show, or all of them; the app hears of those that asked to.</summary>
    public async Task<IReadOnlyList<AppAnswer>> CloseViewAsync(string userId, bool all = false)
    {
        var user = Person(userId);
        Top(userId);
        var answers = new List<AppAnswer>();
        foreach (var view in World.CloseViews(userId, all).Where(v => v.Content.Flag("notify_on_close")))
        {
            var payload = _payloads.InView("view_closed", user, view);
            payload.Remove("trigger_id");
            payload["is_cleared"] = all;
            answers.Add(await _standIn.Link.DeliverAsync(new AppRequest(AppRequestKind.Interaction, payload)));
        }

        return answers;
    }

    private async Task<SlackActOutcome> ChangeAsync(string userId, SlackView view, string field, object? value)
    {
        var user = Person(userId);
        var element = ElementFinder.Field(BlockElements.In(view.Blocks), field);
        var state = FieldFilling.Fill(element, value, await OfferedAsync(user, element, value, view, null));
        if (BlockElements.KeepsState(element.Type))
        {
            World.ChangeView(view.Id, v => v with
            {
                Typed = v.Typed.SetItem(element.Key, state),
                Errors = v.Errors.Remove(element.BlockId),
            });
        }

        var changed = World.FindView(view.Id, null) ?? view;
        return !element.IsInput || element.Block.Flag("dispatch_action")
            ? await InteractAsync(userId, _payloads.ActionInView(user, changed, _payloads.Action(element, state)))
            : new SlackActOutcome(NotSent, null, null, null);
    }

    private Task<SlackActOutcome> ClickAsync(string userId, SlackView view, string button)
    {
        var element = ElementFinder.Button(BlockElements.In(view.Blocks), button);
        return InteractAsync(userId, _payloads.ActionInView(Person(userId), view, _payloads.Action(element, null)));
    }

    private SlackView Top(string userId) => World.TopView(userId) ?? throw new SlackRefusalException(SlackRefusal.NoOpenView, userId);

    private SlackView HomeOf(string userId) =>
        World.Home(userId) ?? throw new SlackRefusalException(SlackRefusal.NoOpenView, $"home of {userId}");
}
