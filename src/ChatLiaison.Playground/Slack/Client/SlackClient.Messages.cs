using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

public sealed partial class SlackClient
{
    // What a person has chosen in the fields of a message stays in that person's client.
    private readonly ConcurrentDictionary<(string, string, string), ImmutableDictionary<SlackFieldKey, JsonObject>> _chosen = new();

    /// <summary>Presses a button of a message, or chooses the item of that name in one of its menus.</summary>
    /// <param name="button">Its action id, or the words on it.</param>
    public Task<SlackActOutcome> ClickAsync(string userId, SlackMessage message, string button)
    {
        var user = Person(userId);
        var now = Seen(user, message);
        if (ElementFinder.Menu(BlockElements.In(now), button) is { } menu)
        {
            return ChooseAsync(userId, message, menu.ActionId, button);
        }

        var element = ElementFinder.Button(BlockElements.In(now), button);
        return InteractAsync(userId, _payloads.OnMessage(user, now, _payloads.Action(element, null), StateOf(userId, now)));
    }

    /// <summary>Chooses in a field of a message: a select, a date, an overflow menu's item …</summary>
    /// <param name="field">Its action id, its block id, its label or its placeholder.</param>
    /// <param name="value">What to choose; for options, the value or the words of one.</param>
    public async Task<SlackActOutcome> ChooseAsync(string userId, SlackMessage message, string field, object? value)
    {
        var user = Person(userId);
        var now = Seen(user, message);
        var element = ElementFinder.Field(BlockElements.In(now), field);
        var state = FieldFilling.Fill(element, value, await OfferedAsync(user, element, value, null, now));
        if (BlockElements.KeepsState(element.Type))
        {
            _chosen.AddOrUpdate(
                (userId, now.ChannelId, now.Ts),
                _ => FieldValues.Initial(now.Blocks).SetItem(element.Key, state),
                (_, chosen) => chosen.SetItem(element.Key, state));
        }

        var action = _payloads.Action(element, state);
        return !element.IsInput || element.Block.Flag("dispatch_action")
            ? await InteractAsync(userId, _payloads.OnMessage(user, now, action, StateOf(userId, now)))
            : new SlackActOutcome(new AppAnswer(null, "", null, null), null, null, null);
    }

    /// <summary>Types into an external select of a message; returns what the app offers.</summary>
    public Task<IReadOnlyList<SlackSuggestion>> SuggestAsync(string userId, SlackMessage message, string field, string typed)
    {
        var user = Person(userId);
        var now = Seen(user, message);
        return AskForOptionsAsync(user, ElementFinder.Field(BlockElements.In(now), field), typed, null, now);
    }

    private JsonObject StateOf(string userId, SlackMessage message) =>
        FieldValues.ToState(_chosen.GetValueOrDefault((userId, message.ChannelId, message.Ts)) ?? FieldValues.Initial(message.Blocks));
}
