using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Teams;

/// <summary>Buttons of cards in messages.</summary>
public sealed partial class TeamsClient
{
    /// <summary>
    /// Presses a button of a message's card, as this person sees the card now.
    /// </summary>
    /// <param name="button">The button's title, its verb, or its place.</param>
    /// <param name="typed">What was put into the card's inputs before, by id or label.</param>
    public async Task<TeamsOutcome> PressAsync(
        string user, string messageId, ButtonName button, IReadOnlyDictionary<string, string>? typed = null)
    {
        var (person, place, message) = Look(user, messageId);
        var pressed = button.FindIn(message.CardsFor(person.Mri));
        switch (pressed.Type)
        {
            case "Action.OpenUrl":
                return new TeamsOutcome(TeamsOutcomeKind.UrlOpened, pressed.Action.Text("url")!);
            case "Action.ToggleVisibility":
                return new TeamsOutcome(TeamsOutcomeKind.DoneByClient);
            case "Action.ShowCard":
                return new TeamsOutcome(TeamsOutcomeKind.DoneByClient) { Card = pressed.Action.Member("card") };
        }

        var sendsInputs = !string.Equals(pressed.Action.Text("associatedInputs"), "none", StringComparison.OrdinalIgnoreCase);
        var form = new CardForm(sendsInputs ? pressed.Inputs : [], typed);
        if (form.Problems() is { Count: > 0 } problems)
        {
            return new TeamsOutcome(TeamsOutcomeKind.Invalid) { Problems = problems };
        }

        var data = form.Merge(pressed.Action.Member("data"));
        var way = new Way(person, place, message.ThreadConversationId, message.Id);
        return pressed.Type == "Action.Execute" ? await ExecuteAsync(way, pressed, data)
            : IsTaskFetch(pressed) ? await FetchDialogAsync(way, data)
            : await SubmitAsync(way, data);
    }

    private static bool IsTaskFetch(CardButton button) =>
        button.Action.Member("data").Member("msteams")?.Text("type") == "task/fetch";

    private async Task<TeamsOutcome> SubmitAsync(Way way, JsonNode data)
    {
        var activity = _activities.Act("message", way.Person, way.Place, way.ConversationId, "message");
        activity["replyToId"] = way.MessageId;
        activity["value"] = data;
        var delivery = await DeliverAsync(activity);
        return delivery.IsAccepted
            ? new TeamsOutcome(TeamsOutcomeKind.Sent)
            : Fail(way.Person, $"Something went wrong ({delivery.Status}).");
    }

    private async Task<TeamsOutcome> ExecuteAsync(Way way, CardButton button, JsonNode data)
    {
        var action = new JsonObject { ["type"] = "Action.Execute", ["verb"] = button.Verb, ["data"] = data };
        if (button.Action.Text("id") is { } id)
        {
            action["id"] = id;
        }

        var answer = await InvokeAsync(way, "adaptiveCard/action", new JsonObject { ["action"] = action, ["trigger"] = "manual" }, "message");
        return answer.Failure ?? ApplyExecuteAnswer(way, answer.Body);
    }

    /// <summary>Source: Teams, "Universal Actions for Adaptive Cards", response format.</summary>
    private TeamsOutcome ApplyExecuteAnswer(Way way, JsonElement body)
    {
        var status = body.Member("statusCode") is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : 0;
        var value = body.Member("value") ?? default;
        switch (status, body.Text("type"))
        {
            case (200, TeamsJson.CardContentType):
                if (_check.FaultsOf(value) is { Count: > 0 } faults)
                {
                    return Fail(way.Person, $"The card in the answer is malformed. {string.Join("; ", faults)}");
                }

                _world.Edit(way.MessageId!, message => message with
                {
                    CardsByUser = new Dictionary<string, JsonElement>(message.CardsByUser, StringComparer.Ordinal) { [way.Person.Mri] = value },
                });
                return new TeamsOutcome(TeamsOutcomeKind.CardReplaced) { Card = value };
            case (200, "application/vnd.microsoft.activity.message") when value.ValueKind == JsonValueKind.String:
                return Show(way.Person, TeamsOutcomeKind.MessageShown, value.GetString()!);
            case (>= 400, "application/vnd.microsoft.error"):
                return Fail(way.Person, value.Text("message") ?? $"Something went wrong ({status}).");
            default:
                return Fail(way.Person, $"The answer to adaptiveCard/action is not one: {body}");
        }
    }
}
