using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.CaseCards;

/// <summary>What is said in the customer's thread. Each is words that a person sent, with the least that must stand around them.</summary>
internal static class CustomerWords
{
    /// <summary>In characters; with the name before them such words still fit into one message of any platform.</summary>
    public const int Longest = 2500;

    public static CustomerCard Told(SupportCase c, CaseEvent told, Actor by) => told.Card ?? Told(c, told.Text, told.NextUpdate, by);

    public static CustomerCard Told(SupportCase c, string words, NodaTime.Instant? nextUpdate, Actor by)
    {
        var card = CustomerCard.Plain(CustomerText.Of($"{CustomerText.Name(by.Name):b} on {c.ReferenceText}: {CustomerText.Approved(words, by.Name)}"));
        return nextUpdate is { } next ? card.Small(CustomerText.Of($"You will hear from us next by {next}.")) : card;
    }
}

/// <summary>What our people are told in the case's working thread.</summary>
internal static class NewsCards
{
    /// <summary>A button's value holds no more than this many characters of text.</summary>
    private const int MostCarried = 600;

    /// <summary>While a question is open, what they write may be its answer.</summary>
    public static StaffCard FromCustomer(SupportCase c, CaseEvent happened, Actor by)
    {
        var card = StaffCard.Plain(StaffText.Of($"New from {by.Name:b} on {c.Reference}{What(happened.Kind)}:")).Quoting(happened.Text);
        return c.OpenQuestions > 0 && happened.Kind == CaseEventKind.CustomerWrote ? card.With(Button.Open("question.answer", "It answers a question", $"{c.Id}|{CommandWords.Cut(happened.Text, MostCarried)}")) : card;
    }

    /// <summary>What the customer was told, for those who work elsewhere than in the customer's channel.</summary>
    public static StaffCard Told(SupportCase c, CaseEvent told, Actor by)
    {
        var card = StaffCard.Plain(StaffText.Of($"{by.Name:b} told the customer on {c.Reference}:")).Quoting(told.Text);
        return told.NextUpdate is { } next ? card.Small(StaffText.Of($"They hear next by {next}.")) : card;
    }

    public static StaffCard PersonAsked(SupportCase c, Actor by) => StaffCard
        .Plain(StaffText.Of($"{by.Name:b} asks for a person on {c.Reference}: {c.Title}"))
        .With(Button.Open("update.open", "Update customer", c.Id.ToString(), ButtonStyle.Primary), Button.Act("case.progress", "Progress", c.Id.ToString()));

    public static StaffCard WordAsked(SupportCase c, Actor by, NodaTime.Instant next) => StaffCard
        .Plain(StaffText.Of($"{by.Name:b} wants to hear on {c.Reference} next by {next}: {c.Title}"))
        .Small("It is promised to them.")
        .With(Button.Open("update.open", "Update customer", c.Id.ToString(), ButtonStyle.Primary), Button.Act("case.progress", "Progress", c.Id.ToString()));

    /// <summary>What one of us wrote about the case somewhere else.</summary>
    public static StaffCard Worked(SupportCase c, CaseEvent happened, Actor by) => StaffCard
        .Plain(StaffText.Of($"{by.Name:b} on {c.Reference}, {Word(happened.Kind)}:"))
        .Quoting(happened.Text);

    public static StaffCard Plain(SupportCase c, CaseEvent happened) => StaffCard.Plain(StaffText.Of($"{c.Reference}: {happened.Text}"));

    private static string Word(CaseEventKind kind) => kind switch
    {
        CaseEventKind.Found => "found",
        CaseEventKind.Tried => "tried",
        CaseEventKind.CauseFound => "the cause",
        CaseEventKind.EstimateKnown => "the estimate",
        CaseEventKind.RoadblockHit => "what is in the way",
        CaseEventKind.QuestionRaised => "to be asked",
        _ => "a note",
    };

    private static string What(CaseEventKind kind) => kind switch
    {
        CaseEventKind.UnderstandingCorrected => " (a correction)",
        CaseEventKind.Reopened => " (not fixed)",
        CaseEventKind.Noted => " (nothing to answer)",
        _ => "",
    };
}
