using System.Text.Json;
using ChatLiaison.Chat;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Outbox;

/// <summary>Queues messages in the unit of work that gives rise to them, so that a message exists exactly when its cause does.</summary>
internal sealed class OutboxStore(OutboxSignal signal)
{
    private static readonly RowForm Sent = new(
        "outbox",
        "(id, lane, kind, destination, anchor, thread_anchor, audience, card, live, subject, case_id, droppable, mentions, queued_at, not_before, while_owner, while_engineer)",
        "($1, $2, 'Send', $3::jsonb, $4, $5, $6, $7, $8, $9, $10, $11, $12::jsonb, $13, $14, $15, $16)");

    public void Post(UnitOfWork work, Letter letter)
    {
        work.Insert(
            Sent, NewId(work), Letter.LaneOf(letter.To), WriteDestination(letter.To), letter.Anchor, letter.ThreadAnchor, letter.Audience,
            letter.Card is { } card ? ChatJson.Write(card) : null, letter.Live, letter.Subject, letter.CaseId, letter.Droppable,
            WriteMentions(letter.Mentions), work.Now, letter.NotBefore ?? work.Now, letter.While?.Owner, letter.While?.Engineer);
        work.AfterCommit(signal.Wake);
    }

    /// <summary>
    /// Draws a sent card anew. Edits of one message that wait in the queue are one edit. Edits go in a lane of their own: the platforms
    /// count them apart, and a burst of them must not hold up what is new. An edit that waits already is touched, not left alone: nobody may
    /// draw it before this change is on disk.
    /// </summary>
    public void Redraw(UnitOfWork work, Destination where, Audience audience, string anchor, string live, string subject, Guid? caseId)
    {
        work.Write(
            """
            insert into outbox (id, lane, kind, destination, anchor, audience, live, subject, case_id, queued_at, not_before)
            values ($1, $2, 'Update', $3::jsonb, $4, $5, $6, $7, $8, $9, $9)
            on conflict (anchor) where state = 'Pending' and kind in ('Update', 'Bundle') do update set subject = excluded.subject
            """,
            NewId(work), Letter.LaneOf(where) + "#edits", WriteDestination(where), anchor, audience, live, subject, caseId, work.Now);
        work.AfterCommit(signal.Wake);
    }

    /// <summary>
    /// One message a person for all of a kind that waits: what comes next joins the one that has not gone out yet. The pauses between them
    /// are those of <see cref="BundlePace"/>.
    /// </summary>
    /// <param name="live">The card, whose subject is the person's id.</param>
    /// <param name="urgent">Something critical is in it: it waits for no pause but a window after the last critical one.</param>
    /// <param name="window">The shortest pause.</param>
    public static void PostBundle(UnitOfWork work, Guid person, Destination to, string live, bool urgent, Instant notBefore, Duration window) => work.Write(
        $"""
        insert into outbox (id, lane, kind, destination, anchor, audience, live, subject, queued_at, not_before)
        values ($1, $2, 'Bundle', $3::jsonb, $4, 'Staff', $5, $6, $7, greatest($8, coalesce((select {BundlePace.NextAt} from bundle_pace where person_id = $11), $8)))
        on conflict (anchor) where state = 'Pending' and kind in ('Update', 'Bundle')
            do update set not_before = least(outbox.not_before, excluded.not_before)
        """,
        NewId(work), Letter.LaneOf(to), WriteDestination(to), $"{live}:{person:N}", live, person.ToString(), work.Now, notBefore, window, urgent, person);

    /// <summary>Drops what waits for a case that has ended and is not worth saying any more.</summary>
    public static void DropFor(UnitOfWork work, Guid caseId) =>
        work.Write("update outbox set state = 'Cancelled' where case_id = $1 and state = 'Pending' and droppable", caseId);

    internal static string WriteDestination(Destination to) => JsonSerializer.Serialize(to, ChatJsonContext.Default.Destination);

    private static Guid NewId(UnitOfWork work) => Guid.CreateVersion7(work.Now.ToDateTimeOffset());

    private static string? WriteMentions(IReadOnlyList<MentionSpan> mentions) =>
        mentions.Count == 0 ? null : JsonSerializer.Serialize(mentions, ChatJsonContext.Default.IReadOnlyListMentionSpan);
}
