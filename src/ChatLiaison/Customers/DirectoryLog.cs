using ChatLiaison.Storage;

namespace ChatLiaison.Customers;

/// <summary>Who changed what in the directory; written with the change and never changed.</summary>
internal static class DirectoryLog
{
    /// <param name="actor">A person's name, or <c>import</c>.</param>
    /// <param name="subject">For instance <c>customer ACME</c>.</param>
    /// <param name="change">One line: what it was, what it is.</param>
    public static void Write(UnitOfWork work, string actor, string subject, string change) => work.Write(
        "insert into directory_changes (at, actor, subject, change) values ($1, $2, $3, $4)", work.Now, actor, subject, change);
}
