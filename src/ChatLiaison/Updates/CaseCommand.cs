using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Promises;

namespace ChatLiaison.Updates;

/// <summary><c>/case REF</c>: the card; <c>why</c> explains each due time, <c>brief</c> shows everything, <c>log</c> the record.</summary>
internal sealed class CaseCommand(CaseActs acts, CaseViews views, CaseStore cases, PromiseStore promises) : IChatCommand
{
    public CommandSpec Spec { get; } = new("case", "REF [why|brief|log]", "One case: its card, why its times are what they are, or its record.");

    public Access Access => Access.Anyone;

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (found, refusal) = await acts.FindAsync(caller, call, cancellationToken);
        if (found is null)
        {
            return refusal!;
        }

        var words = call.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var what = CommandWords.Lower(words.LastOrDefault(w => !w.Contains('-', StringComparison.Ordinal)) ?? "");
        return await ShowAsync(caller, found, what, cancellationToken);
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        if (await acts.FindAsync(caller, press.Value, cancellationToken) is not { } found)
        {
            return CaseActs.NoSuchCase("");
        }

        return press.Action == "case.brief" && !caller.IsCustomer
            ? Reply.Show(BriefForm(await views.ReadAsync(found, cancellationToken)))
            : await ShowAsync(caller, found, "", cancellationToken);
    }

    /// <summary>The brief is read, not filled in: submitting it only closes it.</summary>
    public Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken) => Task.FromResult(Reply.Done());

    private async Task<Reply> ShowAsync(Caller caller, SupportCase c, string what, CancellationToken cancellationToken)
    {
        var view = await views.ReadAsync(c, cancellationToken);
        if (caller.IsCustomer)
        {
            return Reply.Show(CustomerCaseCard.Draw(view));
        }

        return what switch
        {
            "" or "brief" => Reply.Show(TriageCard.Draw(view)),
            "why" => Reply.Show(WhyCard.Draw(view, await promises.HistoryAsync(c.Id, cancellationToken), caller.Now)),
            "log" => Reply.Show(LogCard(c, await cases.TimelineAsync(c.Id, 30, cancellationToken))),
            _ => Reply.Refused(CustomerText.Of($"I can show why, brief or log of {c.ReferenceText}, for instance: /case {c.ReferenceText} why")),
        };
    }

    private static StaffCard LogCard(SupportCase c, IReadOnlyList<TimelineLine> lines) => StaffCard
        .Titled(StaffText.Of($"The record of {c.Reference}"))
        .List(lines.Select(l => StaffText.Of($"{l.At} {l.Actor:b}: {CommandWords.Cut(l.Text, 400)}")));

    private static Form BriefForm(CaseView view) => new("case.close", $"{view.Case.Reference}", "Close", [.. Notes(view)]) { State = view.Case.Id.ToString() };

    private static IEnumerable<Field> Notes(CaseView view)
    {
        yield return new FormNote("standing", TriageCard.Standing(view));
        yield return new FormNote("issue", new StaffText([new WordSpan(view.Case.Details.Issue)]));
        var number = 0;
        foreach (var (label, value) in CaseFacts.Of(view).Where(f => !f.Item2.IsEmpty))
        {
            yield return new FormNote($"fact{number++}", StaffText.Of($"{label:b}: {value}"));
        }
    }
}
