using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.CaseCards;

/// <summary><c>/case REF</c>: the card; a word after it shows what an <see cref="ICaseAspect"/> of that word has to show.</summary>
internal sealed class CaseCommand(CaseActs acts, CaseViews views, CustomerCaseList ofCustomer, IEnumerable<ICaseAspect> aspects) : IChatCommand
{
    private readonly SortedDictionary<string, ICaseAspect> aspects = new(aspects.ToDictionary(a => a.Word), StringComparer.Ordinal);

    public CommandSpec Spec { get; } = new(
        "case", $"REF [{string.Join('|', aspects.Select(a => a.Word).Order(StringComparer.Ordinal))}]",
        "One case: its card, why its times are what they are, its record, and what else is known of it.");

    public Access Access => Access.Anyone;

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (found, refusal) = await acts.FindAsync(caller, call, cancellationToken);
        if (found is null)
        {
            // A customer who names no case means theirs.
            return caller.IsCustomer && call.Text.Length == 0 && call.Place.ThreadId is null
                ? await ofCustomer.AnswerAsync(caller, call.Place, cancellationToken)
                : refusal!;
        }

        if (caller.IsCustomer)
        {
            return CustomerCaseList.Answer(CustomerCaseCard.Draw(await views.ReadAsync(found, cancellationToken), caller.Now), call.Place, discreet: found.Restricted);
        }

        // In a case's own thread the reference may be left out.
        var (first, after) = CommandWords.Split(call.Text);
        var (word, rest) = first.Contains('-', StringComparison.Ordinal) ? CommandWords.Split(after) : (first, after);
        return await ShowAsync(caller, found, CommandWords.Lower(word), rest, cancellationToken);
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        if (await acts.FindAsync(caller, press.Value, cancellationToken) is not { } found)
        {
            return CaseActs.NoSuchCase("");
        }

        if (caller.IsCustomer)
        {
            return Reply.Show(LookForm(await views.ReadAsync(found, cancellationToken), caller.Now));
        }

        return press.Action == "case.brief"
            ? Reply.Show(BriefForm(await views.ReadAsync(found, cancellationToken)))
            : await ShowAsync(caller, found, AspectOf(press.Action), "", cancellationToken);
    }

    /// <summary>The brief is read, not filled in: submitting it only closes it.</summary>
    public Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken) => Task.FromResult(Reply.Done());

    /// <summary>A button <c>case.why</c> shows what <c>/case REF why</c> does.</summary>
    private string AspectOf(string action) => action["case.".Length..] is var word && aspects.ContainsKey(word) ? word : "";

    private async Task<Reply> ShowAsync(Caller caller, SupportCase c, string word, string rest, CancellationToken cancellationToken)
    {
        if (word.Length == 0)
        {
            return Reply.Show(TriageCard.Draw(await views.ReadAsync(c, cancellationToken)));
        }

        return aspects.TryGetValue(word, out var aspect)
            ? await aspect.ShowAsync(caller, c, rest, cancellationToken)
            : Reply.Refused(CustomerText.Of(
                $"I can show {CustomerText.Name(string.Join(", ", aspects.Keys))} of {c.ReferenceText}, for instance: /case {c.ReferenceText} why"));
    }

    /// <summary>The customer's card, to read alone in a dialog: it needs no room and no chat of their own.</summary>
    private static Form LookForm(CaseView view, NodaTime.Instant now) => new(
        "case.close", view.Case.Reference, "Close",
        [.. CardLines.Of(CustomerCaseCard.Draw(view, now)).Select((line, number) => new FormNote($"line{number}", line))]) { State = view.Case.Id.ToString() };

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
