using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Questions;

/// <summary><c>/case REF questions</c>: what we want to know of the customer, what is asked, and what they answered (S23).</summary>
internal sealed class CaseQuestions(QuestionStore questions) : ICaseAspect
{
    private const int Shown = 15;
    private const int SettledShown = 8;

    public string Word => "questions";

    public async Task<Reply> ShowAsync(Caller caller, SupportCase c, string rest, CancellationToken cancellationToken) =>
        Reply.Show(Draw(c, await questions.OpenAsync(c.Id, cancellationToken), await questions.SettledAsync(c.Id, SettledShown, cancellationToken)));

    public static StaffCard Draw(SupportCase c, IReadOnlyList<OpenQuestion> open, IReadOnlyList<SettledQuestion> settled)
    {
        var id = c.Id.ToString();
        var card = StaffCard.Titled(open.Count == 0 ? StaffText.Of($"No question is open on {c.Reference}") : StaffText.Of($"Open questions on {c.Reference}: {open.Count}"));
        foreach (var q in open.Take(Shown))
        {
            card = card.Row(q.InWords, !c.Status.IsOpen() ? null : q.AskedAt is null ? Button.Open("question.ask", "Ask the customer", $"{id}/{q.Id}") : null);
        }

        card = settled.Count == 0 ? card : card.Say(StaffText.Of($"{"Settled":b}")).List(settled.Select(Line));
        return !c.Status.IsOpen() ? card : card.With(
        [
            Button.Open("question.open", "Ask something", id, open.Count == 0 ? ButtonStyle.Primary : ButtonStyle.Normal),
            .. open.Count == 0 ? [] : new[] { Button.Open("question.answer", "Record an answer", id, ButtonStyle.Primary), Button.Open("question.drop", "Not needed any more", id) },
        ]);
    }

    private static StaffText Line(SettledQuestion q) => q.Answer is { } answer
        ? StaffText.Of($"{q.Question} {answer:b} ({q.By}, {q.At})")
        : StaffText.Of($"{q.Question} Not needed any more: {q.Why} ({q.By}, {q.At})");
}

/// <summary>The open questions on the case's cards.</summary>
internal sealed class QuestionPart(QuestionStore questions) : ICasePart
{
    private const int Shown = 4;

    public int Order => 15;

    public async ValueTask<CasePart?> ReadAsync(SupportCase c, CancellationToken cancellationToken) =>
        Draw(c, c.OpenQuestions is not 0 && c.Status.IsOpen() ? await questions.OpenAsync(c.Id, cancellationToken) : []);

    public static CasePart? Draw(SupportCase c, IReadOnlyList<OpenQuestion> open)
    {
        var id = c.Id.ToString();
        return !c.Status.IsOpen() || open.Count == 0 ? null
            : new CasePart
            {
                Facts = [("Open questions", StaffText.Lines([.. open.Take(Shown).Select(q => q.InWords), .. open.Count > Shown ? [StaffText.Of($"and {open.Count - Shown} more")] : Array.Empty<StaffText>()]))],
                IsForEngineering = true,
                CustomerFacts = [.. open.Where(q => q.IsWithCustomer).Take(Shown).Select(q => ("We ask you", CustomerText.Approved(CommandWords.Cut(q.Question, QuestionStore.LongestShown), q.By)))],
                Buttons = [Button.Act("case.questions", "Questions", id).Further()],
            };
    }
}
