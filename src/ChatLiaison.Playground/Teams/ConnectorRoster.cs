using System.Globalization;
using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Teams;

/// <summary>Who and what is there: members, teams, channels. Source: Teams, "Get Teams specific context for your bot".</summary>
internal sealed class ConnectorRoster(TeamsWorld world)
{
    public ConnectorAnswer Members(ConnectorRequest request) => InRoster(request, conversation =>
        new ConnectorAnswer(200, new JsonArray([.. world.MembersOf(conversation).Select(user => (JsonNode)Account(user, "objectId"))])));

    /// <summary>A page of members. The continuation token is the place where the next page starts; it is absent on the last.</summary>
    public ConnectorAnswer PagedMembers(ConnectorRequest request) => InRoster(request, conversation =>
    {
        var all = world.MembersOf(conversation);
        var size = int.TryParse(request.Query("pageSize"), CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, 500) : 200;
        var start = 0;
        if (request.Query("continuationToken") is { Length: > 0 } token
            && !(token.StartsWith("page-", StringComparison.Ordinal) && int.TryParse(token[5..], CultureInfo.InvariantCulture, out start)))
        {
            return ConnectorAnswer.BadSyntax("The continuation token is unknown.");
        }

        var page = new JsonObject
        {
            ["members"] = new JsonArray([.. all.Skip(start).Take(size).Select(user => (JsonNode)Account(user, "aadObjectId"))]),
        };
        if (start + size < all.Count)
        {
            page["continuationToken"] = $"page-{start + size}";
        }

        return new ConnectorAnswer(200, page);
    });

    /// <summary>One member, by MRI or Entra object id.</summary>
    public ConnectorAnswer Member(ConnectorRequest request) => InRoster(request, conversation =>
        world.MembersOf(conversation).FirstOrDefault(user => request.Route("memberId") == user.Mri || request.Route("memberId") == user.AadObjectId)
            is { } user
            ? new ConnectorAnswer(200, Account(user, "aadObjectId"))
            : ConnectorAnswer.Error(404, "MemberNotFoundInConversation", "Member not found in conversation."));

    public ConnectorAnswer Team(ConnectorRequest request) => InTeam(request, team => new ConnectorAnswer(200, new JsonObject
    {
        ["id"] = team.Id,
        ["name"] = team.Name,
        ["aadGroupId"] = team.AadGroupId,
        ["type"] = "standard",
        ["tenantId"] = world.TenantId,
        ["channelCount"] = ChannelsOf(team).Count(),
        ["memberCount"] = team.Members.Count,
    }));

    /// <summary>The channels; General comes without a name, since each client writes it in its own language.</summary>
    public ConnectorAnswer Channels(ConnectorRequest request) => InTeam(request, team => new ConnectorAnswer(200, new JsonObject
    {
        ["conversations"] = new JsonArray(
        [
            .. ChannelsOf(team).Select(channel => (JsonNode)new JsonObject
            {
                ["id"] = channel.Id,
                ["name"] = channel.IsGeneral ? null : channel.Name,
            }),
        ]),
    }));

    private IEnumerable<TeamsConversation> ChannelsOf(TeamsTeam team) =>
        world.Conversations.Where(conversation => conversation.TeamId == team.Id);

    private ConnectorAnswer InRoster(ConnectorRequest request, Func<TeamsConversation, ConnectorAnswer> answer) =>
        world.FindConversation(request.ConversationId) is not { } conversation ? ConnectorAnswer.NoConversation
            : world.HasApp(conversation) ? answer(conversation) : ConnectorAnswer.NotInRoster;

    private ConnectorAnswer InTeam(ConnectorRequest request, Func<TeamsTeam, ConnectorAnswer> answer) =>
        world.FindTeam(request.Route("teamId")) is not { } team ? ConnectorAnswer.Error(404, "TeamNotFound", "Team not found.")
            : team.HasApp ? answer(team) : ConnectorAnswer.NotInRoster;

    private static JsonObject Account(TeamsUser user, string objectIdName)
    {
        var space = user.Name.IndexOf(' ', StringComparison.Ordinal);
        return new JsonObject
        {
            ["id"] = user.Mri,
            ["name"] = user.Name,
            [objectIdName] = user.AadObjectId,
            ["givenName"] = space < 0 ? user.Name : user.Name[..space],
            ["surname"] = space < 0 ? "" : user.Name[(space + 1)..],
            ["email"] = user.Email,
            ["userPrincipalName"] = user.UserPrincipalName,
            ["tenantId"] = user.TenantId,
            ["userRole"] = user.IsGuest ? "guest" : "user",
        };
    }
}
