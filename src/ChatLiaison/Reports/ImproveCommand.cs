using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Reviews;
using ChatLiaison.Storage;

namespace ChatLiaison.Reports;

/// <summary><c>/liaison improve</c>: records what was changed in how we work, so that it can be seen whether it helped (S231).</summary>
internal sealed class ImproveCommand(Database database, CaseStore cases, ReviewStore reviews, ImproveForm form, People.Directory directory) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison improve", "[what]", "Record what was changed in how we work, and which figure it should move.");

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) =>
        Reply.Show(await form.ForAsync(caller, new ImproveNote("", "", call.Text.Trim()), null, cancellationToken));

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        var note = ImproveNote.Read(press.Value);
        if (note.CaseId.Length == 0)
        {
            return Reply.Show(await form.ForAsync(caller, note, null, cancellationToken));
        }

        if (!Guid.TryParse(note.CaseId, out var id) || await cases.FindAsync(id, cancellationToken) is not { } c || !CaseActs.MaySee(caller, c))
        {
            return CaseActs.NoSuchCase("");
        }

        var action = (await reviews.OfCaseAsync(c.Id, cancellationToken)).Find(a => a.PromiseId.ToString() == note.PromiseId);
        return Reply.Show(await form.ForAsync(caller, note.Words.Length > 0 ? note : note with { Words = action?.What ?? "" }, c, cancellationToken));
    }

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        var values = submission.Values;
        var note = ImproveNote.Read(submission.State);
        var (c, errors) = await CheckAsync(caller, values, cancellationToken);
        if (errors.Count > 0)
        {
            return Reply.Wrong(errors);
        }

        var by = Guid.TryParse(values.One("by"), out var chosen) && directory.Current.PersonById(chosen) is { } person ? (person.Id, person.Name) : (caller.PersonId, caller.Name);
        var improvement = new Improvement(
            Guid.CreateVersion7(caller.Now.ToDateTimeOffset()), values.Moment("at") ?? caller.Now, values.One("what"), by.Item1, by.Item2, Enum.Parse<Kpi>(values.One("kpi")))
        {
            CaseId = c?.Id,
            PromiseId = c is null ? null : (await reviews.OfCaseAsync(c.Id, cancellationToken)).Find(a => a.DoneAt is not null && a.PromiseId.ToString() == note.PromiseId)?.PromiseId,
            Pattern = values.One("pattern"),
        };
        await using var work = database.Begin(caller.Now);
        if (!await InboxStore.TryClaimAsync(work, submission.Key, cancellationToken))
        {
            return Reply.Done();
        }

        if (!await ImprovementStore.TryInsertAsync(work, improvement, caller.Name, cancellationToken))
        {
            return Reply.Refused(CustomerText.Of($"That action is an improvement already. /liaison improvements lists it."));
        }

        await work.CommitAsync(cancellationToken);
        return Reply.Done(CustomerText.Of($"Recorded. /liaison improvements shows what it does to the figure once there are {ImprovementRules.FewestCases} cases before and after it."));
    }

    private async Task<(SupportCase? Case, IReadOnlyList<FieldError> Errors)> CheckAsync(Caller caller, FormValues values, CancellationToken cancellationToken)
    {
        var errors = new List<FieldError>();
        if (!values.Has("what"))
        {
            errors.Add(new("what", "Say what was changed."));
        }

        if (!Enum.TryParse<Kpi>(values.One("kpi"), out _))
        {
            errors.Add(new("kpi", "Choose the figure that it should move."));
        }

        if (values.Moment("at") > caller.Now)
        {
            errors.Add(new("at", "That time has not come yet. Record the change once it is made."));
        }

        var reference = values.One("review").ToUpperInvariant();
        if (reference.Length == 0)
        {
            return (null, errors);
        }

        if (await cases.FindAsync(reference, cancellationToken) is { } c && CaseActs.MaySee(caller, c))
        {
            if (await reviews.FindAsync(c.Id, cancellationToken) is not { DoneAt: not null })
            {
                errors.Add(new("review", $"{c.Reference} has not been reviewed. Review it first, or leave this empty."));
            }

            return (c, errors);
        }

        errors.Add(new("review", "There is no such case. Check the reference, or leave this empty."));
        return (null, errors);
    }
}
