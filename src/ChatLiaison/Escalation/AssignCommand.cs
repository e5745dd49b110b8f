using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Escalation;

/// <summary><c>/liaison assign REF</c>: gives a case to somebody, who is told.</summary>
internal sealed class AssignCommand(CaseActs acts, People.Directory directory) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison assign", "REF", "Give a case to somebody else.");

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (found, refusal) = await acts.FindAsync(caller, call, cancellationToken);
        return found is null ? refusal! : Ask(found);
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        await acts.FindAsync(caller, press.Value, cancellationToken) is { } found ? Ask(found) : CaseActs.NoSuchCase("");

    public Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken) =>
        Guid.TryParse(submission.Values.One("to"), out var id) && directory.Current.PersonById(id) is { Active: true } person
            ? acts.ActAsync(
                caller, submission.Key, submission.State,
                (c, by) => CaseRules.Assign(c, by, new Party(person.Id, person.Name), caller.Now),
                c => CustomerText.Of($"{c.ReferenceText} is with {CustomerText.Name(person.Name)}, who is told."), cancellationToken)
            : Task.FromResult(Reply.Wrong(new FieldError("to", "Choose somebody who works here.")));

    private Reply Ask(SupportCase c) => Reply.Show(CaseForm.About(
        c, "assign.submit", "Give the case to", "Assign",
        new ChoiceField("to", "Who takes it?", [.. directory.Current.People.Where(p => p.Active && p.Roles.Count > 0).Take(100).Select(p => new Choice(p.Id.ToString(), p.Name))])
        {
            Required = true,
        }));
}
