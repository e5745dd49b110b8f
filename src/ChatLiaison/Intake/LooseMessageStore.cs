using ChatLiaison.Chat;
using ChatLiaison.Promises;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Intake;

/// <summary>What customers wrote that belongs to no case (yet). The only writer of <c>loose_messages</c>.</summary>
internal static class LooseMessageStore
{
    public static void Insert(UnitOfWork work, Guid id, int customerId, ChatMessage message, string author) => work.Write(
        """
        insert into loose_messages (id, customer_id, platform, channel_id, message_id, thread_id, author_id, author, text, at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """,
        id, customerId, message.Message.Platform, message.Message.ChannelId, message.Message.MessageId, message.Message.ThreadId,
        message.Person.Id, author, message.Text, message.At);

    /// <summary>A message that the same person wrote in the same channel shortly before and that still waits: a second one joins it.</summary>
    public static async Task<Guid?> FindRecentAsync(UnitOfWork work, ChatMessage message, Instant since, CancellationToken cancellationToken)
    {
        var found = await work.ReadAsync(
            """
            select id from loose_messages where platform = $1 and channel_id = $2 and author_id = $3 and at >= $4
                and answered_at is null and case_id is null order by at desc limit 1 for update
            """,
            [message.Message.Platform, message.Message.ChannelId, message.Person.Id, since], row => row.Id(0), cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    public static void Join(UnitOfWork work, Guid id, string text) =>
        work.Write("update loose_messages set text = text || chr(10) || $2 where id = $1", id, text);

    /// <summary>What waits in a channel: all of it for a message of its own, else only what hangs in the same thread.</summary>
    public static Task<List<Guid>> HoldWaitingAsync(UnitOfWork work, MessageRef answer, CancellationToken cancellationToken) => work.ReadAsync(
        """
        select id from loose_messages where platform = $1 and channel_id = $2 and answered_at is null and case_id is null
            and ($3::text is null or message_id = $3 or thread_id = $3) order by id for update
        """,
        [answer.Platform, answer.ChannelId, answer.ThreadId], row => row.Id(0), cancellationToken);

    public static void Answered(UnitOfWork work, IReadOnlyList<Guid> ids) =>
        work.Write("update loose_messages set answered_at = $2 where id = any($1)", ids.ToArray(), work.Now);

    public static void BecameCase(UnitOfWork work, Guid id, Guid caseId)
    {
        work.Write("update loose_messages set case_id = $2 where id = $1 and case_id is null", id, caseId);
        PromiseStore.CancelLoose(work, id, "It became a case.");
    }

    /// <summary>The same for a message known only by where it stands; nothing when it does not wait.</summary>
    public static void BecameCase(UnitOfWork work, string platform, string channelId, string messageId, Guid caseId)
    {
        PromiseStore.CancelLoose(work, platform, channelId, messageId, "It became a case.");
        work.Write(
            "update loose_messages set case_id = $4 where platform = $1 and channel_id = $2 and message_id = $3 and case_id is null and answered_at is null",
            platform, channelId, messageId, caseId);
    }
}
