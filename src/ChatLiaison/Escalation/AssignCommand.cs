using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Outbox;
using ChatLiaison.People;

namespace ChatLiaison.Escalation;

/// <summary><c>/liaison assign REF</c>: gives a case to somebody, who is told.</summary>
internal sealed class AssignCommand(CaseActs acts, PersonMail mail, PersonChoices choices) : CaseFormCommand(acts)
{
    public override CommandSpec Spec { get; } = new("liaison assign", "REF", "Give a case to somebody else.");

    public override Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken) =>
        !Guid.TryParse(submission.Values.One("to"), out var id) || mail.Known.PersonById(id) is not { Active: true } person
            ? Task.FromResult(Reply.Wrong(new FieldError("to", "Choose somebody who works here.")))
        : !mail.Reaches(id)
            ? Task.FromResult(Reply.Wrong(new FieldError("to", $"{person.Name} can't be reached in chat. Choose somebody else.")))
        : Acts.ActAsync(
            caller, submission.Key, submission.State,
            (c, by) => CaseRules.Assign(c, by, new Party(person.Id, person.Name), caller.Now),
            c => mail.Known.Absences.At(person.Id, caller.Now) is { } absence
                ? CustomerText.Of($"{CustomerText.Name(person.Name)} is away until {absence.Until}, so {c.ReferenceText} goes on to whoever is next. You are told who that is.")
                : CustomerText.Of($"{c.ReferenceText} is with {CustomerText.Name(person.Name)}, who is told."), cancellationToken);

    protected override Reply Ask(SupportCase c) => Reply.Show(CaseForm.About(
        c, "assign.submit", "Give the case to", "Assign",
        choices.Field("to", "Who takes it?", p => p.Roles.Count > 0) with { Required = true }));
}
