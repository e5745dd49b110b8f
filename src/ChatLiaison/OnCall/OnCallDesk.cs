using ChatLiaison.Chat;
using ChatLiaison.Customers;
using ChatLiaison.People;
using ChatLiaison.Storage;

namespace ChatLiaison.OnCall;

/// <summary>Changes who is on call: in one transaction, by what stands on disk then, with a line in the log. A repeat changes nothing.</summary>
internal sealed class OnCallDesk(Database database, StaffReader staff, People.Directory directory)
{
    public DirectorySnapshot Known => directory.Current;

    /// <param name="decide">Collects the writes and gives null, or says why nothing is done.</param>
    /// <returns>The refusal; null when it is done.</returns>
    public async Task<CustomerText?> ChangeAsync(Act act, Func<UnitOfWork, StaffIndex, Task<string?>> decide, CancellationToken cancellationToken)
    {
        await using var work = database.Begin(act.Caller.Now);
        ChangeMarks.Move(work, ChangeMarks.Directory);
        if (!await InboxStore.TryClaimAsync(work, act.Key, cancellationToken))
        {
            return null;
        }

        if (await decide(work, await staff.ReadAsync(null, cancellationToken)) is { } refusal)
        {
            return CustomerText.Name(refusal);
        }

        await work.CommitAsync(cancellationToken);
        await directory.RefreshAsync(cancellationToken);
        return null;
    }

    /// <summary>What was changed about a rotation, the newest first.</summary>
    public Task<List<DirectoryChange>> HistoryAsync(string rotation, int limit, CancellationToken cancellationToken) =>
        DirectoryLog.ListAsync(database, $"rotation {rotation}", limit, cancellationToken);

    public static void Log(UnitOfWork work, Act act, OnCallRotation rotation, string change) =>
        DirectoryLog.Write(work, act.By, $"rotation {rotation.Name}", change);

    public static void AddOverride(UnitOfWork work, Act act, OnCallRotation rotation, OnCallOverride entry, Func<Guid, string> email)
    {
        RotationStore.Add(work, entry);
        Log(work, act, rotation, $"override added: {RotationFields.OverrideKey(RotationFields.Of(entry, rotation.Name, email))}");
    }
}
