using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>Reading people.</summary>
internal static class UserMethods
{
    public static JsonObject Details(ApiCall call)
    {
        var user = call.World.User(call.Args.Required("user")) ?? throw new SlackApiException("user_not_found");
        return ApiJson.Ok(("user", ApiJson.User(call.World, user)));
    }

    public static JsonObject LookUpByEmail(ApiCall call)
    {
        var email = call.Args.Required("email");
        var user = call.World.Users.FirstOrDefault(u =>
            string.Equals(u.Email, email, StringComparison.OrdinalIgnoreCase) && !u.IsDeleted && !call.World.IsExternal(u.Id));
        return ApiJson.Ok(("user", ApiJson.User(call.World, user ?? throw new SlackApiException("users_not_found"))));
    }

    public static JsonObject List(ApiCall call)
    {
        var users = call.World.Users.OrderBy(u => u.Id, StringComparer.Ordinal).ToList();
        return Paging.Answer(call.Args, users, "members", u => ApiJson.User(call.World, u), (200, 1000));
    }
}
