using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Handover;

/// <summary>What a bug report says beside what the case says already (S80).</summary>
internal sealed record BugReport(Guid CaseId, string Component, string Since, string Reproducible, string Workaround, string Evidence, string WrittenBy, Instant WrittenAt);

/// <summary>The only writer of the table <c>bug_reports</c>.</summary>
internal sealed class BugReportStore(Database database)
{
    public static void Write(UnitOfWork work, BugReport b) => work.Write(
        """
        insert into bug_reports (case_id, component, since, reproducible, workaround, evidence, written_by, written_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (case_id) do update set component = excluded.component, since = excluded.since, reproducible = excluded.reproducible,
            workaround = excluded.workaround, evidence = excluded.evidence, written_by = excluded.written_by, written_at = excluded.written_at
        """,
        b.CaseId, b.Component, b.Since, b.Reproducible, b.Workaround, b.Evidence, b.WrittenBy, b.WrittenAt);

    public Task<BugReport?> FindAsync(Guid caseId, CancellationToken cancellationToken) => database.Ask(
        "select case_id, component, since, reproducible, workaround, evidence, written_by, written_at from bug_reports where case_id = $1", caseId)
        .FirstAsync(row => new BugReport(row.Id(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Text(6), row.At(7)), cancellationToken);
}
