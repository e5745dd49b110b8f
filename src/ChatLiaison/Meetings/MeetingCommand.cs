using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Customers;
using ChatLiaison.Handover;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;

namespace ChatLiaison.Meetings;

/// <summary>What the commands about meetings read and write with.</summary>
internal sealed class MeetingDesk(HandoverDesk desk, MeetingStore meetings, BriefReader briefs, LogReader log, PlaybookSource playbooks)
{
    private const int LogShown = 5;

    public HandoverDesk Desk { get; } = desk;

    public MeetingStore Store { get; } = meetings;

    public ResolutionPolicy Resolution => playbooks.Current.Resolution;

    /// <summary>The meeting that a button is about, and its case; null when there is none that the caller may see.</summary>
    public async Task<(Meeting Meeting, SupportCase Case)?> FindAsync(Caller caller, string value, CancellationToken cancellationToken) =>
        Guid.TryParse(value, out var id) && await Store.FindAsync(id, cancellationToken) is { } m
            && await Desk.Acts.FindAsync(caller, m.CaseId.ToString(), cancellationToken) is { } c ? (m, c) : null;

    public async Task<Reply> PageAsync(SupportCase c, CancellationToken cancellationToken) =>
        Reply.Show(MeetingCards.Page(c, await Store.OfCaseAsync(c.Id, cancellationToken), await Store.ItemsAsync(c.Id, cancellationToken)));

    public async Task<Reply> PackAsync(Caller caller, Meeting m, SupportCase c, CancellationToken cancellationToken) => Reply.Show(MeetingCards.Pack(
        m,
        await briefs.ReadAsync(c, caller.Now, cancellationToken),
        [.. (await Store.OfCaseAsync(c.Id, cancellationToken)).Where(e => e.Id != m.Id)],
        await log.ListAsync(caller, c.CustomerId, null, LogReader.Always, LogShown, cancellationToken)));

    public static Reply Gone => Reply.Refused(CustomerText.Of($"That meeting is no longer on record. /liaison meeting with the case's reference lists those that are."));
}

/// <summary><c>/liaison meeting REF</c>: the meetings of a case; arrange one, read its pack, tick it off (S53–S61, S83, S84).</summary>
internal sealed class MeetingCommand(MeetingDesk desk, MeetingPlanner planner, BriefMail mail) : IChatCommand
{
    private static readonly Choice[] Kinds =
    [
        new(nameof(MeetingKind.Briefing), "A briefing with engineering"),
        new(nameof(MeetingKind.Customer), "A meeting with the customer"),
        new(nameof(MeetingKind.Session), "A joint session on a shared screen"),
    ];

    private static readonly Choice[] Recordings = [new("no", "It is not recorded"), new("yes", "It is recorded; the customer agreed")];

    public CommandSpec Spec { get; } = new("liaison meeting", "REF", "The meetings on a case: arrange one, read its pack, write its minutes, tick it off.");

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (found, refusal) = await desk.Desk.Acts.FindAsync(caller, call, cancellationToken);
        return found is null ? refusal! : await desk.PageAsync(found, cancellationToken);
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        if (press.Action is "meeting.show" or "meeting.open")
        {
            return await desk.Desk.Acts.FindAsync(caller, press.Value, cancellationToken) is not { } c ? CaseActs.NoSuchCase("")
                : press.Action == "meeting.open" ? Ask(c)
                : await desk.PageAsync(c, cancellationToken);
        }

        return await desk.FindAsync(caller, press.Value, cancellationToken) is not var (m, of) ? MeetingDesk.Gone
            : press.Action == "meeting.pack" ? await desk.PackAsync(caller, m, of, cancellationToken)
            : await EndAsync(caller, press, m.CaseId, cancellationToken);
    }

    public Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        var wrong = Wrong(submission.Values, caller);
        return wrong.Count > 0
            ? Task.FromResult(Reply.Wrong(wrong))
            : desk.Desk.ActAsync(caller, submission.Key, submission.State, (work, c) => ArrangeAsync(work, c, caller, submission.Values, cancellationToken), cancellationToken);
    }

    private static List<FieldError> Wrong(FormValues v, Caller caller)
    {
        var wrong = new List<FieldError>();
        if (v.Moment("at") is not { } at || at <= caller.Now)
        {
            wrong.Add(new("at", v.Has("at") ? "That time has passed. Choose one that lies ahead." : "Say when it is."));
        }

        wrong.AddRange([.. LinkField.Wrong(v, "link", "https://meet.example.com/abc"), .. LinkField.Wrong(v, MeetingDocument.Field, MeetingDocument.Example)]);

        if (v.One("recording") == "yes" && !v.Has("agreed"))
        {
            wrong.Add(new("agreed", "Say who at the customer agreed that it is recorded."));
        }

        if (!Enum.TryParse<MeetingKind>(v.One("kind"), out _))
        {
            wrong.Add(new("kind", "Choose what kind of meeting it is."));
        }

        return wrong;
    }

    private async Task<Reply> ArrangeAsync(UnitOfWork work, SupportCase c, Caller caller, FormValues v, CancellationToken cancellationToken)
    {
        var (at, by) = (v.Moment("at")!.Value, CaseActs.ActorOf(caller));
        if (CaseRules.Ended(c)?.Refusal is { } ended)
        {
            return Reply.Refused(ended);
        }

        var wanted = new Meeting
        {
            Id = Guid.CreateVersion7(work.Now.ToDateTimeOffset()),
            CaseId = c.Id,
            CustomerId = c.CustomerId,
            Kind = Enum.Parse<MeetingKind>(v.One("kind")),
            At = at,
            Link = LinkField.Given(v, "link"),
            Document = LinkField.Given(v, MeetingDocument.Field),
            Purpose = v.One("purpose"),
            Questions = v.One("questions"),
            Recording = v.One("recording") == "yes" ? v.One("agreed") : "",
            ScheduledBy = by.Name,
            HoldPromise = Guid.Empty,
        };
        var (m, met) = planner.Arrange(work, by, wanted);
        if (await desk.Desk.ApplyAsync(work, c, by, CaseDecision.To(c, met), cancellationToken) is { } refused)
        {
            return refused;
        }

        planner.Announce(work, c, by, m);
        return Reply.Done(m.IsWithCustomer
            ? CustomerText.Of($"It is arranged for {at}. The customer is not told by itself: invite them from /liaison meeting {c.ReferenceText}")
            : c.Restricted ? CustomerText.Of($"It is arranged for {at}. Whoever holds the case has the pack.")
            : CustomerText.Of($"It is arranged for {at}. The pack is in the case's thread."));
    }

    /// <summary>Ticks a meeting off, or calls it off.</summary>
    private Task<Reply> EndAsync(Caller caller, ButtonPress press, Guid caseId, CancellationToken cancellationToken) => desk.Desk.ActAsync(
        caller, press.Key, caseId.ToString(),
        async (work, c) =>
        {
            if (await MeetingStore.HoldAsync(work, Guid.Parse(press.Value), cancellationToken) is not { } m)
            {
                return MeetingDesk.Gone;
            }

            var by = CaseActs.ActorOf(caller);
            var off = press.Action == "meeting.cancel";
            var why = off ? MeetingRules.CallOff(m) : MeetingRules.TickOff(m);
            if (why is not null)
            {
                return Reply.Refused(why);
            }

            MeetingStore.End(work, m.Id, off ? MeetingState.Cancelled : MeetingState.Done, by.Name);
            var ended = off
                ? new CaseEvent(CaseEventKind.PromiseWithdrawn, $"{by.Name} called the {m.Name} off.") { Settles = [m.HoldPromise] }
                : new CaseEvent(CaseEventKind.Met, $"{by.Name} ticked the {m.Name} off.");
            return await desk.Desk.ApplyAsync(work, c, by, CaseDecision.To(c, ended), cancellationToken)
                ?? Reply.Done(off ? CustomerText.Of($"It is called off.") : CustomerText.Of($"It is ticked off."));
        },
        cancellationToken);

    private Reply Ask(SupportCase c) => CaseRules.Ended(c)?.Refusal is { } ended ? Reply.Refused(ended) : Reply.Show(CaseForm.About(
        c, "meeting.submit", "Arrange a meeting", "Arrange it",
        new ChoiceField("kind", "What is it?", Kinds) { Required = true, Initial = [nameof(MeetingKind.Briefing)] },
        new MomentField("at", "When?") { Required = true },
        new TextField("purpose", "What for?") { MaxLength = 300 },
        LinkField.Ask("link", "The call's address"),
        MeetingDocument.Ask(""),
        new TextField("questions", "What is to be asked?")
        {
            Multiline = true,
            MaxLength = 2000,
            Hint = "One a line. What the brief lacks stands here already.",
            Initial = string.Join('\n', mail.ScoreOf(c).Missing.Select(i => $"{i.Label}?")),
        },
        new ChoiceField("recording", "Is it recorded?", Recordings) { Initial = ["no"], Hint = "Only with the customer's permission." },
        new TextField("agreed", "Who at the customer agreed to the recording?") { MaxLength = 120 }));
}

/// <summary>What must hold before a meeting is over. Pure.</summary>
internal static class MeetingRules
{
    /// <returns>Why it can't be ticked off yet; null when it can.</returns>
    public static CustomerText? TickOff(Meeting m) => m switch
    {
        { State: MeetingState.Scheduled } => CustomerText.Of($"Its minutes are not written yet. Write them first; then tell the customer what came out of it."),
        { State: MeetingState.Done or MeetingState.Cancelled } => CustomerText.Of($"It is over already."),
        { ToldAt: null } => CustomerText.Of($"The customer does not know yet what came out of it. Tell them first; then it can be ticked off."),
        _ => null,
    };

    public static CustomerText? CallOff(Meeting m) =>
        m.State == MeetingState.Scheduled ? null : CustomerText.Of($"It took place, so it can't be called off. Tick it off when the customer has been told.");
}
