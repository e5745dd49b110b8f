using System.Text.Json;
using ChatLiaison.Chat;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.Slack;

/// <summary>Fills a list as somebody types in it. The list's action is the name of what it searches.</summary>
internal sealed class SlackSuggestions(SlackDesk desk, SlackActor actor, ILogger<SlackSuggestions> log)
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(2.5);

    public async ValueTask<SlackAnswer> HandleAsync(JsonElement payload, CancellationToken cancellationToken)
    {
        var query = new ChoiceQuery(actor.Person(payload), payload.Text("action_id") ?? "", (payload.Text("value") ?? "").Trim());
        return SlackAnswer.Json(await SearchAsync(query, cancellationToken), static (writer, choices) =>
        {
            writer.WriteStartObject();
            SlackChoiceRenderer.WriteOptions(writer, choices);
            writer.WriteEndObject();
        });
    }

    private async Task<IReadOnlyList<Choice>> SearchAsync(ChoiceQuery query, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Budget);
        try
        {
            return await desk.Inbox.SuggestAsync(query, limit.Token).WaitAsync(limit.Token);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // An empty list is what Slack shows as "no results"; the person types on or leaves it out.
            log.LogError(e, "The desk could not search {Source}", query.Source);
            return [];
        }
    }
}
