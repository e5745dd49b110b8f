using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Customers;
using ChatLiaison.Storage;

namespace ChatLiaison.Intake;

/// <summary>
/// <c>/liaison call</c>: one of ours takes down what a caller says, one problem after the other (S28, S29). Each problem is a case as soon as
/// it is saved, so that nothing waits for the end of the call; the call is complete when the closing question is answered with no (S34).
/// </summary>
internal sealed class CallCommand(CallForm form, CallDesk calls, CaseDesk cases, LeftMessageDesk messages, CallSubjects subjects) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison call", "[customer]", "Take down a call: several problems at once, and a message for a colleague.");

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Show(form.First(subjects.CustomerOf(caller, call.Text))));

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        if (press.Action is "call.finish" or "call.resume")
        {
            return Guid.TryParse(press.Value, out var id) && await calls.Calls.FindAsync(id, cancellationToken) is { } call && call.TakenBy == caller.PersonId
                ? press.Action == "call.finish" ? await FinishAsync(caller, press.Key, call, cancellationToken) : await OneMoreAsync(call, cancellationToken)
                : Gone;
        }

        return Reply.Show(form.First(subjects.CustomerOf(caller, press.Form?.State ?? press.Value), more: press.Action == "call.more"));
    }

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        if (submission.Action != "call.first")
        {
            return Guid.TryParse(submission.State, out var id) && await calls.Calls.FindAsync(id, cancellationToken) is { } open && open.TakenBy == caller.PersonId
                ? await GoOnAsync(caller, submission, open, cancellationToken) : Gone;
        }

        var values = submission.Values;
        var customer = subjects.CustomerOf(caller, values.Has("customer") ? values.One("customer") : submission.State);
        var errors = IntakeReader.Check(caller, values, customer).Concat(Closing(values)).ToList();
        if (!values.Has("contact"))
        {
            errors.Add(new("contact", "Write who is calling. Any name will do."));
        }

        if (errors.Count > 0 || customer is null)
        {
            return Reply.Wrong(errors);
        }

        var call = new Call(
            Guid.CreateVersion7(caller.Now.ToDateTimeOffset()), customer.Id, values.One("contact"), CallSubjects.SourceOf(values.One("source")), values.One("mood"),
            string.Join(": ", new[] { values.One("reach_by"), values.One("reach_details") }.Where(v => v.Length > 0)), caller.PersonId!.Value, caller.Now);
        return await SaveAsync(caller, submission, call, customer, cancellationToken);
    }

    /// <summary>A further form of a call: one more problem or a message, and again the closing question.</summary>
    private async Task<Reply> GoOnAsync(Caller caller, FormSubmission submission, Call call, CancellationToken cancellationToken)
    {
        var values = submission.Values;
        if (submission.Action.StartsWith("call.message", StringComparison.Ordinal))
        {
            return await PassMessageAsync(caller, submission, call, cancellationToken);
        }

        // Asked for one more and there was none after all: the closing question alone is enough.
        if (!values.Has("issue"))
        {
            return Closing(values) is { Count: > 0 } missing ? Reply.Wrong(missing) : await AnswerAsync(caller, submission, call, completed: false, cancellationToken);
        }

        var customer = subjects.CustomerById(call.CustomerId);
        var errors = IntakeReader.Check(caller, values, customer).Concat(Closing(values)).ToList();
        return errors.Count > 0 || customer is null ? Reply.Wrong(errors) : await SaveAsync(caller, submission, call, customer, cancellationToken);
    }

    private async Task<Reply> SaveAsync(Caller caller, FormSubmission submission, Call call, Customer customer, CancellationToken cancellationToken)
    {
        var draft = subjects.Draft(caller, submission, call, customer);
        var opened = new CaseEvent(CaseEventKind.Opened, draft.Details.Issue, ForCustomer: true);
        var stored = await cases.OpenAsync(
            draft, customer.Key, opened, CaseActs.ActorOf(caller), submission.Key,
            work =>
            {
                CallStore.Write(work, call);
                CallStore.Link(work, call.Id, draft.Id);
            },
            cancellationToken);

        // A second delivery finds the case, and the call, of the first.
        var saved = stored.Id == draft.Id ? call : await calls.Calls.OfCaseAsync(stored.Id, cancellationToken) ?? call;
        await NameOnOthersAsync(caller, saved, stored, cancellationToken);
        return await AnswerAsync(caller, submission, saved, completed: saved.CompletedAt is not null, cancellationToken);
    }

    /// <summary>The cards of the earlier cases of the call name the new one too; their records do not, since who may see it can change.</summary>
    private async Task NameOnOthersAsync(Caller caller, Call call, SupportCase added, CancellationToken cancellationToken)
    {
        foreach (var other in (await calls.Calls.CasesAsync(call.Id, cancellationToken)).Where(c => c.Id != added.Id))
        {
            await cases.ChangeAsync(
                other.Id, CaseActs.ActorOf(caller), $"call:{added.Id:N}:{other.Id:N}", caller.Now,
                c => CaseRules.Note(c, "One more problem came of the same call."), cancellationToken);
        }
    }

    private async Task<Reply> PassMessageAsync(Caller caller, FormSubmission submission, Call call, CancellationToken cancellationToken)
    {
        var values = submission.Values;
        var errors = Closing(values);
        if (!Guid.TryParse(values.One("for"), out var id) || subjects.Colleagues(messages.Reaches).FirstOrDefault(p => p.Id == id) is not { } person)
        {
            return Reply.Wrong([new("for", "Choose whom the message is for."), .. errors]);
        }

        if (!values.Has("words") || errors.Count > 0)
        {
            return Reply.Wrong(values.Has("words") ? errors : [new("words", "Write the message."), .. errors]);
        }

        await using var work = calls.Database.Begin(caller.Now);
        if (await InboxStore.TryClaimAsync(work, submission.Key, cancellationToken))
        {
            messages.Pass(work, new LeftMessage(
                Guid.CreateVersion7(caller.Now.ToDateTimeOffset()), person.Id, call.CustomerId, call.Caller, caller.PersonId, values.One("words"), call.Reach,
                submission.Place.Platform, "", null, caller.Now));
            CallStore.Write(work, call);
            await work.CommitAsync(cancellationToken);
        }

        return await AnswerAsync(caller, submission, call, completed: call.CompletedAt is not null, cancellationToken);
    }

    private async Task<Reply> AnswerAsync(Caller caller, FormSubmission submission, Call call, bool completed, CancellationToken cancellationToken)
    {
        var step = CallForm.StepOf(submission.Action) + 1;
        var taken = await calls.Calls.CasesAsync(call.Id, cancellationToken);
        return submission.Values.One("else") switch
        {
            CallForm.OneMore when step <= CallForm.ProblemsAtMost => Reply.Show(form.Next(call, taken, step)),
            CallForm.ForColleague when step <= CallForm.ProblemsAtMost => Reply.Show(form.Message(call, taken, step, subjects.Colleagues(messages.Reaches))),
            CallForm.NoMore when completed => Finished(call, taken, caller.Now),
            CallForm.NoMore => await FinishAsync(caller, $"{submission.Key}:complete", call, cancellationToken),
            _ => Reply.Done(CustomerText.Of($"That is saved. Begin another call with /liaison call for the rest.")),
        };
    }

    private async Task<Reply> OneMoreAsync(Call call, CancellationToken cancellationToken)
    {
        var taken = await calls.Calls.CasesAsync(call.Id, cancellationToken);
        return call.CompletedAt is null
            ? Reply.Show(form.Next(call, taken, taken.Count + 1))
            : Reply.Refused(CustomerText.Of($"That call is complete. Begin another with /liaison call."));
    }

    private async Task<Reply> FinishAsync(Caller caller, string key, Call call, CancellationToken cancellationToken)
    {
        await calls.CompleteAsync(caller, key, call, cancellationToken);
        return Finished(call, await calls.Calls.CasesAsync(call.Id, cancellationToken), caller.Now);
    }

    private Reply Finished(Call call, List<CallCase> taken, NodaTime.Instant now) => Reply.Done(taken.Count == 0
        ? CustomerText.Of($"The call is complete.")
        : CustomerText.Of($"The call is complete: {CustomerText.Name(string.Join(", ", taken.Select(c => c.Reference)))}.{(calls.TeamOf(call, now).Count > 0 ? CustomerText.Of($" Their usual contact's team is told.") : CustomerText.Empty)}"));

    private static IReadOnlyList<FieldError> Closing(FormValues values) => values.One("else") is CallForm.NoMore or CallForm.OneMore or CallForm.ForColleague
        ? [] : [new("else", "Ask whether there is anything else, and choose what they said.")];

    private static Reply Gone => Reply.Refused(CustomerText.Of($"That call is not there any more. Begin one with /liaison call."));
}
