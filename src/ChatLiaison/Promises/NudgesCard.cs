using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Promises;

/// <summary>
/// What one person is reminded of, in one message: what is still owed by the time it goes out, the most pressing first. What was done
/// meanwhile is not mentioned (C15), nor what they have declined.
/// </summary>
internal sealed class NudgesCard(
    Database database, People.Directory directory, PlaybookSource playbooks, IEnumerable<IChatPlatform> platforms, BundlePace pace) : ILiveCard
{
    public const string CardName = "nudges";

    private const int ShownAtMost = 12;

    private readonly HashSet<string> on = platforms.Select(p => p.Key).ToHashSet(StringComparer.Ordinal);

    public string Name => CardName;

    /// <param name="subject">The person's id.</param>
    public async Task<Card?> DrawAsync(string subject, Instant now, CancellationToken cancellationToken) =>
        await WaitingAsync(Guid.Parse(subject), now, cancellationToken) is { Count: > 0 } waiting ? Draw(waiting, now) : null;

    /// <summary>Without the lines of restricted cases, which are only counted.</summary>
    public async Task<Card?> DrawForRoomAsync(string subject, Instant now, CancellationToken cancellationToken)
    {
        var waiting = await WaitingAsync(Guid.Parse(subject), now, cancellationToken);
        var open = waiting.Where(n => !n.IsRestricted).ToList();
        return (open.Count, waiting.Count - open.Count) switch
        {
            (0, 0) => null,
            (0, _) => Discretion.Instead,
            (_, 0) => Draw(open, now),
            (_, var hidden) => Draw(open, now).Small(StaffText.Of($"And {hidden} on restricted cases: /cases mine shows them to you alone.")),
        };
    }

    private async Task<List<Nudge>> WaitingAsync(Guid person, Instant now, CancellationToken cancellationToken)
    {
        var seesAll = directory.Current.PersonById(person) is { } known && playbooks.Current.Organisation.SeesRestricted(known.Roles);
        var waiting = await database.Ask(
            $"""
            select distinct on (p.id) p.id, p.kind, p.due_at, coalesce(c.id::text, ''), coalesce(c.reference, ''),
                case when p.kind = 'Inform' then p.reason else coalesce(c.title, m.text) end,
                p.priority, coalesce(m.author, ''), p.customer_id, coalesce(c.level, 0), p.owner_id is null and c.owner_id is null and c.engineering_owner_id is null,
                coalesce(c.engineering_owner_id = $1 and c.owner_id is distinct from $1, false), coalesce(c.owner_name, ''),
                coalesce(case when c.owner_id = $1 and c.engineering_owner_id <> $1 then c.engineering_owner_name end, ''), coalesce(c.restricted, false), p.reason, p.owner_id, c.owner_id, c.engineering_owner_id,
                case when p.kind = 'LevelResponse' then {OwnWay.OfAnswer} else {OwnWay.Column("p.id", "p.case_id")} end
            from nudges n join promises p on p.id = n.promise_id
                left join cases c on c.id = p.case_id left join loose_messages m on m.id = p.loose_message_id
            where n.person_id = $1 and n.sent_at is null and p.fulfilled_at is null and p.due_at is not null
                and not exists (select 1 from asks a where a.case_id = c.id and a.person_id = $1 and a.outcome = 'Declined'
                    and c.owner_id is distinct from $1 and c.engineering_owner_id is distinct from $1)
                and (c.id is null or not c.restricted or $2 or $1 in (c.owner_id, c.engineering_owner_id, c.liaison_id)
                    or exists (select 1 from case_viewers v where v.case_id = c.id and v.person_id = $1))
            order by p.id
            """,
            person, seesAll).ListAsync(Read, cancellationToken);
        await using var work = database.Begin(now);
        var unheld = waiting.Where(n => n.IsUnheld && n.CaseId.Length > 0).Select(n => Guid.Parse(n.CaseId)).ToHashSet();
        var records = await CaseRecord.OfUnheldAsync(work, unheld, playbooks.Current, directory.Current, cancellationToken);
        return [.. waiting.Select(n => n.IsUnheld ? Explained(n, person, records, now) : InPlace(n, person, now)).OrderByDescending(n => n.IsCritical).ThenBy(n => n.DueAt)];
    }

    /// <summary>What came due after the message was drawn waits in a message of its own, and is not taken for told.</summary>
    public async Task SentAsync(string subject, Instant now, CancellationToken cancellationToken)
    {
        var person = Guid.Parse(subject);
        var critical = await database.Ask(
            """
            with told as (
                update nudges n set sent_at = $2 where n.person_id = $1 and n.sent_at is null and n.at <= $2
                    and not exists (select 1 from outbox o where o.anchor = $3 and o.state = 'Pending' and o.kind = 'Bundle' and o.queued_at <= n.at)
                returning n.promise_id)
            select count(*) from told join promises p on p.id = told.promise_id where p.priority = 'P1'
            """,
            person, now, $"{CardName}:{person:N}").FirstAsync(row => row.Long(0), cancellationToken);
        await pace.SentAsync(person, critical > 0, now, cancellationToken);
    }

    internal static StaffCard Draw(IReadOnlyList<Nudge> nudges, Instant now)
    {
        if (nudges is [var only])
        {
            var card = StaffCard.Titled(Headline(only, now)).Quoting(Commands.CommandWords.Cut(only.Matter, 300));
            card = only.WhyThem.Length > 0 ? card.Small(StaffText.Of($"Why you: {only.WhyThem}.")) : card;
            card = only.WithThem.IsEmpty ? card : card.Small(only.WithThem);
            return card.With(NudgeButtons.For(only));
        }

        var late = nudges.Count(n => n.DueAt <= now);
        var list = StaffCard.Titled(late == 0
            ? StaffText.Of($"{nudges.Count} promises of yours are coming due")
            : StaffText.Of($"{nudges.Count} promises of yours need you, {late} of them late"));
        foreach (var nudge in nudges.Take(ShownAtMost))
        {
            list = list.Row(Line(nudge, now), NudgeButtons.For(nudge) is [var first, ..] ? first : null);
        }

        return nudges.Count > ShownAtMost ? list.Small(StaffText.Of($"And {nudges.Count - ShownAtMost} more: /cases mine shows them all.")) : list;
    }

    private static Nudge Read(Row row) => new(
        row.Named<PromiseKind>(1), row.At(2), row.Text(3), row.Text(4), row.Text(5), row.Text(6), row.Text(7))
    {
        PromiseId = row.Id(0),
        Reason = row.Text(15),
        Way = new(row.Text(19)),
        CustomerId = row.Int(8),
        Level = row.Int(9),
        IsUnheld = row.Flag(10),
        IsEngineers = row.Flag(11),
        IsRestricted = row.Flag(14),
        Holders = [.. new[] { row.IdOrNull(16), row.IdOrNull(17), row.IdOrNull(18) }.OfType<Guid>().Distinct()],
        EngineerId = row.IdOrNull(18),
        WithThem = (row.Flag(11), row.Text(12), row.Text(13)) switch
        {
            _ when row.Named<PromiseKind>(1) is PromiseKind.FollowUp or PromiseKind.Review or PromiseKind.Prevention => StaffText.Empty,
            (true, { Length: > 0 } owner, _) => StaffText.Of($"{owner} {SharedWork.OfSupport}."),
            (false, _, { Length: > 0 } engineer) => StaffText.Of($"{engineer} of engineering {SharedWork.OfEngineering}."),
            _ => StaffText.Empty,
        },
    };

    /// <summary>Who stands in for somebody reads for whom and why, and may take the case.</summary>
    private Nudge InPlace(Nudge nudge, Guid person, Instant now)
    {
        if (nudge.Holders.Contains(person))
        {
            return nudge;
        }

        var recipients = new NudgeRecipients(playbooks.Current, directory.Current, on, now);
        var (absent, why) = nudge.Holders.OrderByDescending(id => directory.Current.Absences.StandIn(id, now) == person)
            .Select(id => (Id: id, Why: recipients.Why(id, person))).FirstOrDefault(h => h.Why.Length > 0);
        var engineers = absent == nudge.EngineerId && nudge.Holders.Count > 1;
        return why is null ? nudge : nudge with { WhyThem = why, IsEngineers = engineers, IsInPlace = nudge.CaseId.Length > 0 && !engineers };
    }

    private Nudge Explained(Nudge nudge, Guid person, IReadOnlyDictionary<Guid, CaseRecord> records, Instant now)
    {
        if (directory.Current.CustomerById(nudge.CustomerId) is not { } customer)
        {
            return nudge;
        }

        var at = new Availability(directory.Current, now, playbooks.Current.Calendars.Values);
        var choice = NextOwner.Choose(NudgeRecipients.Question(playbooks.Current, nudge.Level, customer, nudge.IsCritical, nudge.IsRestricted, at, on, Guid.TryParse(nudge.CaseId, out var id) ? records.GetValueOrDefault(id) : null));
        return nudge with { WhyThem = string.Join(", ", choice.ReasonsOf(person)) };
    }

    private static StaffText Line(Nudge n, Instant now)
    {
        var title = StaffText.Of($"{Headline(n, now)}\n{Commands.CommandWords.Cut(n.Matter, 80)}");
        title = n.WhyThem.Length == 0 ? title : StaffText.Of($"{title}\nWhy you: {n.WhyThem}.");
        return n.WithThem.IsEmpty ? title : StaffText.Of($"{title}\n{n.WithThem}");
    }

    private static StaffText Headline(Nudge n, Instant now)
    {
        var what = n.Reference.Length == 0 ? StaffText.Of($"{n.Author} waits for an answer") : StaffText.Of($"{n.Reference} ({n.Priority}): {Ask(n)}");
        return n.DueAt <= now ? StaffText.Of($"{what}. It was due at {n.DueAt:t}.") : StaffText.Of($"{what} by {n.DueAt}");
    }

    private static string Ask(Nudge n) => n.Kind switch
    {
        PromiseKind.Acknowledge => "acknowledge it",
        PromiseKind.FirstResponse => "give the first response",
        PromiseKind.NextResponse => "answer the customer",
        PromiseKind.PersonAsked => "answer the customer, who asked for a person",
        PromiseKind.StatusUpdate => "send the promised update",
        PromiseKind.Resolve when n.IsEngineers => $"find {SharedWork.Engineerings}",
        PromiseKind.Resolve => "resolve it",
        PromiseKind.FollowUp => "follow up with the customer",
        PromiseKind.LevelResponse when n.Way.Text.StartsWith("brief", StringComparison.Ordinal) => "get engineering's answer to the brief",
        PromiseKind.LevelResponse => n.Way.IsTicked ? "answer the escalation" : "accept the technical brief or send it back",
        PromiseKind.Inform => "inform the customer",
        PromiseKind.Review => "look back at it in a review",
        PromiseKind.Prevention => "do what its review led to",
        _ => n.Reason.TrimEnd('.'),
    };
}

/// <summary>The one next step that a reminder offers first, and what else may be wanted.</summary>
internal static class NudgeButtons
{
    public static IReadOnlyList<Button> For(Nudge n) => n switch
    {
        { CaseId: "" } => [],
        { IsInPlace: true } =>
        [
            Button.Act("take.now", "Take", n.CaseId, ButtonStyle.Primary),
            .. For(n with { IsInPlace = false }).Where(b => b.Action != "take.now").Select(b => b with { Style = ButtonStyle.Normal }),
        ],
        { Kind: PromiseKind.Acknowledge } =>
        [
            Button.Act("acknowledge.now", "Acknowledge", n.CaseId, ButtonStyle.Primary), Button.Act("take.now", "Take", n.CaseId), .. Decline(n),
        ],
        { Kind: PromiseKind.LevelResponse, Way.IsTicked: false } => [n.Way.Button("", ButtonStyle.Primary), Button.Act("case.show", "Show the case", n.CaseId)],
        { Kind: PromiseKind.LevelResponse } => [Button.Act("onit.now", "I'm on it", n.CaseId, ButtonStyle.Primary), Button.Open("decline.open", "I can't take it", n.CaseId)],
        { Kind: PromiseKind.Resolve, IsEngineers: true } =>
        [
            Button.Open("return.open", "Give back to support", n.CaseId, ButtonStyle.Primary), Button.Act("case.show", "Show the case", n.CaseId),
        ],
        { Kind: PromiseKind.Resolve } => [Button.Open("resolve.open", "Resolve", n.CaseId, ButtonStyle.Primary), Button.Open("update.open", "Update customer", n.CaseId)],
        { Kind: PromiseKind.FollowUp } => [Button.Open("followup.open", "Follow up", n.CaseId, ButtonStyle.Primary)],
        { Kind: PromiseKind.Personal or PromiseKind.ActionItem or PromiseKind.CheckBack } =>
        [
            n.Way.Button($"{n.CaseId}/{n.PromiseId}", ButtonStyle.Primary), Button.Act("case.show", "Show the case", n.CaseId),
        ],
        { Kind: PromiseKind.Review } => [Button.Open("review.open", "Review", n.CaseId, ButtonStyle.Primary)],
        { Kind: PromiseKind.Prevention } => [Button.Act("actions.done", "Done", $"{n.CaseId}/{n.PromiseId}", ButtonStyle.Primary)],
        { Kind: PromiseKind.StatusUpdate } => [Button.Open("update.due", "Update customer", n.CaseId, ButtonStyle.Primary), .. Decline(n)],
        _ => [Button.Open("update.open", "Update customer", n.CaseId, ButtonStyle.Primary), .. Decline(n)],
    };

    private static IEnumerable<Button> Decline(Nudge n) => n.IsUnheld ? [Button.Open("decline.open", "I can't take it", n.CaseId)] : [];
}
