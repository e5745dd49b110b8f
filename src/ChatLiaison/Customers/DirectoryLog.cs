using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Customers;

/// <summary>Who changed what in the directory; written with the change and never changed.</summary>
internal static class DirectoryLog
{
    /// <param name="actor">A person's name, or <c>import</c>.</param>
    /// <param name="subject">For instance <c>customer ACME</c>.</param>
    /// <param name="change">One line: what it was, what it is.</param>
    public static void Write(UnitOfWork work, string actor, string subject, string change) => work.Write(
        "insert into directory_changes (at, actor, subject, change) values ($1, $2, $3, $4)", work.Now, actor, subject, change);

    /// <summary>What happened to one subject, the newest first.</summary>
    public static Task<List<DirectoryChange>> ListAsync(Database database, string subject, int limit, CancellationToken cancellationToken) => database
        .Ask("select at, actor, change from directory_changes where subject = $1 order by at desc, id desc limit $2", subject, limit)
        .ListAsync(row => new DirectoryChange(row.At(0), row.Text(1), row.Text(2)), cancellationToken);
}

/// <summary>One line of the log.</summary>
internal sealed record DirectoryChange(Instant At, string Actor, string Change);
