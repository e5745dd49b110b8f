using System.Collections.Immutable;

namespace ChatLiaison.Playground.Slack;

/// <summary>A workspace.</summary>
public sealed record SlackTeam(string Id, string Name, string Domain);

/// <summary>A person or a bot.</summary>
/// <param name="TeamId">The workspace the person belongs to; another than ours for people who come by Slack Connect.</param>
/// <param name="TimeZone">IANA zone.</param>
/// <param name="IsStranger">A person of another workspace who shares no channel with ours.</param>
public sealed record SlackUser(
    string Id, string TeamId, string Name, string RealName, string? Email, string TimeZone,
    bool IsBot = false, bool IsDeleted = false, bool IsStranger = false);

public enum SlackChannelKind
{
    Public,
    Private,
    Direct,
    Group,
}

/// <summary>A channel or a direct conversation.</summary>
/// <param name="ConnectedTeams">Other workspaces that share the channel by Slack Connect.</param>
public sealed record SlackChannel(
    string Id, string Name, SlackChannelKind Kind, ImmutableSortedSet<string> Members, ImmutableSortedSet<string> ConnectedTeams,
    bool IsArchived = false)
{
    public bool IsExtShared => !ConnectedTeams.IsEmpty;

    public bool IsConversation => Kind is SlackChannelKind.Direct or SlackChannelKind.Group;
}

/// <summary>A file; <paramref name="Content"/> is empty until the bytes have come.</summary>
public sealed record SlackFile(
    string Id, string Name, string Title, int Length, string OwnerId, ReadOnlyMemory<byte> Content, bool IsComplete);
