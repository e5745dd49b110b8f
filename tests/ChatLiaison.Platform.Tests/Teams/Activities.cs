using ChatLiaison.Playground.Teams;

namespace ChatLiaison.Platform.Tests.Teams;

/// <summary>Activities of our own making, in the shape in which Teams sends them.</summary>
internal static class Activities
{
    public static string Message(TeamsStandIn teams, string rest, string id = "1795299631777", string? serviceUrl = null) =>
        Of(teams, "message", rest, id, serviceUrl);

    public static string Of(TeamsStandIn teams, string type, string rest, string id = "1795299631777", string? serviceUrl = null) => $$"""
        {
          "type": "{{type}}", "id": "{{id}}", "channelId": "msteams", "timestamp": "2026-11-21T22:20:33.686Z", "somethingNew": [1, { "a": null }],
          "serviceUrl": "{{serviceUrl ?? teams.ServiceUrl}}", "localTimezone": "Europe/London",
          "from": { "id": "29:dana", "name": "Dana Park", "aadObjectId": "{{TeamsTrial.DanaId}}" },
          "recipient": { "id": "{{teams.World.BotId}}", "name": "ChatLiaison" },
          "conversation": { "id": "{{TeamsTrial.Acme}}", "conversationType": "channel", "isGroup": true, "tenantId": "{{teams.TenantId}}" },
          "channelData": { "tenant": { "id": "{{teams.TenantId}}" } }{{(rest.Trim().Length > 0 ? "," : "")}}
          {{rest}}
        }
        """;
}
