using ChatLiaison.Customers;

namespace ChatLiaison.People;

/// <summary>One entry that an import writes.</summary>
/// <param name="Result">The entry afterwards.</param>
/// <param name="Imported">The entry as the file has it, to be noted for the next import.</param>
internal sealed record Planned<T>(T Result, FieldMap Imported);

/// <summary>A customer that an import writes, with the address of its liaison, who may be new as well.</summary>
internal sealed record PlannedCustomer(Customer Customer, string LiaisonEmail, FieldMap Imported)
{
    public bool IsNew => Customer.Id == 0;

    /// <summary>False when only contacts are written.</summary>
    public required bool Itself { get; init; }

    public required IReadOnlyList<Planned<Contact>> Contacts { get; init; }

    public required IReadOnlyList<Contact> Retired { get; init; }
}

/// <summary>Decides what an import writes. Pure.</summary>
internal sealed class ImportPlan
{
    private readonly KnownDirectory known;
    private readonly bool replace;
    private readonly ImportMerge merge;

    public ImportPlan(KnownDirectory known, DirectoryContent content, bool replace)
    {
        (this.known, this.replace) = (known, replace);
        merge = new ImportMerge(replace);
        People = [.. content.People.Select(Person).OfType<Planned<Person>>(), .. Leavers(content)];
        Rooms = [.. content.Rooms.Select(Room).OfType<RoomEntry>()];
        RemovedRooms = [.. known.Rooms.Where(room => replace && !content.Rooms.Any(r => r.IsFor(room.Use, room.Channel.Platform))).Select(Removed)];
        Customers = [.. content.Customers.Select(Customer).OfType<PlannedCustomer>()];
        OnCall = new OnCallImport(known, content, People, merge);
        Problems = [.. ImportConflicts.Find(this, known), .. LastAdmin()];
    }

    public IReadOnlyList<Planned<Person>> People { get; }

    public IReadOnlyList<RoomEntry> Rooms { get; }

    public IReadOnlyList<RoomEntry> RemovedRooms { get; }

    public IReadOnlyList<PlannedCustomer> Customers { get; }

    public OnCallImport OnCall { get; }

    public IReadOnlyList<string> Problems { get; }

    public IReadOnlyList<(string Subject, string Change)> Changes => merge.Changes;

    /// <summary>True also when only what the file said is to be noted.</summary>
    public bool HasWrites => People.Count + Rooms.Count + RemovedRooms.Count + Customers.Count > 0 || OnCall.HasWrites;

    public ImportOutcome Outcome => new([.. merge.Changes.Select(c => $"{c.Subject}: {c.Change}")], merge.Kept, Problems);

    private Planned<Person>? Person(FieldMap file)
    {
        var (before, imported) = known.People.FirstOrDefault(p => p.Person.Email == file.Text("email"));
        var merged = merge.Lay($"person {file.Text("email")}", before is null ? null : PersonFields.Of(before), file, imported);
        return merged is null
            ? null
            : new(PersonFields.Read(before?.Id ?? Guid.NewGuid(), merged, before?.UnreachableOn ?? new HashSet<string>()), file);
    }

    private IEnumerable<Planned<Person>> Leavers(DirectoryContent content)
    {
        var named = content.People.Select(p => p.Text("email")).ToHashSet(StringComparer.Ordinal);
        foreach (var (person, _) in known.People.Where(p => replace && p.Person.Active && !named.Contains(p.Person.Email)))
        {
            merge.Note($"person {person.Email}", "retired");
            var gone = person with { Active = false };
            yield return new(gone, PersonFields.Of(gone));
        }
    }

    /// <summary>What nobody could mend in chat: that there is no admin any more.</summary>
    private IEnumerable<string> LastAdmin()
    {
        static bool IsAdmin(Person person) => person.Active && person.Roles.Contains(Commands.Role.Admin);
        var after = People.ToDictionary(p => p.Result.Id, p => p.Result);
        if (known.People.Select(p => p.Person).Where(IsAdmin).ToList() is [var last, ..] && !after.Values.Any(IsAdmin) && !known.People.Any(p => IsAdmin(p.Person) && !after.ContainsKey(p.Person.Id)))
        {
            yield return $"Nobody would be an admin any more: {last.Name} ({last.Email}) is the last one. Give somebody the role admin in the file.";
        }
    }

    private RoomEntry? Room(RoomEntry file)
    {
        var before = known.Rooms.FirstOrDefault(r => file.IsFor(r.Use, r.Channel.Platform));
        var merged = merge.Lay(
            Subject(file),
            before.Channel is null ? null : new FieldMap().With("channel", before.Channel.ChannelId),
            new FieldMap().With("channel", file.Channel.ChannelId),
            before.Imported is null ? null : new FieldMap().With("channel", before.Imported));
        return merged is null ? null : file with { Channel = file.Channel with { ChannelId = merged.Text("channel") }, Imported = file.Channel.ChannelId };
    }

    private RoomEntry Removed((ChannelUse Use, StaffChannel Channel, string? Imported) room)
    {
        var entry = new RoomEntry(room.Use, room.Channel);
        merge.Note(Subject(entry), "removed");
        return entry;
    }

    private PlannedCustomer? Customer(CustomerEntry file)
    {
        var (before, imported) = known.Customers.FirstOrDefault(c => c.Customer.Key == file.Key);
        var liaison = known.People.FirstOrDefault(p => p.Person.Id == before?.LiaisonId).Person?.Email;
        var subject = $"customer {file.Key}";
        var merged = merge.Lay(subject, before is null ? null : CustomerFields.Of(before, liaison), file.Fields, imported);
        var contacts = file.Contacts.Select(c => Contact(subject, before, c)).OfType<Planned<Contact>>().ToList();
        var named = file.Contacts.Select(CustomerFields.ContactKey).ToHashSet(StringComparer.Ordinal);
        var retired = (before?.Contacts ?? []).Where(c => replace && !named.Contains(CustomerFields.ContactKey(CustomerFields.Of(c)))).ToList();
        retired.ForEach(c => merge.Note(subject, $"contact {c.Name} retired"));
        if (merged is null && contacts.Count + retired.Count == 0)
        {
            return null;
        }

        var fields = merged ?? CustomerFields.Of(before!, liaison);
        return new PlannedCustomer(CustomerFields.Read(before?.Id ?? 0, file.Key, fields, null), fields.Text("liaison"), file.Fields)
        {
            Itself = merged is not null,
            Contacts = contacts,
            Retired = retired,
        };
    }

    private Planned<Contact>? Contact(string customer, Customer? before, FieldMap file)
    {
        var key = CustomerFields.ContactKey(file);
        var contact = before?.Contacts.FirstOrDefault(c => CustomerFields.ContactKey(CustomerFields.Of(c)) == key);
        var imported = contact is null ? null : known.Contacts.GetValueOrDefault(contact.Id);
        var merged = merge.Lay($"{customer} contact {key}", contact is null ? null : CustomerFields.Of(contact), file, imported);
        return merged is null ? null : new(CustomerFields.ReadContact(contact?.Id ?? Guid.NewGuid(), before?.Id ?? 0, merged), file);
    }

    private static string Subject(RoomEntry room) => $"room {ChannelUses.Name(room.Use)} on {room.Channel.Platform}";
}
