using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Escalation;

/// <summary><c>/liaison assign REF</c>: gives a case to somebody, who is told.</summary>
internal sealed class AssignCommand(CaseActs acts, People.Directory directory) : CaseFormCommand(acts)
{
    public override CommandSpec Spec { get; } = new("liaison assign", "REF", "Give a case to somebody else.");

    public override Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken) =>
        Guid.TryParse(submission.Values.One("to"), out var id) && directory.Current.PersonById(id) is { Active: true } person
            ? Acts.ActAsync(
                caller, submission.Key, submission.State,
                (c, by) => CaseRules.Assign(c, by, new Party(person.Id, person.Name), caller.Now),
                c => CustomerText.Of($"{c.ReferenceText} is with {CustomerText.Name(person.Name)}, who is told."), cancellationToken)
            : Task.FromResult(Reply.Wrong(new FieldError("to", "Choose somebody who works here.")));

    protected override Reply Ask(SupportCase c) => Reply.Show(CaseForm.About(
        c, "assign.submit", "Give the case to", "Assign",
        new ChoiceField("to", "Who takes it?", [.. directory.Current.People.Where(p => p.Active && p.Roles.Count > 0).Take(100).Select(p => new Choice(p.Id.ToString(), p.Name))])
        {
            Required = true,
        }));
}
