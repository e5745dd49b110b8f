using System.Globalization;
using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Wording;

namespace ChatLiaison.Questions;

/// <summary>The forms in which the customer is asked something, and in which what they were asked is settled.</summary>
internal static class QuestionForms
{
    public const string Question = "question";
    public const string Ready = "ready";
    public const string Wait = "wait";
    public const string Which = "which";
    public const string Answer = "answer";
    public const string Why = "why";

    private const int LongestChoice = 75;

    /// <summary>The playbook's questions, to be ticked (S144).</summary>
    public static IEnumerable<Field> ReadyOnes(Playbook.Playbook playbook)
    {
        var ready = playbook.Wording.Questions.Take(20).Select((q, n) => new Choice(n.ToString(CultureInfo.InvariantCulture), CommandWords.Cut(q, LongestChoice))).ToList();
        if (ready.Count > 0)
        {
            yield return new ChoiceField(Ready, "Ready questions", ready) { Multiple = true, Hint = "They go after your own." };
        }
    }

    /// <summary>Every question that was written or ticked, in the order in which they are asked.</summary>
    public static IReadOnlyList<string> Asked(FormValues values, Playbook.Playbook playbook) =>
    [
        .. values.Has(Question) ? [values.One(Question)] : Array.Empty<string>(),
        .. playbook.Wording.Questions.Where((_, n) => values.Many(Ready).Contains(n.ToString(CultureInfo.InvariantCulture))),
    ];

    /// <summary>One as it stands, several as a numbered list in lines of its own, so that each can be answered by its number.</summary>
    public static string InWords(IReadOnlyList<string> asked) => asked is [var only] ? only
        : string.Concat(asked.Select((q, n) => string.Create(CultureInfo.InvariantCulture, $"\n{n + 1}. {q}")).Append("\n"));

    /// <param name="noted">What one of us had noted to ask; null to ask something new.</param>
    public static Form Ask(SupportCase c, Playbook.Playbook playbook, OpenQuestion? noted) => CaseForm.About(
        c, "question.submit", "Ask the customer", "Preview",
        [
            new TextField(Question, "What do you want to know? The customer reads this.") { Multiline = true, MaxLength = CustomerWords.Longest, Initial = noted?.Question ?? "" },
            .. ReadyOnes(playbook),
            .. Phrases.Picker(playbook, c, PhraseUse.Question, FormValues.None),
            .. c.Status.PausesPromises() ? [] : new[]
            {
                new ChoiceField(Wait, "Does the work wait for the answer?", [new("no", "No, it goes on"), new("yes", "Yes, the case waits on the customer")]) { Required = true, Initial = ["no"] },
            },
        ]) with
    {
        State = noted is null ? c.Id.ToString() : $"{c.Id}/{noted.Id}",
    };

    /// <param name="words">What the customer wrote, when their message is the answer.</param>
    public static Form Settle(SupportCase c, IReadOnlyList<OpenQuestion> open, string words) => About(
        c, "question.answered", "Record the answer", open, new TextField(Answer, "What is the answer?") { Required = true, Multiline = true, Initial = words, Hint = "For our own record." });

    public static Form Drop(SupportCase c, IReadOnlyList<OpenQuestion> open) => About(
        c, "question.dropped", "Not needed any more", open, new TextField(Why, "Why is it not needed any more?") { Required = true, Multiline = true, MaxLength = 500 });

    private static Form About(SupportCase c, string action, string title, IReadOnlyList<OpenQuestion> open, TextField said) => CaseForm.About(
        c, action, title, "Record it",
        new ChoiceField(Which, "Which question?", [.. open.Take(100).Select(q => new Choice(q.Id.ToString(), CommandWords.Cut(q.Question, LongestChoice)))])
        {
            Required = true,
            Initial = open is [var only] ? [only.Id.ToString()] : [],
        },
        said) with
    {
        Opener = Button.Open(action == "question.answered" ? "question.answer" : "question.drop", title, c.Id.ToString(), ButtonStyle.Primary),
    };
}
