using System.Collections.Immutable;

namespace ChatLiaison.Playground.Teams;

/// <summary>The kinds of calls that an app makes, by method and path.</summary>
public enum TeamsCall
{
    Any,
    OpenIdMetadata,
    SigningKeys,
    Token,
    CreateConversation,
    Send,
    Reply,
    Update,
    Delete,
    Members,
    PagedMembers,
    Member,
    Team,
    TeamChannels,
    UploadAttachment,
}

/// <summary>One call as it came in, with the status it was answered with (0 when the line was cut).</summary>
public sealed record TeamsCallRecord(TeamsCall Call, string Method, string Path, string Body, int Status);

/// <summary>All calls since the start, in the order in which they were answered.</summary>
public sealed class TeamsCalls
{
    private ImmutableList<TeamsCallRecord> _all = [];

    public IReadOnlyList<TeamsCallRecord> All => _all;

    public int Count(TeamsCall call) => _all.Count(record => call == TeamsCall.Any || record.Call == call);

    internal void Add(TeamsCallRecord record) => ImmutableInterlocked.Update(ref _all, all => all.Add(record));
}
