using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Customers;
using ChatLiaison.Storage;

namespace ChatLiaison.People;

/// <summary>What becomes of a person, or why nothing does.</summary>
internal sealed record PersonChange(Person? After, CustomerText? Refusal)
{
    public static PersonChange To(Person after) => new(after, null);

    public static PersonChange No(CustomerText why) => new(null, why);
}

/// <summary>
/// Changes a person in one transaction: as they stand now on disk, not as they were in memory, with a line in the log of changes for each
/// field. A repeat changes nothing.
/// </summary>
internal sealed class PersonDesk(Database database, PersonStore people, Directory directory)
{
    public Directory Directory => directory;

    /// <param name="rule">Given the person and everyone, decides; must not change anything itself.</param>
    /// <param name="also">What else belongs to the change.</param>
    public Task<PersonChange> ChangeAsync(
        Act act, Guid personId, Func<Person, IReadOnlyList<Person>, PersonChange> rule, Action<UnitOfWork, Person>? also, CancellationToken cancellationToken) =>
        WriteAsync(
            act,
            everyone => everyone.FirstOrDefault(p => p.Id == personId) is { Active: true } before
                ? rule(before, everyone)
                : PersonChange.No(CustomerText.Of($"That person is no longer in the directory.")),
            also, cancellationToken);

    /// <summary>Adds somebody. Who has left with the same address is there again, with what was known of them; a repeat changes nothing.</summary>
    public Task<PersonChange> AddAsync(Act act, Person person, Action<UnitOfWork, Person>? also, CancellationToken cancellationToken) =>
        WriteAsync(act, everyone => NewPerson.Among(everyone, directory.Current, person), also, cancellationToken);

    private async Task<PersonChange> WriteAsync(
        Act act, Func<IReadOnlyList<Person>, PersonChange> rule, Action<UnitOfWork, Person>? also, CancellationToken cancellationToken)
    {
        await using var work = database.Begin(act.Caller.Now);

        // Whoever changes the directory comes one after another: the last admin can't be lost to two who go at once.
        ChangeMarks.Move(work, ChangeMarks.Directory);
        await work.FlushAsync(cancellationToken);
        var everyone = await people.ListAsync(cancellationToken);
        var change = rule(everyone);
        if (change.After is not { } after || !await InboxStore.TryClaimAsync(work, act.Key, cancellationToken))
        {
            return change;
        }

        var before = everyone.Find(p => p.Id == after.Id);
        var lines = before is null ? ["added"] : ThreeWay.Merge(PersonFields.Of(before), PersonFields.Of(after), null, replace: true).Changes;
        if (lines.Count > 0)
        {
            PersonStore.Write(work, [(after, null)]);
        }

        foreach (var line in lines)
        {
            DirectoryLog.Write(work, act.By, Subject(after), line);
        }

        also?.Invoke(work, after);
        await work.CommitAsync(cancellationToken);
        await directory.RefreshAsync(cancellationToken);
        return change;
    }

    public static string Subject(Person person) => $"person {person.Email}";

    /// <summary>The newest first.</summary>
    public Task<List<DirectoryChange>> HistoryAsync(Person person, int limit, CancellationToken cancellationToken) =>
        DirectoryLog.ListAsync(database, Subject(person), limit, cancellationToken);
}

/// <summary>Who does it, and the platform's id of the act.</summary>
/// <param name="By">The name in the log of changes.</param>
internal sealed record Act(Caller Caller, string Key, string By)
{
    public Act(Caller caller, string key)
        : this(caller, key, caller.Name)
    {
    }
}
