using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Customers;
using ChatLiaison.Promises;
using ChatLiaison.Storage;

namespace ChatLiaison.Handover;

/// <summary>After a meeting: its minutes, the summary to everyone who has a part in it, the action items, and the word to the customer (S56–S61).</summary>
internal sealed class MinutesCommand(MeetingDesk desk, BriefMail mail, People.Directory directory) : IChatCommand
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
        if (press.Action == "minutes.done")
        {
            return await DoneAsync(caller, press, cancellationToken);
        }

        var about = press.Action == "minutes.more" ? press.Form?.State ?? press.Value : press.Value;
        return await desk.FindAsync(caller, about, cancellationToken) is not var (m, c) ? MeetingDesk.Gone
            : press.Action == "minutes.tell" ? Reply.Show(TellMeetingForm.Of(m, c))
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
        var inform = desk.Promises.ToAnswer(c, c.Owner?.Id ?? by.Id, $"Tell the customer what came out of the {open.Name}", work.Now) with { Kind = PromiseKind.Inform };
        var again = desk.Promises.By(c, PromiseKind.ActionItem, c.Owner?.Id ?? by.Id, $"Look again at what the {open.Name} agreed", v.Moment("again")!.Value, work.Now);
        var m = open with
        {
            State = MeetingState.Held,
            Attendees = v.One("attendees"),
            Perspective = v.One("perspective"),
            Constraints = v.One("constraints"),
            Outcome = v.One("outcome"),
            HeldBy = by.Name,
            InformPromise = inform.Id,
            FollowUpAt = again.DueAt,
        };
        MeetingStore.Held(work, m);
        PromiseStore.Insert(work, inform);
        PromiseStore.Insert(work, again);
        await HandoverPromises.KeepAsync(work, c.Id, p => p.Id == m.HoldPromise, $"{by.Name} wrote the minutes.", cancellationToken);
        var items = filled.Select(f => Add(work, c, m, by, f)).ToList();
        Log(work, c, m, by, items);
        var decision = CaseDecision.To(c, new CaseEvent(CaseEventKind.Met, $"{by.Name} wrote the minutes of the {m.Name}: {m.Outcome}"));
        if (await desk.Desk.ApplyAsync(work, c, by, decision, cancellationToken) is { } refused)
        {
            return refused;
        }

        SendRound(work, c, m, by, items);
        return Reply.Done(CustomerText.Of($"The minutes are on record and everyone with a part in it has them. Tell the customer next; then it can be ticked off."));
    }

    private MeetingItem Add(UnitOfWork work, SupportCase c, Meeting m, Actor by, ItemFilled filled)
    {
        var owner = filled.OwnerId is { } id && directory.Current.PersonById(id) is { Active: true } person ? new Party(person.Id, person.Name) : new Party(by.Id ?? Guid.Empty, by.Name);
        var promise = desk.Promises.By(c, PromiseKind.ActionItem, owner.Id, filled.What, filled.DueAt, work.Now);
        var item = new MeetingItem(promise.Id, m.Id, filled.What.TrimEnd('.') + ".", owner.Name, filled.DueAt);
        PromiseStore.Insert(work, promise);
        MeetingStore.AddItem(work, item);
        mail.Tell(work, c, owner.Id == by.Id ? null : owner.Id, StaffCard.Titled(StaffText.Of($"{c.Reference}: something for you to do"))
            .Quoting(item.What)
            .Say(StaffText.Of($"By {item.DueAt}. It came out of the {m.Name}; {by.Name} wrote it down."))
            .With(Button.Act("minutes.done", "Done", $"{c.Id}/{promise.Id}", ButtonStyle.Primary), Button.Act("case.show", "Show the case", c.Id.ToString())));
        return item;
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

    /// <summary>Everyone who has a part in the case, each once, and the working thread (S59).</summary>
    private void SendRound(UnitOfWork work, SupportCase c, Meeting m, Actor by, IReadOnlyList<MeetingItem> items)
    {
        var card = MeetingCards.Summary(c, m, items);
        mail.SayInThread(work, c, card);
        foreach (var person in new[] { c.Owner?.Id, c.EngineeringOwner?.Id, c.LiaisonId, m.ScheduledById }.OfType<Guid>().Distinct().Where(id => id != by.Id))
        {
            mail.Tell(work, c, person, card);
        }
    }

    private Task<Reply> TellAsync(Caller caller, FormSubmission submission, Meeting m, SupportCase seen, CancellationToken cancellationToken)
    {
        var (how, words) = (submission.Values.One("how"), submission.Values.One("words"));
        var sends = how == TellMeetingForm.Here;
        if (TellMeetingForm.Wrong(submission.Values, seen) is { } wrong)
        {
            return Task.FromResult(Reply.Wrong(wrong));
        }

        if (sends && !PreviewForm.IsSeen(submission))
        {
            return Task.FromResult(PreviewForm.Show(
                TellMeetingForm.Of(m, seen), submission, [StaffText.Of($"{caller.Name:b} on {seen.Reference}: {words}")], "Send to the customer"));
        }

        return desk.Desk.ActAsync(
            caller, submission.Key, seen.Id.ToString(),
            async (work, c) =>
            {
                var by = CaseActs.ActorOf(caller);
                if (await desk.Desk.ApplyAsync(work, c, by, CaseRules.Tell(c, by, words, null, alreadySaid: !sends, work.Now), cancellationToken) is { } refused)
                {
                    return refused;
                }

                if (!sends)
                {
                    TellMeetingForm.Log(work, c, by, how, words);
                }

                if (m.State == MeetingState.Held)
                {
                    MeetingStore.Told(work, m.Id, by.Name);
                    await HandoverPromises.KeepAsync(work, c.Id, p => p.Id == m.InformPromise, $"{by.Name} told the customer.", cancellationToken);
                }

                return Reply.Done(m.State == MeetingState.Held
                    ? CustomerText.Of($"The customer knows, and the {CustomerText.Name(m.Name)} can be ticked off.")
                    : CustomerText.Of($"The customer knows."));
            },
            cancellationToken);
    }

    /// <summary>Somebody did what they were to do.</summary>
    private Task<Reply> DoneAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        press.Value.Split('/') is not [var caseId, var promise] || !Guid.TryParse(promise, out var id)
            ? Task.FromResult(MeetingDesk.Gone)
            : desk.Desk.ActAsync(
                caller, press.Key, caseId,
                async (work, c) =>
                {
                    if ((await PromiseStore.HoldOwedAsync(work, c.Id, cancellationToken)).Find(p => p.Id == id) is not { } owed)
                    {
                        return Reply.Refused(CustomerText.Of($"That is settled already."));
                    }

                    var by = CaseActs.ActorOf(caller);
                    await HandoverPromises.KeepAsync(work, c.Id, p => p.Id == id, $"{by.Name} did it.", cancellationToken);
                    return await desk.Desk.ApplyAsync(work, c, by, CaseDecision.To(c, new CaseEvent(CaseEventKind.Met, $"{by.Name} did it: {owed.Reason}")), cancellationToken)
                        ?? Reply.Done(CustomerText.Of($"Done on {c.ReferenceText}, and counted."));
                },
                cancellationToken);

    private Reply Ask(Caller caller, Meeting m, SupportCase c, bool more) => m.State != MeetingState.Scheduled
        ? Reply.Refused(CustomerText.Of($"The minutes are written already. /liaison meeting {c.ReferenceText} shows them."))
        : Reply.Show(MinutesForm.Of(m, c, directory.Current.People, caller.Now, more));
}
