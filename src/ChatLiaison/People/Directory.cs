using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Customers;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;

namespace ChatLiaison.People;

/// <summary>
/// Who is who, in memory. It is loaded at start (<see cref="LoadAsync"/>), refreshed by whoever changes it after the commit, and within
/// seconds when another server changed it (<see cref="DirectoryWatch"/>).
/// </summary>
internal sealed class Directory : ICallerDirectory, IDisposable
{
    private static readonly HashSet<Role> NoRoles = [];

    private readonly StaffReader staff;
    private readonly CustomerBook customers;
    private readonly ChangeMarks marks;
    private readonly PlaybookSource playbooks;
    private readonly SemaphoreSlim oneRefresh = new(1, 1);
    private volatile DirectorySnapshot current = DirectorySnapshot.Empty;
    private readonly HashSet<string>? live;
    private long seen = -1;

    /// <param name="platforms">Those that are on; null when none is asked to send anything.</param>
    public Directory(StaffReader staff, CustomerBook customers, ChangeMarks marks, PlaybookSource playbooks, IEnumerable<IChatPlatform>? platforms = null)
    {
        (this.staff, this.customers, this.marks, this.playbooks) = (staff, customers, marks, playbooks);
        live = platforms?.Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        customers.TellAfterRefresh(index => current = current with { CustomerIndex = index });
    }

    public DirectorySnapshot Current => current;

    public string SupportContact => playbooks.Current.Organisation.SupportContact;

    /// <summary>Can anything be sent there now? The directory may know people on a platform that is not set up.</summary>
    public bool IsOn(string platform) => live?.Contains(platform) != false;

    public Task LoadAsync(CancellationToken cancellationToken) => RefreshAsync(cancellationToken);

    /// <summary>Reads everything again. Call it after a commit that changed people, rooms or rotations.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await oneRefresh.WaitAsync(cancellationToken);
        try
        {
            // The mark is read first: a change that slips in behind it is read twice rather than missed.
            var mark = await marks.ReadAsync(ChangeMarks.Directory, cancellationToken);
            var ours = await staff.ReadAsync(live, cancellationToken);
            await customers.RefreshAsync(cancellationToken);
            current = new DirectorySnapshot(ours, customers.Current);
            seen = mark;
        }
        finally
        {
            oneRefresh.Release();
        }
    }

    public void Dispose() => oneRefresh.Dispose();

    /// <summary>Reads everything again if anyone has changed it since the last time; tells whether they had.</summary>
    public async Task<bool> RefreshIfChangedAsync(CancellationToken cancellationToken)
    {
        if (await marks.ReadAsync(ChangeMarks.Directory, cancellationToken) == Interlocked.Read(ref seen))
        {
            return false;
        }

        await RefreshAsync(cancellationToken);
        return true;
    }

    /// <summary>
    /// Somebody from outside never gets a role, even when the directory lists their id by mistake. A contact counts as external even where
    /// their platform can't tell (a guest account), unless they are one of our own people.
    /// </summary>
    public Caller Identify(ChatPerson person, ChatPlace place)
    {
        var known = current;
        var here = known.CustomerByChannel(place.Platform, place.ChannelId)?.Id;
        if (!person.External && known.PersonByIdentity(person.Platform, person.Id) is { Active: true } ours)
        {
            return new Caller(person, ours.Id, ours.Name, ours.Roles, here) { SeesRestricted = playbooks.Current.Organisation.SeesRestricted(ours.Roles) };
        }

        return known.ContactByIdentity(person.Platform, person.Id) is { } contact
            ? new Caller(person with { External = true }, null, contact.Name, NoRoles, contact.CustomerId)
            : new Caller(person, null, person.Name, NoRoles, here);
    }

}
