using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Promises;

/// <summary>
/// What one person is reminded of, in one message: what is still owed by the time it goes out, the most pressing first. What was done
/// meanwhile is not mentioned (C15).
/// </summary>
internal sealed class NudgesCard(Database database, People.Directory directory) : ILiveCard
{
    private const int ShownAtMost = 12;

    public string Name => "nudges";

    /// <param name="subject">The person's id.</param>
    public async Task<Card?> DrawAsync(string subject, Instant now, CancellationToken cancellationToken)
    {
        var seesAll = directory.Current.PersonById(Guid.Parse(subject))?.Roles.Overlaps(Cases.RestrictRules.Roles) == true;
        var waiting = await database.Ask(
            """
            select distinct on (p.id) p.id, p.kind, p.due_at, p.state, coalesce(c.id::text, ''), coalesce(c.reference, ''), coalesce(c.title, m.text),
                p.priority, coalesce(c.acknowledged_at is not null, false), coalesce(m.author, ''), count(*) over ()
            from nudges n join promises p on p.id = n.promise_id
                left join cases c on c.id = p.case_id left join loose_messages m on m.id = p.loose_message_id
            where n.person_id = $1 and n.sent_at is null and p.fulfilled_at is null and p.due_at is not null
                and (c.id is null or not c.restricted or $2 or $1 in (c.owner_id, c.engineering_owner_id, c.liaison_id)
                    or exists (select 1 from case_viewers v where v.case_id = c.id and v.person_id = $1))
            order by p.id
            """,
            Guid.Parse(subject), seesAll).ListAsync(
                row => new Nudge(row.Named<PromiseKind>(1), row.At(2), row.Text(4), row.Text(5), row.Text(6), row.Text(7), row.Flag(8), row.Text(9)), cancellationToken);
        return waiting.Count == 0 ? null : Draw([.. waiting.OrderBy(n => n.DueAt)], now);
    }

    /// <summary>What came due after the message was drawn waits in a message of its own, and is not taken for told.</summary>
    public Task SentAsync(string subject, Instant now, CancellationToken cancellationToken) => database.Ask(
        """
        update nudges n set sent_at = $2 where n.person_id = $1 and n.sent_at is null and n.at <= $2
            and not exists (select 1 from outbox o where o.anchor = $3 and o.state = 'Pending' and o.kind = 'Bundle' and o.queued_at <= n.at)
        """,
        Guid.Parse(subject), now, $"nudges:{Guid.Parse(subject):N}").RunAsync(cancellationToken);

    internal static StaffCard Draw(IReadOnlyList<Nudge> nudges, Instant now)
    {
        if (nudges is [var only])
        {
            return StaffCard.Titled(Headline(only, now))
                .Quoting(Commands.CommandWords.Cut(only.Title, 300))
                .With(Buttons(only));
        }

        var late = nudges.Count(n => n.DueAt <= now);
        var card = StaffCard.Titled(late == 0
            ? StaffText.Of($"{nudges.Count} promises of yours are coming due")
            : StaffText.Of($"{nudges.Count} promises of yours need you, {late} of them late"));
        foreach (var nudge in nudges.Take(ShownAtMost))
        {
            card = card.Row(StaffText.Of($"{Headline(nudge, now)}\n{Commands.CommandWords.Cut(nudge.Title, 80)}"), Buttons(nudge) is [var first, ..] ? first : null);
        }

        return nudges.Count > ShownAtMost ? card.Small(StaffText.Of($"And {nudges.Count - ShownAtMost} more: /cases mine shows them all.")) : card;
    }

    private static StaffText Headline(Nudge n, Instant now)
    {
        var what = n.Reference.Length == 0 ? StaffText.Of($"{n.Author} waits for an answer") : StaffText.Of($"{n.Reference} ({n.Priority}): {Ask(n.Kind)}");
        return n.DueAt <= now ? StaffText.Of($"{what}. It was due at {n.DueAt:t}.") : StaffText.Of($"{what} by {n.DueAt}");
    }

    private static string Ask(PromiseKind kind) => kind switch
    {
        PromiseKind.Acknowledge => "acknowledge it",
        PromiseKind.FirstResponse => "give the first response",
        PromiseKind.NextResponse => "answer the customer",
        PromiseKind.StatusUpdate => "send the promised update",
        PromiseKind.Resolve => "resolve it",
        PromiseKind.FollowUp => "follow up with the customer",
        PromiseKind.LevelResponse => "answer the escalation",
        PromiseKind.Inform => "inform the customer",
        _ => "do what was promised",
    };

    private static IReadOnlyList<Button> Buttons(Nudge n) => n switch
    {
        { CaseId: "" } => [],
        { Kind: PromiseKind.Acknowledge } => [Button.Act("acknowledge.now", "Acknowledge", n.CaseId, ButtonStyle.Primary), Button.Act("take.now", "Take", n.CaseId)],
        { Kind: PromiseKind.LevelResponse } => [Button.Act("onit.now", "I'm on it", n.CaseId, ButtonStyle.Primary)],
        { Kind: PromiseKind.Resolve } => [Button.Open("resolve.open", "Resolve", n.CaseId, ButtonStyle.Primary), Button.Open("update.open", "Update customer", n.CaseId)],
        { Kind: PromiseKind.FollowUp } => [Button.Open("followup.open", "Follow up", n.CaseId, ButtonStyle.Primary)],
        _ => [Button.Open("update.open", "Update customer", n.CaseId, ButtonStyle.Primary)],
    };
}

/// <summary>One thing a person is reminded of.</summary>
internal sealed record Nudge(PromiseKind Kind, Instant DueAt, string CaseId, string Reference, string Title, string Priority, bool Acknowledged, string Author);
