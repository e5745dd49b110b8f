using System.Text.Json;
using ChatLiaison.Chat;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Outbox;

internal enum QueuedKind
{
    Send,
    Update,
    Bundle,
}

/// <summary>A row of the outbox that is being worked on.</summary>
internal sealed record QueuedMessage
{
    public const string Columns =
        "id, lane, kind, destination::text, anchor, thread_anchor, audience, card, live, subject, case_id, mentions::text, attempts, first_try_at, maybe_repeat, droppable, " +
        "exists (select 1 from cases c where c.id = outbox.case_id and c.restricted), " +
        "while_owner is not null and not exists (select 1 from cases c where c.id = outbox.case_id and c.owner_id = outbox.while_owner " +
        "and outbox.while_engineer is not distinct from (case when outbox.while_engineer is not null then coalesce(c.engineering_owner_id, '00000000-0000-0000-0000-000000000000') end))";

    public required Guid Id { get; init; }

    public required string Lane { get; init; }

    public required QueuedKind Kind { get; init; }

    public required Destination To { get; init; }

    public string? Anchor { get; init; }

    public string? ThreadAnchor { get; init; }

    public required Audience Audience { get; init; }

    public Card? Card { get; init; }

    public string? Live { get; init; }

    public string? Subject { get; init; }

    public Guid? CaseId { get; init; }

    public IReadOnlyList<MentionSpan> Mentions { get; init; } = [];

    public int Attempts { get; init; }

    public required Instant FirstTryAt { get; init; }

    public bool MaybeRepeat { get; init; }

    /// <summary>Not worth sending once its case has ended.</summary>
    public bool Droppable { get; init; }

    /// <summary>Its case is restricted: not everyone may read it.</summary>
    public bool Restricted { get; init; }

    /// <summary>Others hold its case by now than it says.</summary>
    public bool Untrue { get; init; }

    public static QueuedMessage Read(Row row) => new()
    {
        Id = row.Id(0),
        Lane = row.Text(1),
        Kind = row.Named<QueuedKind>(2),
        To = JsonSerializer.Deserialize(row.Text(3), ChatJsonContext.Default.Destination)!,
        Anchor = row.TextOrNull(4),
        ThreadAnchor = row.TextOrNull(5),
        Audience = row.Named<Audience>(6),
        Card = row.TextOrNull(7) is { } card ? ChatJson.ReadCard(card) : null,
        Live = row.TextOrNull(8),
        Subject = row.TextOrNull(9),
        CaseId = row.IdOrNull(10),
        Mentions = row.TextOrNull(11) is { } mentions ? JsonSerializer.Deserialize(mentions, ChatJsonContext.Default.IReadOnlyListMentionSpan)! : [],
        Attempts = row.Int(12),
        FirstTryAt = row.At(13),
        MaybeRepeat = row.Flag(14),
        Droppable = row.Flag(15),
        Restricted = row.Flag(16),
        Untrue = row.Flag(17),
    };
}
