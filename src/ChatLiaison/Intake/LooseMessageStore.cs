using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Customers;
using ChatLiaison.Promises;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Intake;

/// <summary>What customers wrote that belongs to no case (yet). The only writer of <c>loose_messages</c>.</summary>
internal static class LooseMessageStore
{
    private const string Which =
        "m.platform = $1 and m.channel_id = $2 and (m.message_id = $3 or (m.author_id = $4 and m.at >= $5)) and m.case_id is null and m.answered_at is null";

    public static void Insert(UnitOfWork work, Guid id, int customerId, ChatMessage message, string author) => work.Write(
        """
        insert into loose_messages (id, customer_id, platform, channel_id, message_id, thread_id, author_id, author, text, at, files)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb)
        """,
        id, customerId, message.Message.Platform, message.Message.ChannelId, message.Message.MessageId, message.Message.ThreadId,
        message.Person.Id, author, message.Text, message.At, CaseDetails.ToJson(message.Files));

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

    public static void Join(UnitOfWork work, Guid id, ChatMessage message) => work.Write(
        "update loose_messages set text = btrim(text || chr(10) || $2, chr(10)), files = files || $3::jsonb where id = $1",
        id, message.Text, CaseDetails.ToJson(message.Files));

    /// <summary>What waits in a channel: all of it for a message of its own, else only what hangs in the same thread.</summary>
    public static Task<List<LooseMessage>> HoldWaitingAsync(UnitOfWork work, MessageRef answer, CancellationToken cancellationToken) => work.ReadAsync(
        """
        select id, customer_id, author, text, at from loose_messages where platform = $1 and channel_id = $2 and answered_at is null and case_id is null
            and ($3::text is null or message_id = $3 or thread_id = $3) order by id for update
        """,
        [answer.Platform, answer.ChannelId, answer.ThreadId], row => new LooseMessage(row.Id(0), row.Int(1), row.Text(2), row.Text(3), row.At(4)), cancellationToken);

    public static void Answered(UnitOfWork work, IReadOnlyList<Guid> ids) =>
        work.Write("update loose_messages set answered_at = $2 where id = any($1)", ids.ToArray(), work.Now);

    /// <summary>
    /// A message that waits becomes a case, and what was posted with it belongs to the case as if it had been given in the form. What it says
    /// beside the case's own words, and its files, stand in the case's record. One that was answered before stands in the customer's record
    /// already, and goes on there as the case's.
    /// </summary>
    /// <param name="issue">The case's own words.</param>
    public static void BecameCase(UnitOfWork work, Guid id, Guid caseId, string issue)
    {
        work.Write(
            $"""
            with taken as (update loose_messages set case_id = $2 where id = $1 and case_id is null returning author, text, at, files)
            {Entries("$2")} where text <> $3 or files <> '[]'
            """,
            id, caseId, issue);
        InteractionStore.GoesOn(work, LooseMessage.ConversationOf(id), InteractionReactor.ConversationOf(caseId, work.Now), caseId);
        PromiseStore.CancelLoose(work, id, "It became a case.");
        work.Write(CaseStore.FilesTaken("select files from loose_messages where id = $2", "$1"), caseId, id);
    }

    /// <summary>
    /// The same for a message known only by where it stands, and for all that the case's contact wrote in the channel since then and that
    /// waits: the case answers it, and its words are kept in the case's record. Nothing when nothing waits.
    /// </summary>
    /// <param name="messageId">Empty for none.</param>
    /// <param name="authorId">The contact's id on the platform; empty for none.</param>
    public static void BecameCase(UnitOfWork work, ChatPlace place, string messageId, string authorId, Instant since, Guid caseId)
    {
        work.Write(
            $"""
            with taken as (update loose_messages m set case_id = $6 where {Which} returning id, message_id, author, text, at, files),
            {PromiseStore.CancelledWith("taken", "$7", "$8")},
            given as ({CaseStore.FilesTaken("select files from taken order by at", "$6")})
            {Entries("$6")} where message_id <> $3 or files <> '[]' order by at
            """,
            place.Platform, place.ChannelId, messageId, authorId, since, caseId, work.Now, "It became a case.");
    }

    /// <summary>The messages that were taken, as lines of the case's record: their words, and a line for each file.</summary>
    private static string Entries(string caseId) =>
        $"""
        insert into timeline (case_id, at, kind, actor, side, for_customer, text)
        select {caseId}, at, 'CustomerWrote', author, 'Customer', true, concat_ws(chr(10), nullif(text, ''),
            (select string_agg(concat('[file] ', file ->> 'name', ' ', file ->> 'url'), chr(10)) from jsonb_array_elements(files) file))
        from taken
        """;
}

/// <summary>What a customer wrote in their channel outside any case.</summary>
internal sealed record LooseMessage(Guid Id, int CustomerId, string Author, string Text, Instant At)
{
    /// <summary>Names the entry of the customer's record that it and our answer stand in.</summary>
    public static string ConversationOf(Guid id) => $"loose:{id:N}";
}
