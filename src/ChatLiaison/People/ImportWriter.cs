using ChatLiaison.Customers;
using ChatLiaison.Storage;

namespace ChatLiaison.People;

/// <summary>Writes what an import has planned.</summary>
internal static class ImportWriter
{
    private const string Actor = "import";

    public static async Task WriteAsync(UnitOfWork work, ImportPlan plan, CancellationToken cancellationToken)
    {
        PersonStore.Write(work, [.. plan.People.Select(p => (p.Result, (FieldMap?)p.Imported))]);
        foreach (var room in plan.RemovedRooms)
        {
            StaffChannelStore.Remove(work, room.Use, room.Channel.Platform);
        }

        foreach (var room in plan.Rooms)
        {
            StaffChannelStore.Write(work, room.Use, room.Channel, room.Imported);
        }

        var liaisons = await PersonStore.IdsAsync(work, cancellationToken);
        foreach (var customer in plan.Customers)
        {
            await WriteAsync(work, customer, liaisons, cancellationToken);
        }

        plan.OnCall.Rotations.ForEach(r => RotationStore.Write(work, r.Result, r.Imported));
        plan.OnCall.Withdrawn.ForEach(o => RotationStore.Withdraw(work, o.Id));
        plan.OnCall.Added.ForEach(o => RotationStore.Add(work, o));
        foreach (var (subject, change) in plan.Changes)
        {
            DirectoryLog.Write(work, Actor, subject, change);
        }
    }

    private static async Task WriteAsync(
        UnitOfWork work, PlannedCustomer planned, IReadOnlyDictionary<string, Guid> liaisons, CancellationToken cancellationToken)
    {
        Guid? liaison = liaisons.TryGetValue(planned.LiaisonEmail, out var id) ? id : null;
        var customer = planned.Customer with { LiaisonId = liaison };
        if (planned.IsNew)
        {
            customer = customer with { Id = await CustomerStore.AddAsync(work, customer, planned.Imported, cancellationToken) };
        }
        else if (planned.Itself)
        {
            CustomerStore.Update(work, customer, planned.Imported);
        }

        if (planned.Itself)
        {
            CustomerStore.WriteChannels(work, customer.Id, customer.Channels);
        }

        foreach (var contact in planned.Retired)
        {
            CustomerStore.RetireContact(work, contact.Id);
        }

        foreach (var contact in planned.Contacts)
        {
            CustomerStore.WriteContact(work, contact.Result with { CustomerId = customer.Id }, contact.Imported);
        }
    }
}
