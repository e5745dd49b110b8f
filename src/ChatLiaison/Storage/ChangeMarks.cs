namespace ChatLiaison.Storage;

/// <summary>Numbers that move when something changes that servers keep in memory, so that the others read it again.</summary>
internal sealed class ChangeMarks(Database database)
{
    public const string Directory = "directory";
    public const string Knowledge = "knowledge";

    /// <summary>
    /// Moves the mark in the same transaction as the change. Move it first: the mark is also what writers queue for, so that none of them
    /// decides by what another is about to change, and none waits crosswise.
    /// </summary>
    public static void Move(UnitOfWork work, string name) => work.Write(
        """
        insert into change_marks (name, number) values ($1, 1)
        on conflict (name) do update set number = change_marks.number + 1
        """,
        name);

    /// <summary>Zero when it never moved.</summary>
    public Task<long> ReadAsync(string name, CancellationToken cancellationToken) =>
        database.Ask("select number from change_marks where name = $1", name).FirstAsync(row => row.Long(0), cancellationToken);
}
