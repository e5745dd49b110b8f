using System.Globalization;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Customers;
using ChatLiaison.People;

namespace ChatLiaison.Intake;

/// <summary>
/// What is asked of whoever takes down a call: first who and what, then one more problem at a time, each time with the closing question.
/// What was said once is not asked again.
/// </summary>
internal sealed class CallForm(CustomerChoices choices, People.Directory directory)
{
    public const string NoMore = "no";
    public const string OneMore = "yes";
    public const string ForColleague = "message";

    /// <summary>Problems of one call; more than that is another call.</summary>
    public const int ProblemsAtMost = 12;

    public Form First(Customer? here, bool more = false) => new("call.first", "Take down a call", "Save", [.. Who(here), .. Problem(required: true), AnythingElse()])
    {
        State = here?.Key ?? "",
        Token = CaseForm.NewToken(),
        More = [.. Asked()],
        MoreAction = "call.more",
        ShowMore = more,
        Opener = Button.Open("call.open", "Take down a call", "", ButtonStyle.Primary),
        OpenerText = CustomerText.Of($"Somebody called? The button opens the form: who, what, and whether there is anything else."),
    };

    /// <param name="step">Counts the forms of one call, so that each is a submission of its own.</param>
    public Form Next(Call call, IReadOnlyList<CallCase> cases, int step) => new(
        Action("issue", step), "One more problem", "Save", [Note(call, cases), .. Problem(required: false), AnythingElse()])
    {
        State = call.Id.ToString(),
        Token = CaseForm.NewToken(),
    };

    public Form Message(Call call, IReadOnlyList<CallCase> cases, int step, IReadOnlyList<Person> possible) => new(
        Action("message", step), "Leave a message", "Save",
        [
            Note(call, cases),
            PersonChoices.Among("for", "Whom is it for?", possible) with { Required = true },
            new TextField("words", "The message") { Required = true, Multiline = true, MaxLength = 2000 },
            AnythingElse(),
        ])
    {
        State = call.Id.ToString(),
        Token = CaseForm.NewToken(),
    };

    /// <summary>Which form of a call it was: <c>call.issue3</c> is the third.</summary>
    public static int StepOf(string action) => int.TryParse(action.AsSpan(action.AsSpan().LastIndexOfAnyExceptInRange('0', '9') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var step) ? step : 1;

    private static string Action(string what, int step) => string.Create(CultureInfo.InvariantCulture, $"call.{what}{step}");

    private FormNote Note(Call call, IReadOnlyList<CallCase> cases)
    {
        var customer = directory.Current.CustomerById(call.CustomerId)?.Name ?? "a customer";
        var saved = cases.Count == 0 ? StaffText.Of($"Nothing is saved yet.")
            : StaffText.Of($"Saved so far: {string.Join("; ", cases.Select(c => $"{c.Reference} {Commands.CommandWords.Cut(c.Title, 60)}"))}.");
        return new FormNote("so_far", StaffText.Of($"{call.Caller} of {customer}, {call.Source}. {saved}"));
    }

    private IEnumerable<Field> Who(Customer? here)
    {
        if (here is null)
        {
            yield return new ChoiceField("customer", "Which customer?", choices.First()) { Required = true, SuggestFrom = CustomerChoices.SourceName, Placeholder = "Type a name" };
        }

        yield return new TextField("contact", "Who is calling?") { Required = true, MaxLength = 120, Hint = "Any name will do; they need not be known yet." };
        yield return new ChoiceField("source", "How did they reach us?", IntakeForm.Named("phone", "walk-in", "email", "chat", "video")) { Initial = ["phone"] };
    }

    private static IEnumerable<Field> Problem(bool required)
    {
        yield return new TextField("issue", "What is happening?") { Required = required, Multiline = true, Placeholder = "In a sentence or two" };
        yield return new ChoiceField("impact", "How much does it affect?",
            [new("High", "Everything or everyone stands still"), new("Medium", "Some people or one part"), new("Low", "One person, or an inconvenience")]) { Required = required };
        yield return new ChoiceField("urgency", "How soon does it hurt?",
            [new("High", "Now"), new("Medium", "Today"), new("Low", "This week or later")]) { Required = required };
    }

    private static ChoiceField AnythingElse() => new("else", "Is there anything else I could help with?",
        [new(NoMore, "Asked: no, that is all"), new(OneMore, "Yes, one more problem"), new(ForColleague, "Yes, a message for a colleague")])
    {
        Hint = "Ask before you finish. The call is complete when they say no.",
    };

    private static IEnumerable<Field> Asked()
    {
        yield return new ChoiceField("mood", "How do they sound?", IntakeForm.Named("calm", "worried", "frustrated", "angry", "at risk of leaving"));
        var wanted = new[] { "critical", "outcome", "timeframe", "deadline", "reach_by", "reach_details", "reach_for" };
        foreach (var field in IntakeMoreFields.All.Where(f => wanted.Contains(f.Id)))
        {
            yield return field;
        }
    }
}
