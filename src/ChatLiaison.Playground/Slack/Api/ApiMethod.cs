using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>
/// How often a method may be called in a minute. Slack: rate limits, tiers 1 to 4; the special ones have limits of their own.
/// </summary>
internal enum ApiTier
{
    Special = 0,
    One = 1,
    Two = 20,
    Three = 50,
    Four = 100,
}

/// <summary>What proves the caller to a method.</summary>
internal enum ApiToken
{
    Bot,
    App,
    None,
}

/// <summary>One method of the web API.</summary>
/// <param name="Scope">The scope it needs, or null for none.</param>
/// <param name="TakesJson">Some methods take only forms and ignore a JSON body.</param>
internal sealed record ApiMethod(
    string Name, ApiTier Tier, string? Scope, bool TakesJson, Func<ApiCall, JsonObject> Answer, ApiToken Token = ApiToken.Bot);

/// <summary>One call of a method: the stand-in it came to and the arguments it brought.</summary>
internal sealed record ApiCall(SlackStandIn StandIn, ApiArguments Args)
{
    public SlackWorld World => StandIn.World;

    public SlackInstallation App => StandIn.World.Installation;

    /// <summary>A channel the app can see.</summary>
    public SlackChannel Channel(string id) =>
        World.Channel(id) is { } channel && (channel.Kind == SlackChannelKind.Public || channel.Members.Contains(App.BotUserId))
            ? channel
            : throw new SlackApiException("channel_not_found");

    /// <summary>A channel that the app is in and that is not archived.</summary>
    public SlackChannel ChannelToWriteIn(string id)
    {
        var channel = Channel(id);
        if (channel.IsArchived)
        {
            throw new SlackApiException("is_archived");
        }

        return channel.Members.Contains(App.BotUserId) ? channel : throw new SlackApiException("not_in_channel");
    }
}
