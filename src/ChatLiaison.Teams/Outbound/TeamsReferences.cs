using System.Collections.Concurrent;
using ChatLiaison.Chat;

namespace ChatLiaison.Teams;

/// <summary>
/// Where people, channels and the service itself are reached. Every activity tells it anew, since the service address may move; it is
/// kept in memory and written down only when it changed.
/// </summary>
internal sealed class TeamsReferences(IPlatformMemory memory)
{
    private const string ServiceKey = "service";
    private const string WorldwideService = "https://smba.trafficmanager.net/teams/";

    private readonly ConcurrentDictionary<string, PersonReference> _people = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ChannelReference> _channels = new(StringComparer.Ordinal);
    private volatile string? _service;

    public async ValueTask<PersonReference> PersonAsync(string id, CancellationToken cancellationToken)
    {
        if (_people.TryGetValue(id, out var known))
        {
            return known;
        }

        var stored = await memory.ReadAsync(TeamsPlatform.PlatformKey, "person:" + id, cancellationToken);
        return _people.GetOrAdd(id, stored is null ? new PersonReference() : PersonReference.Read(stored));
    }

    public async ValueTask<ChannelReference> ChannelAsync(string id, CancellationToken cancellationToken)
    {
        if (_channels.TryGetValue(id, out var known))
        {
            return known;
        }

        var stored = await memory.ReadAsync(TeamsPlatform.PlatformKey, "channel:" + id, cancellationToken);
        return _channels.GetOrAdd(id, stored is null ? new ChannelReference() : ChannelReference.Read(stored));
    }

    /// <summary>The channel as far as it was read before, without asking the memory.</summary>
    public ChannelReference? KnownChannel(string id) => _channels.GetValueOrDefault(id);

    public async ValueTask SetPersonAsync(string id, PersonReference now, CancellationToken cancellationToken)
    {
        if (id.Length > 0 && now != await PersonAsync(id, cancellationToken))
        {
            await memory.WriteAsync(TeamsPlatform.PlatformKey, "person:" + id, now.Write(), cancellationToken);
            _people[id] = now;
        }
    }

    public async ValueTask SetChannelAsync(string id, ChannelReference now, CancellationToken cancellationToken)
    {
        if (id.Length > 0 && now != await ChannelAsync(id, cancellationToken))
        {
            await memory.WriteAsync(TeamsPlatform.PlatformKey, "channel:" + id, now.Write(), cancellationToken);
            _channels[id] = now;
        }
    }

    /// <summary>The service address for a conversation: its own, else the newest that anything came from, else the worldwide one.</summary>
    public async ValueTask<string> ServiceAsync(string? own, CancellationToken cancellationToken)
    {
        if (own is not null)
        {
            return own;
        }

        _service ??= await memory.ReadAsync(TeamsPlatform.PlatformKey, ServiceKey, cancellationToken);
        return _service ?? WorldwideService;
    }

    /// <summary>Takes down what an activity tells about its sender, its conversation and the service.</summary>
    public async ValueTask LearnAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        await LearnServiceAsync(activity.ServiceUrl, cancellationToken);
        await LearnPersonAsync(activity, cancellationToken);
        if (activity.ConversationId.Length > 0 && activity.Kind != PlaceKind.Direct)
        {
            var channel = await ChannelAsync(activity.ChannelId, cancellationToken);
            await SetChannelAsync(
                activity.ChannelId,
                channel with
                {
                    ServiceUrl = activity.ServiceUrl,
                    Tenant = activity.TenantId ?? channel.Tenant,
                    Group = activity.ChannelData.Child("team").Text("aadGroupId") ?? channel.Group,
                },
                cancellationToken);
        }
    }

    private async ValueTask LearnPersonAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        var id = activity.PersonId;
        if (id.Length == 0 || activity.From.Text("id") == activity.RecipientId)
        {
            return;
        }

        var person = await PersonAsync(id, cancellationToken);
        await SetPersonAsync(
            id,
            person with
            {
                Mri = activity.From.Text("id") ?? person.Mri,
                Conversation = activity.Kind == PlaceKind.Direct && activity.ConversationId.Length > 0 ? activity.ConversationId : person.Conversation,
                ServiceUrl = activity.ServiceUrl,
                Tenant = activity.TenantId ?? person.Tenant,
            },
            cancellationToken);
    }

    private async ValueTask LearnServiceAsync(string serviceUrl, CancellationToken cancellationToken)
    {
        if (serviceUrl.Length > 0 && await ServiceAsync(null, cancellationToken) != serviceUrl)
        {
            await memory.WriteAsync(TeamsPlatform.PlatformKey, ServiceKey, serviceUrl, cancellationToken);
            _service = serviceUrl;
        }
    }
}
