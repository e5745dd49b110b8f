using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.People;

namespace ChatLiaison.Reports;

/// <summary>What the form of an improvement is about before anything is typed: the reviewed case, the action of it, and words.</summary>
internal sealed record ImproveNote(string CaseId, string PromiseId, string Words)
{
    public static ImproveNote Read(string text) => text.Split('|', 3) is [var c, var promise, var words] ? new(c, promise, words) : new("", "", text);

    public override string ToString() => $"{CaseId}|{PromiseId}|{Words}";
}

/// <summary>Asks what was changed in how we work, and which figure it should move.</summary>
internal sealed class ImproveForm(PersonChoices people, PatternReader patterns)
{
    private const int MostPatterns = 20;
    private const int PatternDays = 90;

    /// <param name="c">The reviewed case that it comes from; null for none.</param>
    public async Task<Form> ForAsync(Caller caller, ImproveNote note, SupportCase? c, CancellationToken cancellationToken)
    {
        var found = await patterns.ReadAsync(PatternDays, caller.Now, cancellationToken);
        return new Form(
            "improve.submit", "Record an improvement", "Record it",
            [
                new TextField("what", "What was changed in how we work?") { Required = true, Multiline = true, MaxLength = 300, Initial = CommandWords.Cut(note.Words, 300) },
                new ChoiceField("kpi", "What should it move?", [.. Enum.GetValues<Kpi>().Select(k => new Choice(k.ToString(), KpiWords.Name(k)))])
                {
                    Required = true,
                    Hint = "It is taken before and after the change; /liaison improvements shows both.",
                },
                new MomentField("at", "Since when?") { Initial = caller.Now, Hint = "It may lie in the past." },
                people.Field("by", "Who changed it?", p => p.Roles.Count > 0, caller.PersonId),
                new TextField("review", "Which reviewed case is it from?") { MaxLength = 40, Initial = c?.Reference ?? "", Placeholder = "ACME-12", Hint = "Leave it empty for none." },
                .. found.Count == 0 ? [] : new Field[]
                {
                    new ChoiceField("pattern", "Which pattern does it answer?", [.. found.Select(WordsOf).Distinct().Take(MostPatterns).Select(w => new Choice(w, w))]) { Hint = "Leave it empty for none." },
                },
            ])
        {
            State = (note with { Words = "" }).ToString(),
            Token = CaseForm.NewToken(),
            Opener = Button.Open("improve.open", "Record it", (note with { Words = CommandWords.Cut(note.Words, 600) }).ToString(), ButtonStyle.Primary),
            OpenerText = CustomerText.Of($"What was changed in how we work: the button opens the form."),
        };
    }

    private static string WordsOf(Pattern p) => CommandWords.Cut($"{PatternRules.Name(p.Topic)}: {p.What}", 70);
}
