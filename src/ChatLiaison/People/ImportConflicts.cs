using ChatLiaison.Customers;

namespace ChatLiaison.People;

/// <summary>
/// Finds ids that would belong to two after an import: the file alone was checked when it was read, but what is kept counts as well.
/// </summary>
internal static class ImportConflicts
{
    public static IReadOnlyList<string> Find(ImportPlan plan, KnownDirectory known)
    {
        var customers = Customers(plan, known);
        return [.. Twice(Users(plan, known, customers)), .. Twice(Channels(plan, known, customers))];
    }

    private static List<Customer> Customers(ImportPlan plan, KnownDirectory known)
    {
        var customers = known.Customers.ToDictionary(c => c.Customer.Key, c => c.Customer, StringComparer.Ordinal);
        foreach (var planned in plan.Customers)
        {
            var contacts = planned.Contacts.Select(c => c.Result).ToList();
            var gone = contacts.Concat(planned.Retired).Select(c => c.Id).ToHashSet();
            var rest = (customers.GetValueOrDefault(planned.Customer.Key)?.Contacts ?? []).Where(c => !gone.Contains(c.Id));
            customers[planned.Customer.Key] = planned.Customer with { Contacts = [.. contacts, .. rest] };
        }

        return [.. customers.Values];
    }

    private static IEnumerable<(string Id, string Whose)> Users(ImportPlan plan, KnownDirectory known, List<Customer> customers)
    {
        var written = plan.People.Select(p => p.Result).ToList();
        var rest = known.People.Select(p => p.Person).Where(p => !written.Exists(w => w.Id == p.Id));
        return written.Concat(rest).SelectMany(p => p.Identities, (p, i) => ($"{i.Key} {i.Value}", p.Name))
            .Concat(customers.SelectMany(c => c.Contacts).SelectMany(c => c.Identities, (c, i) => ($"{i.Key} {i.Value}", $"{c.Name} (a contact)")));
    }

    private static IEnumerable<(string Id, string Whose)> Channels(ImportPlan plan, KnownDirectory known, List<Customer> customers)
    {
        var touched = plan.RemovedRooms.Concat(plan.Rooms).ToList();
        var rest = known.Rooms.Where(k => !touched.Exists(p => p.IsFor(k.Use, k.Channel.Platform))).Select(k => k.Channel);
        return plan.Rooms.Select(r => r.Channel).Concat(rest).Distinct().Select(room => ($"{room.Platform} {room.ChannelId}", "our own rooms"))
            .Concat(customers.SelectMany(c => c.Channels, (c, channel) => ($"{channel.Platform} {channel.ChannelId}", c.Name)));
    }

    private static IEnumerable<string> Twice(IEnumerable<(string Id, string Whose)> claims) => claims
        .GroupBy(c => c.Id, c => c.Whose)
        .Where(g => g.Count() > 1)
        .Select(g => $"'{g.Key}' would belong to both {string.Join(" and ", g)}. Write another id for one of them, or import with --replace, instead.");
}
