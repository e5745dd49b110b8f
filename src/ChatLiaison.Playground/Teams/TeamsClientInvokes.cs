using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Teams;

/// <summary>Invokes: the app answers in the same HTTP response, in time.</summary>
public sealed partial class TeamsClient
{
    private const string UnreachableText = "Unable to reach app. Please try again.";
    private const int Attempts = 3;

    /// <summary>
    /// Sends an invoke and waits. When no answer comes in time it is sent again, twice, with the same activity id; a late answer
    /// is ignored. Source: Teams, "Respond to the task module submit action".
    /// </summary>
    private async Task<InvokeAnswer> InvokeAsync(Way way, string name, JsonObject value, string source)
    {
        var activity = _activities.Act("invoke", way.Person, way.Place, way.ConversationId, source);
        activity["name"] = name;
        activity["value"] = value;
        if (way.MessageId is { } message && source == "message")
        {
            activity["replyToId"] = message;
        }

        var raw = activity.ToJsonString();
        for (var attempt = 1; ; attempt++)
        {
            var delivery = await _link.DeliverAsync(raw, _options.InvokeTimeout, attempt: attempt);
            if (delivery.IsAccepted)
            {
                return Read(way.Person, delivery.Body);
            }

            if (!delivery.IsTimedOut && delivery.Status > 0)
            {
                return new InvokeAnswer(default, Fail(way.Person, $"Something went wrong ({delivery.Status})."));
            }

            if (attempt == Attempts || !delivery.IsTimedOut)
            {
                return new InvokeAnswer(default, Show(way.Person, TeamsOutcomeKind.Unreachable, UnreachableText));
            }
        }
    }

    private InvokeAnswer Read(TeamsUser person, string body)
    {
        if (string.IsNullOrWhiteSpace(body))
        {
            return new InvokeAnswer(default, null);
        }

        return TeamsJson.TryParse(body, out var json) && json.ValueKind == JsonValueKind.Object
            ? new InvokeAnswer(json, null)
            : new InvokeAnswer(default, Fail(person, "The answer is not a JSON object."));
    }

    private TeamsOutcome Fail(TeamsUser person, string text) => Show(person, TeamsOutcomeKind.Error, text);

    private TeamsOutcome Show(TeamsUser person, TeamsOutcomeKind kind, string text)
    {
        var notice = kind switch
        {
            TeamsOutcomeKind.Unreachable => TeamsNoticeKind.Unreachable,
            TeamsOutcomeKind.Error => TeamsNoticeKind.Error,
            _ => TeamsNoticeKind.Message,
        };
        _world.Show(new TeamsNotice(person.Mri, notice, text));
        return new TeamsOutcome(kind, text);
    }

    /// <summary>Who acts, and from where.</summary>
    private sealed record Way(TeamsUser Person, TeamsConversation Place, string ConversationId, string? MessageId);

    /// <param name="Body">The answer, undefined when it is empty.</param>
    private sealed record InvokeAnswer(JsonElement Body, TeamsOutcome? Failure);
}
