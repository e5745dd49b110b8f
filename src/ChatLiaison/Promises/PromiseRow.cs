using ChatLiaison.Playbook;
using ChatLiaison.Storage;
using ChatLiaison.Time;

namespace ChatLiaison.Promises;

/// <summary>How a row of <c>promises</c> is read.</summary>
internal static class PromiseRow
{
    public const string Columns =
        """
        id, case_id, loose_message_id, customer_id, kind, state, owner_id, level, reason, priority, policy_version, calendar,
        started_at, span, elapsed, counted_to, due_at, break_at, next_look, warned, fulfilled_at, broken_at, dropped, named_update
        """;

    /// <summary>The number of columns, for reading further ones after them.</summary>
    public const int Count = 24;

    public static Promise Read(Row row)
    {
        var state = row.Named<PromiseState>(5);
        var countedTo = row.At(15);
        return new Promise
        {
            Id = row.Id(0),
            CaseId = row.IdOrNull(1),
            LooseMessageId = row.IdOrNull(2),
            CustomerId = row.Int(3),
            Kind = row.Named<PromiseKind>(4),
            State = state,
            OwnerId = row.IdOrNull(6),
            Level = row.Int(7),
            Reason = row.Text(8),
            Priority = row.Named<Priority>(9),
            PolicyVersion = row.Text(10),
            Calendar = row.Text(11),
            Clock = new PromiseClock(row.At(12), row.Span(13), row.Span(14), countedTo, state == PromiseState.Paused ? countedTo : null),
            DueAt = row.AtOrNull(16),
            BreakAt = row.AtOrNull(17),
            NextLook = row.AtOrNull(18),
            Warned = row.Int(19),
            FulfilledAt = row.AtOrNull(20),
            BrokenAt = row.AtOrNull(21),
            Dropped = row.Flag(22),
            IsNamedUpdate = row.Flag(23),
        };
    }
}
