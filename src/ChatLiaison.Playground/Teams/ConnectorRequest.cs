using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ChatLiaison.Playground.Teams;

/// <summary>One call of the connector, its ids already decoded.</summary>
internal sealed record ConnectorRequest(HttpContext Http, string RawBody, JsonElement Body)
{
    public string ConversationId => Route("conversationId");

    public string ActivityId => Route("activityId");

    public bool IsTargeted => string.Equals(Query("isTargetedActivity"), "true", StringComparison.OrdinalIgnoreCase);

    public string Route(string name) => Http.Request.RouteValues[name] as string ?? "";

    public string? Query(string name) => Http.Request.Query.TryGetValue(name, out var value) ? value.ToString() : null;
}
