using System.Text.Json;

namespace ChatLiaison.Playground.Tests.Teams;

/// <summary>The property paths of activities as they were seen on the wire, sorted; the values do not matter.</summary>
internal static class Shapes
{
    private const string Everywhere = "channelId,from.aadObjectId,from.id,id,recipient.id,recipient.name,serviceUrl,timestamp,type,"
        + "conversation.conversationType,conversation.id,conversation.tenantId,channelData.tenant.id,";

    private const string ByPerson = Everywhere + "from.name,localTimestamp,localTimezone,locale,";
    private const string Client = "entities[].locale,entities[].type,entities[].country,entities[].timezone,";
    private const string TeamName = "conversation.isGroup,conversation.name,channelData.team.id,channelData.team.name,channelData.team.aadGroupId,";
    private const string Selected = "channelData.settings.selectedChannel.id,";
    private const string Installed = Everywhere + Selected + "action,locale,entities[].locale,entities[].type,channelData.source.name,";

    public static IReadOnlyList<string> ChannelMessage { get; } = Sorted(ByPerson + Client
        + "text,textFormat,conversation.isGroup,entities[].text,entities[].mentioned.id,entities[].mentioned.name,"
        + "channelData.teamsChannelId,channelData.teamsTeamId,channelData.team.id,channelData.channel.id");

    public static IReadOnlyList<string> ChannelSubmit { get; } = Sorted(ByPerson + Client
        + "conversation.isGroup,entities[].platform,channelData.source.name,channelData.team.id,channelData.channel.id,replyToId,"
        + "value.kind,value.note");

    public static IReadOnlyList<string> PersonalSubmitAction { get; } = Sorted(ByPerson + Client
        + "name,entities[].platform,channelData.source.name,value.commandId,value.commandContext,value.context.theme,"
        + "value.data.form,value.data.count,value.data.title,value.data.priority,value.data.urgent");

    public static IReadOnlyList<string> ChannelInstallation { get; } = Sorted(Installed + TeamName + "channelData.channel.id");

    public static IReadOnlyList<string> PersonalInstallation { get; } = Sorted(Installed);

    public static IReadOnlyList<string> ChannelUpdate { get; } =
        Sorted(Everywhere + TeamName + Selected + "channelData.eventType,membersAdded[].id");

    public static IReadOnlyList<string> PersonalUpdate { get; } = Sorted(Everywhere + "membersAdded[].id,membersAdded[].aadObjectId");

    public static IReadOnlyList<string> Of(JsonElement activity) => [.. Paths(activity, "").Distinct().Order(StringComparer.Ordinal)];

    private static IReadOnlyList<string> Sorted(string names) =>
        [.. names.Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Paths(JsonElement node, string path) => node.ValueKind switch
    {
        JsonValueKind.Object => node.EnumerateObject()
            .SelectMany(pair => Paths(pair.Value, path.Length == 0 ? pair.Name : $"{path}.{pair.Name}")),
        JsonValueKind.Array => node.EnumerateArray().SelectMany(item => Paths(item, $"{path}[]")),
        _ => [path],
    };
}
