using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Teams;

/// <summary>A choice that the app offered for what was typed.</summary>
public sealed record TeamsChoice(string Title, string Value);

/// <summary>Lists that the app fills while a person types. Source: Teams, "Typeahead search in Adaptive Cards".</summary>
public sealed partial class TeamsClient
{
    private const int MostChoices = 15;

    /// <summary>Types into an input of the open dialog, or of a message's card.</summary>
    /// <param name="input">Its id.</param>
    /// <param name="messageId">The message that holds it; null: the open dialog.</param>
    public async Task<IReadOnlyList<TeamsChoice>> SearchAsync(string user, string input, string typed, string? messageId = null)
    {
        var person = Person(user);
        var (card, way) = messageId is null ? InDialog(person) : InMessage(person, messageId);
        var data = AdaptiveCardTree.Cards(card).SelectMany(AdaptiveCardTree.Inputs).FirstOrDefault(i => i.Text("id") == input).Member("choices.data");
        if (data?.Text("dataset") is not { } dataset)
        {
            throw new InvalidOperationException($"The input {input} is no list that the app fills.");
        }

        var value = new JsonObject
        {
            ["queryText"] = typed,
            ["queryOptions"] = new JsonObject { ["skip"] = 0, ["top"] = MostChoices },
            ["dataset"] = dataset,
        };
        var answer = await InvokeAsync(way, "application/search", value, "message");
        return
        [
            .. (answer.Body.Member("value")?.Items("results") ?? []).Take(MostChoices)
                .Select(r => new TeamsChoice(r.Text("title") ?? "", r.Text("value") ?? "")),
        ];
    }

    private (System.Text.Json.JsonElement Card, Way Way) InDialog(TeamsUser person)
    {
        var dialog = DialogOf(person);
        return (dialog.Card, new Way(person, _world.FindConversation(dialog.ConversationId)!, dialog.ConversationId, dialog.MessageId));
    }

    private (System.Text.Json.JsonElement Card, Way Way) InMessage(TeamsUser person, string messageId)
    {
        var (_, place, message) = Look(person.Mri, messageId);
        return (message.CardsFor(person.Mri)[0], new Way(person, place, message.ThreadConversationId, message.Id));
    }
}
