using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>Who am I, install me, connect me.</summary>
internal static class AuthMethods
{
    public static JsonObject Test(ApiCall call) => ApiJson.Ok(
        ("url", $"https://{call.App.Team.Domain}.slack.com/"), ("team", call.App.Team.Name), ("user", call.App.BotName),
        ("team_id", call.App.Team.Id), ("user_id", call.App.BotUserId), ("bot_id", call.App.BotId), ("is_enterprise_install", false));

    public static JsonObject OpenConnection(ApiCall call) => ApiJson.Ok(("url", call.StandIn.Sockets.NewAddress()));

    public static JsonObject OAuthAccess(ApiCall call)
    {
        var options = call.StandIn.Options;
        if (call.Args["client_id"] != options.ClientId)
        {
            throw new SlackApiException("invalid_client_id");
        }

        if (call.Args["client_secret"] != options.ClientSecret)
        {
            throw new SlackApiException("bad_client_secret");
        }

        var installer = call.StandIn.Codes.Spend(call.Args["code"] ?? throw new SlackApiException("invalid_code"));
        call.StandIn.IsInstalled = true;
        return ApiJson.Ok(
            ("access_token", options.BotToken), ("token_type", "bot"), ("scope", string.Join(',', options.GrantedScopes ?? [])),
            ("bot_user_id", call.App.BotUserId), ("app_id", call.App.AppId),
            ("team", new JsonObject { ["id"] = call.App.Team.Id, ["name"] = call.App.Team.Name }),
            ("enterprise", null), ("is_enterprise_install", false), ("authed_user", new JsonObject { ["id"] = installer }));
    }
}
