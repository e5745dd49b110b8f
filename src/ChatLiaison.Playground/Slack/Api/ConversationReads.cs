using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>Reading channels and what was said in them.</summary>
internal static class ConversationReads
{
    private static readonly (int Usual, int Most) PageSize = (100, 999);

    public static JsonObject Details(ApiCall call) =>
        ApiJson.Ok(("channel", ApiJson.Channel(call.World, call.Channel(call.Args.Required("channel")))));

    public static JsonObject Members(ApiCall call)
    {
        var channel = call.Channel(call.Args.Required("channel"));
        return Paging.Answer(call.Args, channel.Members, "members", id => id, PageSize);
    }

    public static JsonObject List(ApiCall call)
    {
        var types = (call.Args["types"] ?? "public_channel").Split(',', StringSplitOptions.TrimEntries);
        var channels = call.World.Channels
            .Where(c => types.Contains(TypeOf(c)) && (c.Kind == SlackChannelKind.Public || c.Members.Contains(call.App.BotUserId)))
            .Where(c => !c.IsArchived || !call.Args.Flag("exclude_archived"))
            .OrderBy(c => c.Id, StringComparer.Ordinal).ToList();
        return Paging.Answer(call.Args, channels, "channels", c => ApiJson.Channel(call.World, c), PageSize);
    }

    public static JsonObject History(ApiCall call)
    {
        var channel = ToRead(call);
        var messages = Lasting(call, channel)
            .Where(m => !m.IsReply || m.Subtype == "thread_broadcast")
            .Where(m => IsWithin(call.Args, m.Ts))
            .OrderByDescending(m => m.Ts, StringComparer.Ordinal).ToList();
        return Paging.Answer(call.Args, messages, "messages", Render(call), PageSize);
    }

    public static JsonObject Replies(ApiCall call)
    {
        var channel = ToRead(call);
        var ts = call.Args.Required("ts");
        var root = call.World.Message(channel.Id, ts) is { EphemeralTo: null } named
            ? named.ThreadTs ?? named.Ts
            : throw new SlackApiException("thread_not_found");
        var thread = Lasting(call, channel).Where(m => (m.Ts == root || m.ThreadTs == root) && (m.Ts == root || IsWithin(call.Args, m.Ts)));
        return Paging.Answer(call.Args, thread.ToList(), "messages", Render(call), PageSize);
    }

    private static SlackChannel ToRead(ApiCall call)
    {
        var channel = call.Channel(call.Args.Required("channel"));
        return channel.Members.Contains(call.App.BotUserId) ? channel : throw new SlackApiException("not_in_channel");
    }

    private static IEnumerable<SlackMessage> Lasting(ApiCall call, SlackChannel channel) =>
        call.World.Messages(channel.Id).Where(m => m.EphemeralTo is null);

    private static Func<SlackMessage, JsonNode?> Render(ApiCall call) =>
        message => ApiJson.Message(call.World, message, call.Args.Flag("include_all_metadata"));

    // Stamps have ten digits before the point and six after it until the year 2286, so their order as text is their order in time.
    private static bool IsWithin(ApiArguments args, string ts)
    {
        var after = args["oldest"] is { } oldest ? string.CompareOrdinal(ts, oldest) : 1;
        var before = args["latest"] is { } latest ? string.CompareOrdinal(latest, ts) : 1;
        return args.Flag("inclusive") ? after >= 0 && before >= 0 : after > 0 && before > 0;
    }

    private static string TypeOf(SlackChannel channel) => channel.Kind switch
    {
        SlackChannelKind.Private => "private_channel",
        SlackChannelKind.Direct => "im",
        SlackChannelKind.Group => "mpim",
        _ => "public_channel",
    };
}
