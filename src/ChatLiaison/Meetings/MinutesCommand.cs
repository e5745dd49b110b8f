using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Customers;
using ChatLiaison.Handover;
using ChatLiaison.Promises;
using ChatLiaison.Storage;
using ChatLiaison.Wording;

namespace ChatLiaison.Meetings;

/// <summary>After a meeting: its minutes, the summary to everyone who has a part in it, the action items, and the word to the customer (S56–S61).</summary>
internal sealed class MinutesCommand(MeetingDesk desk, CaseMail mail, People.Directory directory, Proofreader proof) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison minutes", "REF", "Write the minutes of the meeting on a case that was due last.");

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (found, refusal) = await desk.Desk.Acts.FindAsync(caller, call, cancellationToken);
        if (found is null)
        {
            return refusal!;
        }

        return (await desk.Store.OfCaseAsync(found.Id, cancellationToken)).FindLast(m => m.State == MeetingState.Scheduled) is { } next
            ? Ask(caller, next, found, more: false)
            : Reply.Refused(CustomerText.Of($"No meeting on {found.ReferenceText} waits for minutes. Arrange one with /liaison meeting {found.ReferenceText}"));
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        var about = press.Action == "minutes.more" ? press.Form?.State ?? press.Value : press.Value;
        return await desk.FindAsync(caller, about, cancellationToken) is not var (m, c) ? MeetingDesk.Gone
            : press.Action == "minutes.tell" ? Reply.Show(TellMeetingForm.Of(m, c, directory.Current.CustomerById(c.CustomerId)))
            : Ask(caller, m, c, more: press.Action == "minutes.more");
    }

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(caller, PreviewForm.StateOf(submission), cancellationToken) is not var (m, c))
        {
            return MeetingDesk.Gone;
        }

        if (submission.Action == "minutes.told")
        {
            return await TellAsync(caller, submission, m, c, cancellationToken);
        }

        var (items, wrong) = MinutesForm.Read(submission.Values, caller.Now);
        return wrong.Count > 0
            ? Reply.Wrong(wrong)
            : await desk.Desk.ActAsync(
                caller, submission.Key, c.Id.ToString(),
                async (work, held) => await MeetingStore.HoldAsync(work, m.Id, cancellationToken) is { State: MeetingState.Scheduled } open
                    ? await WriteAsync(work, held, open, caller, submission.Values, items, cancellationToken)
                    : Reply.Refused(CustomerText.Of($"The minutes are written already. /liaison meeting {c.ReferenceText} shows them.")),
                cancellationToken);
    }

    private async Task<Reply> WriteAsync(
        UnitOfWork work, SupportCase c, Meeting open, Caller caller, FormValues v, IReadOnlyList<ItemFilled> filled, CancellationToken cancellationToken)
    {
        var by = CaseActs.ActorOf(caller);
        var (holder, at) = (c.Owner?.Id ?? by.Id, v.Moment("again")!.Value);
        var inform = new Commitment(Commitment.NewId(work.Now), CommitmentKind.Inform, $"Tell the customer what came out of the {open.Name}.") { OwnerId = holder };
        var again = new Commitment(Commitment.NewId(work.Now), CommitmentKind.ActionItem, $"Look again at what the {open.Name} agreed.") { OwnerId = holder, Due = at };
        var m = open with
        {
            State = MeetingState.Held,
            Attendees = v.One("attendees"),
            Perspective = v.One("perspective"),
            Constraints = v.One("constraints"),
            Outcome = v.One("outcome"),
            HeldBy = by.Name,
            InformPromise = inform.Id,
            FollowUpAt = at,
            Document = LinkField.Given(v, MeetingDocument.Field),
        };
        MeetingStore.Held(work, m);
        var taken = filled.Select(one => Take(m, by, one, work.Now)).ToList();
        taken.ForEach(t => MeetingStore.AddItem(work, t.Item));
        Log(work, c, m, by, [.. taken.Select(t => t.Item)]);
        var decision = CaseDecision.To(c, new CaseEvent(CaseEventKind.Met, $"{by.Name} wrote the minutes of the {m.Name}: {m.Outcome}")
        {
            Commits = [inform, again, .. taken.Select(t => t.Made)],
            Settles = [m.HoldPromise],
            SaidAs = m.MinutesAnchor,
        });
        if (await desk.Desk.ApplyAsync(work, c, by, decision, cancellationToken) is { } refused)
        {
            return refused;
        }

        SendRound(work, c, m, by, taken);
        var done = CustomerText.Of($"The minutes are on record and everyone with a part in it has them. Tell the customer next; that ticks it off.");
        return Reply.Done(RestrictRules.GivenTo(c, by.Id, decision.Events).Count > 0 ? CustomerText.Of($"{done} {RestrictRules.MaySeeNow(c)}") : done);
    }

    private (MeetingItem Item, Commitment Made) Take(Meeting m, Actor by, ItemFilled filled, NodaTime.Instant now)
    {
        var owner = filled.OwnerId is { } id && directory.Current.PersonById(id) is { Active: true } person ? new Party(person.Id, person.Name) : new Party(by.Id ?? Guid.Empty, by.Name);
        var made = new Commitment(Commitment.NewId(now), CommitmentKind.ActionItem, filled.What) { OwnerId = owner.Id, Due = filled.DueAt };
        return (new MeetingItem(made.Id, m.Id, filled.What.TrimEnd('.') + ".", owner.Name, filled.DueAt), made);
    }

    /// <summary>A meeting with the customer stands in their record too.</summary>
    private static void Log(UnitOfWork work, SupportCase c, Meeting m, Actor by, IReadOnlyList<MeetingItem> items)
    {
        if (m.IsWithCustomer)
        {
            InteractionStore.Record(work, new Interaction
            {
                Id = Guid.CreateVersion7(work.Now.ToDateTimeOffset()),
                CustomerId = c.CustomerId,
                At = NodaTime.Instant.Min(m.At, work.Now),
                Kind = m.Link.Length > 0 ? InteractionKind.Video : InteractionKind.Meeting,
                Contact = c.ContactName,
                Staff = by.Name,
                StaffId = by.Id,
                Summary = m.Outcome,
                ActionItems = string.Join('\n', items.Select(i => $"{i.Owner}: {i.What}")),
                Cases = [c.Id],
                Source = "meeting",
            });
        }
    }

    /// <summary>Everyone who has a part in the case or something to do for it, each once and with what is theirs; and the working thread (S59).</summary>
    private void SendRound(UnitOfWork work, SupportCase c, Meeting m, Actor by, IReadOnlyList<(MeetingItem Item, Commitment Made)> taken)
    {
        List<MeetingItem> all = [.. taken.Select(t => t.Item)];
        if (!c.Restricted)
        {
            mail.SayInThread(work, c, MeetingCards.Summary(c, m, all), anchor: m.MinutesAnchor, lasting: true);
        }

        foreach (var person in new[] { c.Owner?.Id, c.EngineeringOwner?.Id, c.LiaisonId, m.ScheduledById }.Concat(taken.Select(t => t.Made.OwnerId)).OfType<Guid>().Distinct().Where(id => id != by.Id))
        {
            mail.Tell(work, c, person, MeetingCards.Summary(c, m, all, [.. taken.Where(t => t.Made.OwnerId == person).Select(t => t.Item)]), lasting: true);
        }
    }

    private Task<Reply> TellAsync(Caller caller, FormSubmission submission, Meeting m, SupportCase seen, CancellationToken cancellationToken)
    {
        var (how, written) = (submission.Values.One("how"), MeetingDocument.With(submission.Values.One("words"), submission.Values, m));
        var words = proof.Plain(submission.Values, written);
        var sends = how == TellMeetingForm.Here;
        if (TellMeetingForm.Wrong(submission.Values, m, seen, desk.Resolution) is { } wrong)
        {
            return Task.FromResult(Reply.Wrong(wrong));
        }

        if (sends && !PreviewForm.IsSeen(submission))
        {
            return Task.FromResult(PreviewForm.Show(
                TellMeetingForm.Of(m, seen, directory.Current.CustomerById(seen.CustomerId)), submission, [StaffText.Of($"{caller.Name:b} on {seen.Reference}: {words}")], "Send to the customer",
                beside: proof.Beside(seen, submission.Values, new DraftWords(written) { RecordsPromise = m.State == MeetingState.Scheduled })));
        }

        return desk.Desk.ActAsync(
            caller, submission.Key, seen.Id.ToString(),
            async (work, c) =>
            {
                var (by, held) = (CaseActs.ActorOf(caller), m.State == MeetingState.Held);
                var told = CaseRules.Tell(c, by, words, null, alreadySaid: false, work.Now, sends ? Medium.Chat : Enum.Parse<Medium>(how));
                told = told.Refusal is null && held && m.InformPromise is { } inform ? told with { Events = [told.Events[0] with { Settles = [inform] }] } : told;
                if (await desk.Desk.ApplyAsync(work, c, by, told, cancellationToken) is { } refused)
                {
                    return refused;
                }

                return Reply.Done(held
                    ? CustomerText.Of($"The customer knows, and the {CustomerText.Name(m.Name)} is ticked off.")
                    : CustomerText.Of($"The customer knows."));
            },
            cancellationToken);
    }

    private Reply Ask(Caller caller, Meeting m, SupportCase c, bool more) => m.State != MeetingState.Scheduled
        ? Reply.Refused(CustomerText.Of($"The minutes are written already. /liaison meeting {c.ReferenceText} shows them."))
        : Reply.Show(MinutesForm.Of(m, c, directory.Current.People, caller.Now, more));
}
