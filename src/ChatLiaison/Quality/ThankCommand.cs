using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.People;
using ChatLiaison.Storage;

namespace ChatLiaison.Quality;

/// <summary><c>/liaison thank @Name for what [REF]</c>: a colleague's thanks, told to them and named in the digest (S234).</summary>
internal sealed class ThankCommand(Database database, CaseStore cases, KudosMail mail, PersonChoices people, People.Directory directory) : IChatCommand
{
    private const int Longest = 500;

    public CommandSpec Spec { get; } = new("liaison thank", "@Name for what [REF]", "Thank a colleague: they are told, and the digest names them.");

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var words = ThanksWords.Read(call.Text);
        var (to, wrong) = words.Name.Length == 0 ? (null, "Say whom you thank, and for what.") : PersonSearch.One(directory.Current, words.Name);
        if (to is null || words.What.Length is 0 or > Longest)
        {
            return Reply.Show(Ask(words, to, call.Text.Trim().Length == 0 ? "" : to is null ? wrong : "Say in a few words what for."));
        }

        var (c, refusal) = await CaseOfAsync(caller, to, words.Reference, cancellationToken);
        return refusal is { } no ? Reply.Refused(CustomerText.Of($"{CustomerText.Name(no)}"))
            : to.Id == caller.PersonId ? Reply.Refused(CustomerText.Of($"That is you. Thank somebody else."))
            : await ThankAsync(caller, call.Key, to, words.What, c, cancellationToken);
    }

    public Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Show(Ask(ThanksWords.Read(press.Value), null, "")));

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        var values = submission.Values;
        if (!Guid.TryParse(values.One("to"), out var id) || directory.Current.PersonById(id) is not { Active: true } to)
        {
            return Reply.Wrong(new FieldError("to", "Choose whom you thank."));
        }

        var (c, refusal) = await CaseOfAsync(caller, to, values.One("case").ToUpperInvariant(), cancellationToken);
        return to.Id == caller.PersonId ? Reply.Wrong(new FieldError("to", "That is you. Thank somebody else."))
            : !values.Has("what") ? Reply.Wrong(new FieldError("what", "Say in a few words what for."))
            : refusal is not null ? Reply.Wrong(new FieldError("case", refusal))
            : await ThankAsync(caller, submission.Key, to, values.One("what"), c, cancellationToken);
    }

    private async Task<Reply> ThankAsync(Caller caller, string key, Person to, string what, SupportCase? c, CancellationToken cancellationToken)
    {
        await using var work = database.Begin(caller.Now);
        if (key.Length > 0 && !await InboxStore.TryClaimAsync(work, key, cancellationToken))
        {
            return Reply.Done();
        }

        var kudos = new Kudos(KudosKind.Thanks, to.Id, caller.Name, what, caller.Now) { ById = caller.PersonId, CaseId = c?.Id, CustomerId = c?.CustomerId };
        await KudosStore.KeepAsync(work, kudos, cancellationToken);
        mail.Tell(work, to, kudos, c);
        await work.CommitAsync(cancellationToken);
        return Reply.Done(CustomerText.Of($"{CustomerText.Name(to.Name)} is told, and the digest names them."));
    }

    /// <summary>The case that is meant, null for none; else why it can't be that one.</summary>
    private async Task<(SupportCase? Case, string? Refusal)> CaseOfAsync(Caller caller, Person to, string reference, CancellationToken cancellationToken)
    {
        if (reference.Length == 0)
        {
            return (null, null);
        }

        return await cases.FindAsync(reference, cancellationToken) is not { } c || !CaseActs.MaySee(caller, c)
            ? (null, $"There is no case {CommandWords.Cut(reference, 40)}. Check the reference, or leave it out.")
            : RestrictRules.MaySee(to.Id, seesAll: false, c) ? (c, null)
            : (null, $"{to.Name} may not see {c.Reference}. Thank them without naming it.");
    }

    private Form Ask(ThanksWords words, Person? to, string wrong) => new(
        "thank.submit", "Thank a colleague", "Thank them",
        [
            .. wrong.Length == 0 ? [] : new Field[] { new FormNote("wrong", StaffText.FromString(wrong)) },
            people.Field("to", "Whom?", p => p.Roles.Count > 0, to?.Id) with { Required = true },
            new TextField("what", "What for?") { Required = true, Multiline = true, MaxLength = Longest, Initial = CommandWords.Cut(words.What, Longest) },
            new TextField("case", "On which case?") { MaxLength = 40, Initial = words.Reference, Placeholder = "ACME-12", Hint = "Leave it empty for none." },
        ])
    {
        Token = CaseForm.NewToken(),
        Opener = Button.Open("thank.open", "Thank them", CommandWords.Cut($"{words.Name} for {words.What} {words.Reference}", 600), ButtonStyle.Primary),
        OpenerText = CustomerText.Of($"{CustomerText.Name(wrong.Length == 0 ? "Whom you thank, and for what:" : wrong)} The button opens the form."),
    };
}
