using System.Collections.Concurrent;
using System.Text.Json;
using ChatLiaison.Chat;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.Teams;

/// <summary>Who did it, and whether they are one of ours. Guests are asked for once a day; a failure to ask never stops an act.</summary>
internal sealed class TeamsPeople(TeamsOptions options, TeamsApi api, TeamsReferences references, TimeProvider time, ILogger<TeamsPeople> log)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromHours(24);
    private static readonly TimeSpan AgainAfter = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _askAgainAt = new(StringComparer.Ordinal);

    public async ValueTask<ChatPerson> SenderAsync(TeamsActivity activity, CancellationToken cancellationToken) => new(
        TeamsPlatform.PlatformKey,
        activity.PersonId,
        activity.From.Text("name") ?? activity.PersonId,
        await IsExternalAsync(activity, activity.From, cancellationToken));

    /// <summary>Somebody whom an activity tells about.</summary>
    public async ValueTask<ChatPerson> MemberAsync(TeamsActivity activity, JsonElement member, CancellationToken cancellationToken)
    {
        var id = IdOf(member);
        return new(TeamsPlatform.PlatformKey, id, member.Text("name") ?? id, await IsExternalAsync(activity, member, cancellationToken));
    }

    private static string IdOf(JsonElement person) => person.Text("aadObjectId") ?? person.Text("objectId") ?? person.Text("id") ?? "";

    private async ValueTask<bool> IsExternalAsync(TeamsActivity activity, JsonElement person, CancellationToken cancellationToken)
    {
        if (IsAnotherTenant(activity.TenantId) || LooksExternal(person))
        {
            return true;
        }

        var id = IdOf(person);
        if (id.Length == 0)
        {
            return true;
        }

        var known = await references.PersonAsync(id, cancellationToken);
        var now = time.GetUtcNow();
        if (_askAgainAt.TryGetValue(id, out var then) ? now < then : known.Ours is not null)
        {
            return known.Ours != true;
        }

        var ours = await AskAsync(activity, person.Text("id") ?? id, cancellationToken);
        _askAgainAt[id] = now + (ours is null ? AgainAfter : GoodFor);
        if (ours is not null)
        {
            known = await references.PersonAsync(id, cancellationToken) with { Ours = ours };
            await references.SetPersonAsync(id, known, cancellationToken);
        }

        return known.Ours != true;
    }

    private async Task<bool?> AskAsync(TeamsActivity activity, string memberId, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var member = await api.MemberAsync(activity.ServiceUrl, activity.ChannelId, memberId, limit.Token);
            return !LooksExternal(member);
        }
        catch (Exception failure) when (failure is ChatPlatformException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            log.LogWarning("Teams did not say whether {Person} is a guest: {Reason}", memberId, failure.Message);
            return null;
        }
    }

    private bool LooksExternal(JsonElement person) =>
        IsAnotherTenant(person.Text("tenantId"))
        || person.Text("userRole") is "guest" or "anonymous"
        || (person.Text("userPrincipalName")?.Contains("#EXT#", StringComparison.OrdinalIgnoreCase) ?? false);

    private bool IsAnotherTenant(string? tenant) =>
        tenant is not null && options.TenantId.Length > 0 && !string.Equals(tenant, options.TenantId, StringComparison.OrdinalIgnoreCase);
}
