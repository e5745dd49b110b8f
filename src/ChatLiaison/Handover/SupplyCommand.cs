using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Promises;
using ChatLiaison.Storage;
using ChatLiaison.Wording;

namespace ChatLiaison.Handover;

/// <summary><c>/liaison supply REF</c>: support fills in what the brief lacks and answers what engineering asked; a brief that came back goes out again.</summary>
internal sealed class SupplyCommand(HandoverDesk desk, HandoffStore handoffs, BriefMail mail, CaseMail people, HandoverPromises promises, UnderstandingPreview preview) : IChatCommand
{
    private const string Answer = "answer";

    public CommandSpec Spec { get; } = new("liaison supply", "REF", "Fill in what a technical brief lacks and answer engineering; it goes out again.");

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (found, refusal) = await desk.Acts.FindAsync(caller, call, cancellationToken);
        return found is null ? refusal! : await AskAsync(found, cancellationToken);
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        await desk.Acts.FindAsync(caller, press.Value, cancellationToken) is { } found ? await AskAsync(found, cancellationToken) : CaseActs.NoSuchCase("");

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        var (values, state) = (preview.Plain(submission.Values, BriefItem.Description), PreviewForm.StateOf(submission));
        if (values.Moment(BriefItem.Started) > caller.Now)
        {
            return Reply.Wrong(new FieldError(BriefItem.Started, "That time lies ahead. Say when it began, or leave it empty."));
        }

        return await SecondLookAsync(caller, submission, state, cancellationToken) ?? await desk.ActAsync(
            caller, submission.Key, state,
            async (work, c) =>
            {
                var handoff = await HandoffStore.HoldAsync(work, c.Id, cancellationToken);
                var open = await handoffs.OpenQuestionAsync(c.Id, cancellationToken);
                var given = BriefItem.For(c).Where(i => values.Has(i.Key) && values.One(i.Key) != i.Get(c.Details)).ToList();
                return given.Count == 0 && !values.Has(Answer)
                    ? Reply.Wrong(new FieldError(open is null ? BriefItem.For(c)[0].Key : Answer, "Fill in at least one of these, or answer the question."))
                    : await SupplyAsync(work, c, caller, handoff, open, given.Aggregate(c.Details, (d, i) => i.Set(d, values.One(i.Key))), values.One(Answer), cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>The description stands on the card that the customer reads; all else is for engineering. Null when there is nothing to see.</summary>
    private async Task<Reply?> SecondLookAsync(Caller caller, FormSubmission submission, string state, CancellationToken cancellationToken) =>
        submission.Values.Has(BriefItem.Description) && await desk.Acts.FindAsync(caller, state, cancellationToken) is { } c && CaseRules.Ended(c) is null
            && await FormOfAsync(c, cancellationToken) is { } form
            ? preview.Show(c, form, submission, form.Submit, BriefItem.Description) : null;

    private async Task<Reply> SupplyAsync(
        UnitOfWork work, SupportCase c, Caller caller, Handoff? handoff, HandoffQuestion? open, CaseDetails details, string answer, CancellationToken cancellationToken)
    {
        var by = CaseActs.ActorOf(caller);
        var returns = handoff is { State: HandoffState.Bounced };
        var engineer = returns && handoff!.AnsweredById is { } id ? new Party(id, handoff.AnsweredBy) : null;
        var decision = HandoverRules.Supply(c, by, details, engineer, answer);
        if (decision.Refusal is { } refusal)
        {
            return Reply.Refused(refusal);
        }

        if (open is not null)
        {
            HandoffStore.Answer(work, open.Id, by.Name, answer);
            decision = decision with { Events = [decision.Events[0] with { Settles = [open.PromiseId] }] };
        }

        if (await desk.ApplyAsync(work, c, by, decision, cancellationToken) is { } refused)
        {
            return refused;
        }

        var after = decision.After!;
        if (!returns)
        {
            if (open is not null)
            {
                people.Tell(work, after, open.ById, StaffCard.Titled(StaffText.Of($"{c.Reference}: {by.Name} answered"))
                    .Quoting(answer.Length > 0 ? answer : "What was missing is filled in.")
                    .With(Button.Act("brief.show", "Read the brief", c.Id.ToString())), lasting: true);
            }

            return Reply.Done(CustomerText.Of($"The brief of {c.ReferenceText} has it now."));
        }

        HandoffStore.End(work, handoff!.Id);
        if (mail.AddressOf(after, work.Now) is not { } address)
        {
            return Reply.Done(CustomerText.Of($"It is filled in, but nobody of engineering can be reached now. Send it with /liaison brief {c.ReferenceText} send"));
        }

        mail.Send(work, after, by, address, again: true);
        promises.AskEngineering(work, after, engineer);
        return Reply.Done(CustomerText.Of($"The brief of {c.ReferenceText} is with {CustomerText.Name(address.Words)} again."));
    }

    private async Task<Reply> AskAsync(SupportCase c, CancellationToken cancellationToken)
    {
        if (CaseRules.Ended(c)?.Refusal is { } ended)
        {
            return Reply.Refused(ended);
        }

        return await FormOfAsync(c, cancellationToken) is { } form ? Reply.Show(form)
            : Reply.Refused(CustomerText.Of($"The brief of {c.ReferenceText} is complete, and nobody asks anything. Write what is new in its thread."));
    }

    /// <summary>What is missing and what is asked; null when that is nothing.</summary>
    private async Task<Form?> FormOfAsync(SupportCase c, CancellationToken cancellationToken)
    {
        var open = await handoffs.OpenQuestionAsync(c.Id, cancellationToken);
        var items = (open?.Missing.Select(k => BriefItem.Find(c, k)).OfType<BriefItem>() ?? []).Union(mail.ScoreOf(c).Missing).ToList();
        if (items.Count == 0 && open is null)
        {
            return null;
        }

        List<Field> fields = [];
        if (open is not null)
        {
            fields.Add(new FormNote("asked", StaffText.Of($"{open.By} asks: {BriefWords.Missing(c, open.Missing, open.Question)}")));
        }

        if (open is { Question.Length: > 0 })
        {
            fields.Add(new TextField(Answer, "Your answer") { Multiline = true, Required = true, MaxLength = 2000 });
        }

        fields.AddRange(items.Select(i => FieldOf(i, c)));
        if (open is { Question.Length: 0 })
        {
            fields.Add(new TextField(Answer, "Anything to say with it?") { Multiline = true, MaxLength = 2000 });
        }

        return CaseForm.About(c, "supply.submit", "Complete the brief", open?.Kind == QuestionKind.Bounce ? "Send it again" : "Save", fields);
    }

    private static Field FieldOf(BriefItem item, SupportCase c) => item.Key switch
    {
        BriefItem.Started => new MomentField(item.Key, item.Label) { Initial = c.Details.StartedAt },
        BriefItem.Level => new ChoiceField(item.Key, item.Label, [new("novice", "Novice"), new("intermediate", "Intermediate"), new("advanced", "Advanced")]),
        "version" or "environment" => new TextField(item.Key, item.Label) { MaxLength = 200, Initial = item.Get(c.Details) },
        BriefItem.Description => new TextField(item.Key, item.Label) { Multiline = true, Initial = item.Get(c.Details), Hint = "It stands on the case's card, which the customer reads." },
        _ => new TextField(item.Key, item.Label) { Multiline = true, Initial = item.Get(c.Details) },
    };
}
