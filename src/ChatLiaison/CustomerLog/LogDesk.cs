using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Commitments;
using ChatLiaison.Customers;
using ChatLiaison.People;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.CustomerLog;

/// <summary>Adds entries to a customer's record. What is to be done by a time becomes a promise on a case, so that it is reminded of and counted (S128).</summary>
internal sealed class LogDesk(Database database, LogReader log, CaseActs acts, PersonChoices people, People.Directory directory)
{
    public async Task<Reply> AskAsync(Caller caller, Customer customer, string reference, CancellationToken cancellationToken)
    {
        var owner = people.Field(LogForm.Owner, "Who does it?", p => p.Roles.Count > 0, first: p => p.Id == caller.PersonId) with { Placeholder = "You" };
        return Reply.Show(LogForm.Add(customer, reference, caller.Now, await log.OpenCasesAsync(caller, customer.Id, cancellationToken), owner));
    }

    public async Task<Reply> AddAsync(Caller caller, Customer customer, FormSubmission submission, CancellationToken cancellationToken)
    {
        var values = submission.Values;
        if (values.Moment("at") > caller.Now + Duration.FromMinutes(5))
        {
            return Reply.Wrong(new FieldError("at", "That time lies ahead. Add it once it has taken place."));
        }

        var (cases, unknown) = await NamedAsync(caller, customer, values.One("cases"), cancellationToken);
        var (todo, wrong) = unknown is null ? await TodoAsync(caller, customer, values, cases, cancellationToken) : (null, unknown);
        if (wrong is not null)
        {
            return Reply.Wrong(wrong);
        }

        if (!InteractionWords.ByName.TryGetValue(values.One("kind"), out var kind) || !Enum.TryParse<InteractionDirection>(values.One("direction"), out var direction))
        {
            return Reply.Wrong(new FieldError("kind", "Choose what it was."));
        }

        var entry = new Interaction
        {
            Id = Guid.CreateVersion7(caller.Now.ToDateTimeOffset()),
            CustomerId = customer.Id,
            At = values.Moment("at") ?? caller.Now,
            Kind = kind,
            Direction = direction,
            Contact = values.One("contact"),
            Staff = caller.Name,
            StaffId = caller.PersonId,
            Summary = values.One("summary"),
            ActionItems = values.One(LogForm.Items),
            Cases = [.. cases.Select(c => c.Id).Concat(todo is null ? [] : [todo.Case.Id]).Distinct()],
        };
        return todo is null
            ? await RecordAsync(caller, customer, submission.Key, entry, cancellationToken)
            : await acts.ActAsync(
                caller, submission.Key, todo.Case.Id.ToString(), (work, c, _) => Task.FromResult(Promise(work, c, entry, todo, caller.Now)),
                c => CustomerText.Of($"On record for {CustomerText.Name(customer.Name)}, and promised on {c.ReferenceText} by {todo.Due}. {CustomerText.Name(todo.Owner)} is reminded in time."),
                cancellationToken);
    }

    private async Task<Reply> RecordAsync(Caller caller, Customer customer, string key, Interaction entry, CancellationToken cancellationToken)
    {
        await using var work = database.Begin(caller.Now);
        if (!await InboxStore.TryClaimAsync(work, key, cancellationToken))
        {
            return Reply.Done(CustomerText.Of($"It is on record already."));
        }

        InteractionStore.Record(work, entry);
        await work.CommitAsync(cancellationToken);
        return Reply.Done(CustomerText.Of($"On record for {CustomerText.Name(customer.Name)}."));
    }

    /// <summary>The entry and its promises stand or fall together.</summary>
    private static CaseDecision Promise(UnitOfWork work, SupportCase c, Interaction entry, LogTodo todo, Instant now)
    {
        var events = new List<CaseEvent>();
        foreach (var what in todo.What)
        {
            var made = new Commitment(Commitment.NewId(now), CommitmentKind.ActionItem, what) { Due = todo.Due, OwnerId = todo.OwnerId };
            var decision = CommitmentRules.Promise(c, made, todo.Owner, now);
            if (decision.Refusal is not null)
            {
                return decision;
            }

            events.AddRange(decision.Events);
        }

        InteractionStore.Record(work, entry);
        return CaseDecision.To(c, events);
    }

    /// <summary>The cases that the entry names, which may have ended.</summary>
    private async Task<(List<SupportCase> Cases, FieldError? Unknown)> NamedAsync(Caller caller, Customer customer, string references, CancellationToken cancellationToken)
    {
        var cases = new List<SupportCase>();
        foreach (var reference in references.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (await log.CaseAsync(caller, customer.Id, reference, cancellationToken) is not { } found)
            {
                return (cases, new("cases", $"{customer.Name} has no case {CommandWords.Cut(reference, 40)}. Check the reference, or leave it out."));
            }

            cases.Add(found);
        }

        return (cases, null);
    }

    /// <summary>What is promised along with the entry; null for nothing.</summary>
    private async Task<(LogTodo? Todo, FieldError? Wrong)> TodoAsync(
        Caller caller, Customer customer, FormValues values, List<SupportCase> named, CancellationToken cancellationToken)
    {
        if (values.Moment(LogForm.Due) is not { } due)
        {
            return (null, values.Has(LogForm.Owner) ? new(LogForm.Due, "Say by when, so that they are reminded, or leave the name out.") : null);
        }

        if (due <= caller.Now || !values.Has(LogForm.Items))
        {
            return (null, due <= caller.Now
                ? new(LogForm.Due, "That time has passed. Choose one that lies ahead.")
                : new(LogForm.Items, "Say what is to be done by then, or take the time away."));
        }

        var on = values.Has(LogForm.Case)
            ? await log.CaseAsync(caller, customer.Id, values.One(LogForm.Case), cancellationToken)
            : named.Find(c => !c.Status.IsEnded());
        if (on is null)
        {
            return (null, (await log.OpenCasesAsync(caller, customer.Id, cancellationToken)).Count > 0
                ? new(LogForm.Case, "Choose the case that it belongs to, so that it is reminded of and counted.")
                : new(LogForm.Due, $"{customer.Name} has no open case that it could be kept on. Take the time away, or report the case first."));
        }

        var owner = Guid.TryParse(values.One(LogForm.Owner), out var id) && directory.Current.PersonById(id) is { Active: true } person ? (person.Id, person.Name) : (caller.PersonId, caller.Name);
        var what = values.One(LogForm.Items).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return (new(on, what, due, owner.Item1, owner.Item2), null);
    }

    /// <summary>What is to be done, one promise a line.</summary>
    private sealed record LogTodo(SupportCase Case, IReadOnlyList<string> What, Instant Due, Guid? OwnerId, string Owner);
}
