using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.People;
using ChatLiaison.Storage;

namespace ChatLiaison.Intake;

/// <summary>Takes a message for somebody who is not there, from a customer or on their behalf; and what they do with it.</summary>
internal sealed class MessageCommand(LeftMessageDesk desk, LeftMessageAnswers answers, LeftMessageCard card, Database database, People.Directory directory) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison message", "[NAME]", "Take a message for a colleague; you see when it was read.");

    public Access Access => Access.Anyone;

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var named = directory.Current.People.FirstOrDefault(p => MayGetFrom(caller, p) && AwayNotice.Names(call.Text, p.Name, call.Text.Trim().TrimStart('@')));
        return Task.FromResult(Ask(caller, named?.Id, call.Place.ThreadId));
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) => press.Action switch
    {
        "message.read" => await ReadAsync(caller, press, cancellationToken),
        "message.answer" => await answers.AskAsync(caller, press.Value, cancellationToken) ?? NotYours,
        _ => Ask(caller, Guid.TryParse(press.Value, out var id) ? id : null, press.Card?.Root ?? press.Place.ThreadId),
    };

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken) => submission.Action == "message.answered"
        ? await answers.AnswerAsync(caller, submission, cancellationToken) ?? NotYours
        : await LeaveAsync(caller, submission, cancellationToken);

    /// <summary>Customers may leave one for their liaison and for whoever is away; our people for anybody.</summary>
    private bool MayGetFrom(Caller caller, Person person) => desk.Reaches(person) && (!caller.IsCustomer
        || directory.Current.Absences.IsAway(person.Id, caller.Now) || directory.Current.Customers.Any(c => c.Id == caller.CustomerId && c.LiaisonId == person.Id));

    private Reply Ask(Caller caller, Guid? personId, string? thread)
    {
        var possible = directory.Current.People.Where(p => p.Roles.Count > 0 && MayGetFrom(caller, p)).ToList();
        return possible.Count == 0
            ? Reply.Refused(CustomerText.Of($"There is nobody to leave a message for just now. Write it here and a person from our team will see it."))
            : Reply.Show(MessageForm.Leave(caller, possible, possible.Find(p => p.Id == personId), thread));
    }

    private async Task<Reply> LeaveAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        var (personId, thread) = MessageForm.Note(submission.State);
        var values = submission.Values;
        personId = Guid.TryParse(values.One("for"), out var chosen) ? chosen : personId;
        if (directory.Current.PersonById(personId) is not { } person || !MayGetFrom(caller, person))
        {
            return Reply.Wrong(new FieldError("for", "Choose whom the message is for."));
        }

        if (!values.Has("words"))
        {
            return Reply.Wrong(new FieldError("words", "Write the message."));
        }

        if (!caller.IsCustomer && !values.Has("from"))
        {
            return Reply.Wrong(new FieldError("from", "Say who it is from."));
        }

        var inTheirs = directory.Current.IsCustomerChannel(submission.Place.Platform, submission.Place.ChannelId);
        await using var work = database.Begin(caller.Now);
        if (!await InboxStore.TryClaimAsync(work, submission.Key, cancellationToken))
        {
            return Passed(person);
        }

        desk.Pass(work, new LeftMessage(
            Guid.CreateVersion7(caller.Now.ToDateTimeOffset()), person.Id, caller.CustomerId, caller.IsCustomer ? caller.Name : values.One("from"),
            caller.IsCustomer ? null : caller.PersonId, values.One("words"), values.One("reach"),
            submission.Place.Platform, inTheirs && caller.IsCustomer ? submission.Place.ChannelId : "", thread, caller.Now));
        await work.CommitAsync(cancellationToken);
        return Passed(person);
    }

    private async Task<Reply> ReadAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        await using var work = database.Begin(caller.Now);
        if (!Guid.TryParse(press.Value, out var id) || caller.PersonId is not { } me)
        {
            return NotYours;
        }

        if (await LeftMessageStore.ReadByPersonAsync(work, id, me, cancellationToken) is { } m)
        {
            desk.WasRead(work, m);
            await work.CommitAsync(cancellationToken);
        }

        return await answers.Messages.FindAsync(press.Value, cancellationToken) is { } left && left.PersonId == me
            && await card.DrawAsync(press.Value, caller.Now, cancellationToken) is { } drawn ? Reply.Replace(drawn) : NotYours;
    }

    private static Reply Passed(Person person) => Reply.Done(CustomerText.Of($"{CustomerText.Name(person.Name)} gets it, and you see when it was read."));

    private static Reply NotYours => Reply.Refused(CustomerText.Of($"That message is for somebody else."));
}

/// <summary>The two forms of a message.</summary>
internal static class MessageForm
{
    /// <param name="person">Whom it is for, when that is clear.</param>
    public static Form Leave(Caller caller, IReadOnlyList<Person> possible, Person? person, string? thread) => new(
        "message.submit", "Leave a message", "Pass it on", [.. Fields(caller, possible, person)])
    {
        State = $"{person?.Id.ToString() ?? ""}\n{thread}",
        Token = Cases.CaseForm.NewToken(),
        Opener = Button.Open("message.open", "Leave a message", person?.Id.ToString() ?? "", ButtonStyle.Primary),
        OpenerText = CustomerText.Of($"The button opens the form for your message."),
    };

    public static Form Answer(LeftMessage m) => new(
        "message.answered", "Answer", "Preview",
        [
            new FormNote("asked", StaffText.Of($"{m.Caller:b}: {m.Words}")),
            new TextField("words", "Your answer. The customer reads it in their channel.") { Required = true, Multiline = true },
        ])
    {
        State = m.Id.ToString(),
        Token = Cases.CaseForm.NewToken(),
    };

    public static (Guid Person, string? Thread) Note(string state) =>
        state.Split('\n') is [var id, var thread] ? (Guid.TryParse(id, out var person) ? person : Guid.Empty, thread.Length > 0 ? thread : null) : (Guid.Empty, null);

    private static IEnumerable<Field> Fields(Caller caller, IReadOnlyList<Person> possible, Person? person)
    {
        if (person is null)
        {
            yield return PersonChoices.Among("for", "Whom is it for?", possible) with { Required = true };
        }
        else
        {
            yield return new FormNote("whom", CustomerText.Of($"For {CustomerText.Name(person.Name):b}"));
        }

        if (!caller.IsCustomer)
        {
            yield return new TextField("from", "Who is it from?") { Required = true, MaxLength = 120 };
        }

        yield return new TextField("words", caller.IsCustomer ? "Your message" : "The message") { Required = true, Multiline = true, MaxLength = 2000 };
        yield return new TextField("reach", caller.IsCustomer ? "How can they reach you?" : "How can they be reached?") { MaxLength = 200 };
    }
}
