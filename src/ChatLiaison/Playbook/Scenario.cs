using NodaTime;

namespace ChatLiaison.Playbook;

/// <summary>A situation that the team knows how to handle, step by step (S85–S87, S146–S148, S165–S168).</summary>
/// <param name="Key">Lower case with hyphens; kept with walks.</param>
/// <param name="End">The key of the question whose answer is the stated end.</param>
internal sealed record Scenario(string Key, string Title, string End, IReadOnlyList<ScenarioStep> Steps)
{
    /// <summary>On which cases it is suggested.</summary>
    public required ScenarioSigns Suggest { get; init; }

    public IEnumerable<ScenarioQuestion> Questions => Steps.SelectMany(s => s.Ask);
}

/// <param name="Types">Keys of case types.</param>
/// <param name="Triggers">Reasons to escalate.</param>
/// <param name="Moods">The customer's mood as heard at intake.</param>
/// <param name="OwnerAway">Whoever holds the case is away.</param>
internal sealed record ScenarioSigns(IReadOnlyList<string> Types, IReadOnlyList<string> Triggers, IReadOnlyList<string> Moods, bool OwnerAway);

/// <param name="Guide">What to keep in mind; for our own people.</param>
/// <param name="Say">Phrases for the customer, of which one may be chosen; a word in braces is a common slot or the answer to a question.</param>
internal sealed record ScenarioStep(string Key, string Title, string Guide, IReadOnlyList<ScenarioQuestion> Ask, IReadOnlyList<Script> Say)
{
    /// <summary>It can't be left out, whatever the reason.</summary>
    public bool Must { get; init; }

    /// <summary>What is owed once the step is done; null for nothing.</summary>
    public ScenarioPromise? Promise { get; init; }

    /// <summary>The meeting that is arranged once the step is done; null for none.</summary>
    public ScenarioMeeting? Meeting { get; init; }

    /// <summary>The question whose answer must lie ahead; empty for none.</summary>
    public string Ahead => Meeting?.At ?? Promise?.By ?? "";
}

/// <param name="Key">Lower case with underscores; names the answer in phrases.</param>
internal sealed record ScenarioQuestion(string Key, string Text)
{
    /// <summary>What may be chosen; empty for words of one's own.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    public bool Many { get; init; }

    /// <summary>A date and time.</summary>
    public bool Moment { get; init; }

    /// <summary>One of our own people, by name.</summary>
    public bool Person { get; init; }

    /// <summary>Chosen from the files of the case.</summary>
    public bool Files { get; init; }

    /// <summary>The step is not done without it.</summary>
    public bool Needed { get; init; }
}

/// <param name="Kind">One of <see cref="Kinds"/>.</param>
/// <param name="At">The key of the question that says when.</param>
/// <param name="Link">The key of the question that says where the call is; empty when none does.</param>
/// <param name="Recorded">The key of the question that says who at the customer agreed that it is recorded; empty when none does.</param>
internal sealed record ScenarioMeeting(string Kind, string At, string Link, string Recorded)
{
    public static IReadOnlyList<string> Kinds { get; } = ["briefing", "customer", "session"];
}

/// <param name="What">What is owed; a word in braces is the answer to a question.</param>
/// <param name="Within">From when the step is done, unless an answer says when; null when a question must say it.</param>
/// <param name="By">The key of the question that says when; empty when none does.</param>
/// <param name="Owner">The key of the question that says who owes it; empty for whoever takes the step.</param>
internal sealed record ScenarioPromise(Script What, Duration? Within, string By, string Owner = "");
