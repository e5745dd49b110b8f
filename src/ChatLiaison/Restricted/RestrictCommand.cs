using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;

namespace ChatLiaison.Restricted;

/// <summary><c>/liaison restrict REF because …</c>: from now on only some see the case, everywhere. On a restricted case it lets more people in.</summary>
internal sealed class RestrictCommand(CaseActs acts, People.Directory directory, People.PersonChoices choices, PlaybookSource playbooks) : CaseFormCommand(acts)
{
    public override CommandSpec Spec { get; } = new("liaison restrict", "REF [because …]", "Let only those see a case who hold it or are named; for security and legal matters.");

    public override async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (found, refusal) = await Acts.FindAsync(caller, call, cancellationToken);
        if (found is null)
        {
            return refusal!;
        }

        var why = Why.In(call.Text);
        return why.Length == 0 || found.Restricted ? Ask(found)
            : await RestrictAsync(caller, call.Key, found.Id.ToString(), why, [], cancellationToken);
    }

    public override Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        var people = submission.Values.Many("people").Select(v => Guid.TryParse(v, out var id) ? directory.Current.PersonById(id) : null).OfType<People.Person>().ToList();
        if (submission.Action == "restrict.let")
        {
            return people.Count == 0
                ? Task.FromResult(Reply.Wrong(new FieldError("people", "Choose who may see it.")))
                : Acts.ActAsync(
                    caller, submission.Key, submission.State, (work, c, by) => Task.FromResult(LetIn(work, c, by, people)),
                    c => CustomerText.Of($"They may see {c.ReferenceText} now: /case {c.ReferenceText} shows it to them."), cancellationToken);
        }

        return submission.Values.Has("why")
            ? RestrictAsync(caller, submission.Key, submission.State, submission.Values.One("why"), people, cancellationToken)
            : Task.FromResult(Reply.Wrong(new FieldError("why", "Say why only some may see it.")));
    }

    protected override Reply Ask(SupportCase c)
    {
        var organisation = playbooks.Current.Organisation;
        var people = choices.Field(
            "people", "Who else may see it?", p => p.Roles.Count > 0 && !RestrictRules.MaySee(p.Id, organisation.SeesRestricted(p.Roles), c with { Restricted = true })) with
        {
            Multiple = true,
            Hint = $"Beside those who hold it, the customer's liaison, and these roles: {string.Join(", ", organisation.RestrictedSeenBy.Select(Roles.Name))}.",
        };
        return c.Restricted
            ? Reply.Show(CaseForm.About(c, "restrict.let", "Let people in", "Let them see it", people with { Required = true }))
            : Reply.Show(CaseForm.About(
                c, "restrict.submit", "Restrict the case", "Restrict",
                new FormNote("what", StaffText.Of($"{c.Reference} leaves every list, card and message but theirs who may see it. What was written about it before stays where it was written.")),
                new TextField("why", "Why may only some see it?") { Required = true, Multiline = true, MaxLength = 500 },
                people));
    }

    private Task<Reply> RestrictAsync(Caller caller, string key, string caseId, string why, IReadOnlyList<People.Person> people, CancellationToken cancellationToken) => Acts.ActAsync(
        caller, key, caseId,
        (work, c, by) =>
        {
            var decision = RestrictRules.Restrict(c, by, why);
            if (decision.Refusal is null)
            {
                foreach (var id in people.Select(p => p.Id).Append(by.Id ?? Guid.Empty).Where(id => id != Guid.Empty))
                {
                    CaseStore.LetSee(work, c.Id, id, by.Name);
                }
            }

            return Task.FromResult(decision);
        },
        _ => CustomerText.Of($"The case is restricted now. Its cards say no more than that there is one."), cancellationToken);

    private static CaseDecision LetIn(UnitOfWork work, SupportCase c, Actor by, IReadOnlyList<People.Person> people)
    {
        foreach (var person in people)
        {
            CaseStore.LetSee(work, c.Id, person.Id, by.Name);
        }

        return RestrictRules.LetIn(c, by, Words.All(people.Select(p => p.Name)));
    }
}

/// <summary><c>/liaison unrestrict REF</c>: everyone sees the case again, the customer's channel too; what that reads then stands in the form.</summary>
internal sealed class UnrestrictCommand(CaseActs acts, CaseViews views) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison unrestrict", "REF", "Let everyone see a restricted case again, with the reason.");

    public Access Access => Access.Management;

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) => acts.AskAsync(caller, call, c => AskAsync(c, cancellationToken), cancellationToken);

    public Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        acts.AskAsync(caller, press.Value, c => AskAsync(c, cancellationToken), cancellationToken);

    public Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken) => submission.Values.Has("why")
        ? acts.ActAsync(
            caller, submission.Key, submission.State, (c, by) => RestrictRules.Lift(c, by, submission.Values.One("why")),
            c => CustomerText.Of($"{c.ReferenceText} can be seen by everyone again."), cancellationToken)
        : Task.FromResult(Reply.Wrong(new FieldError("why", "Say why everyone may see it again.")));

    private async Task<Reply> AskAsync(SupportCase c, CancellationToken cancellationToken) => !c.Restricted
        ? Reply.Refused(CustomerText.Of($"{c.ReferenceText} is not restricted."))
        : Reply.Show(CaseForm.About(
            c, "unrestrict.submit", "Lift the restriction", "Lift it",
            [
                new TextField("why", "Why may everyone see it again?") { Required = true, Multiline = true, MaxLength = 500 },
                .. c.ChannelId.Length > 0 ? await SeenAsync(c, cancellationToken) : [],
            ]));

    /// <summary>The case's card as it stands in the customer's channel from then on.</summary>
    private async Task<IEnumerable<Field>> SeenAsync(SupportCase c, CancellationToken cancellationToken)
    {
        var card = CustomerCaseCard.Draw(await views.ReadAsync(c with { Restricted = false }, cancellationToken));
        return
        [
            new FormNote("seen", StaffText.Of($"{"The customer will read this in their channel from then on:":b}")),
            .. CardLines.Of(card).Select((line, at) => new FormNote($"seen{at}", line)),
        ];
    }
}
