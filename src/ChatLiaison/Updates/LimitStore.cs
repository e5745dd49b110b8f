using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Updates;

/// <summary>What we can't do on a case, as the customer read it last (S162).</summary>
internal sealed record CaseLimits(string Words, string By, Instant At);

/// <summary>The only writer of the table <c>case_limits</c>.</summary>
internal sealed class LimitStore(Database database)
{
    /// <param name="words">Empty when there is no such limit any more.</param>
    public static void Keep(UnitOfWork work, Guid caseId, string words, string by)
    {
        if (words.Length == 0)
        {
            work.Write("delete from case_limits where case_id = $1", caseId);
            return;
        }

        work.Write(
            """
            insert into case_limits (case_id, words, by_name, at) values ($1, $2, $3, $4)
            on conflict (case_id) do update set words = excluded.words, by_name = excluded.by_name, at = excluded.at where case_limits.words <> excluded.words
            """,
            caseId, words, by, work.Now);
    }

    public Task<CaseLimits?> FindAsync(Guid caseId, CancellationToken cancellationToken) => database
        .Ask("select words, by_name, at from case_limits where case_id = $1", caseId)
        .FirstAsync(row => new CaseLimits(row.Text(0), row.Text(1), row.At(2)), cancellationToken);
}

/// <summary>What we can't do, on the case's card and brief for our own people.</summary>
internal sealed class LimitPart(LimitStore limits) : ICasePart
{
    public int Order => 25;

    public async ValueTask<CasePart?> ReadAsync(SupportCase c, CancellationToken cancellationToken) =>
        c.FirstResponseAt is not null && await limits.FindAsync(c.Id, cancellationToken) is { } kept
            ? new CasePart { Facts = [("What we can't do", StaffText.Of($"{kept.Words} ({kept.By}, {kept.At})"))], IsForEngineering = true }
            : null;
}
