using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Playbook;

namespace ChatLiaison.Escalation;

/// <summary><c>/liaison return REF</c>: engineering gives a case back to its support owner, with what was found.</summary>
internal sealed class ReturnCommand(CaseActs acts, People.Directory directory, PlaybookSource playbooks) : CaseFormCommand(acts)
{
    public override CommandSpec Spec { get; } = new("liaison return", "REF", "Give a case back from engineering to whoever looks after the customer.");

    public override Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        var found = submission.Values.One("found").Trim();
        return found.Length == 0
            ? Task.FromResult(Reply.Wrong(new FieldError("found", "Say what you found, so that they need not ask.")))
            : Acts.ActAsync(
                caller, submission.Key, submission.State,
                (c, by) => LadderRules.ComeBack(c, by, found, playbooks.Current, RolesOf(c)),
                c => c.Owner is { } owner
                    ? CustomerText.Of($"{c.ReferenceText} is back with {CustomerText.Name(owner.Name)}, who reads what you found.")
                    : CustomerText.Of($"{c.ReferenceText} is back with support."),
                cancellationToken);
    }

    protected override Reply Ask(SupportCase c) => c.EngineeringOwner is null
        ? Reply.Refused(CustomerText.Of($"Engineering does not have {c.ReferenceText}, so there is nothing to give back."))
        : Reply.Show(CaseForm.About(
            c, "return.submit", "Give it back", "Give back",
            new TextField("found", "What did you find, and what is to be done next?") { Required = true, Multiline = true, Hint = "For our own people. Whoever looks after the customer tells them in their own words." }));

    private IReadOnlySet<Role> RolesOf(SupportCase c) =>
        c.Owner is { } owner && directory.Current.PersonById(owner.Id) is { } person ? person.Roles : new HashSet<Role>();
}
