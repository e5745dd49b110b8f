using ChatLiaison.Cases;
using NodaTime.Text;

namespace ChatLiaison.Handover;

/// <summary>One thing that a brief should say, how much it counts, and where the case keeps it.</summary>
/// <param name="Key">Kept with what was found missing.</param>
/// <param name="Label">As people read it.</param>
/// <param name="Weight">Of one hundred.</param>
/// <param name="Get">What the case says; empty when nothing.</param>
/// <param name="Set">The details with this said.</param>
internal sealed record BriefItem(string Key, string Label, int Weight, Func<CaseDetails, string> Get, Func<CaseDetails, string, CaseDetails> Set)
{
    /// <summary>The key of the item that the customer reads too.</summary>
    public const string Description = "description";

    /// <summary>The key of the item that holds an instant.</summary>
    public const string Started = "started";

    /// <summary>The key of the item that holds one of the three technical levels.</summary>
    public const string Level = "level";

    /// <summary>For a problem: what an engineer needs to see it happen counts most.</summary>
    public static IReadOnlyList<BriefItem> OfProblem { get; } =
    [
        new(Description, "What is wrong", 15, d => d.Issue, (d, v) => d with { Issue = v }),
        new("steps", "Steps to see it", 15, d => d.Steps, (d, v) => d with { Steps = v }),
        new("expected", "What should happen", 10, d => d.Expected, (d, v) => d with { Expected = v }),
        new("actual", "What happens instead", 10, d => d.Actual, (d, v) => d with { Actual = v }),
        new("errors", "Error messages, logs or screenshots", 10, d => d.Errors.Length > 0 ? d.Errors : d.Files.Count > 0 ? "files" : "", (d, v) => d with { Errors = v }),
        new("version", "Product version", 10, d => d.ProductVersion, (d, v) => d with { ProductVersion = v }),
        new("environment", "Operating system or browser", 5, d => d.OperatingSystem.Length > 0 ? d.OperatingSystem : d.Browser, (d, v) => d with { OperatingSystem = v }),
        new(Started, "When it began", 10, d => d.StartedAt is { } at ? InstantPattern.ExtendedIso.Format(at) : "", SetStarted),
        new("impact", "What it does to their business", 10, d => d.BusinessImpact, (d, v) => d with { BusinessImpact = v }),
        new(Level, "How technical the contact is", 5, d => d.TechnicalLevel, (d, v) => d with { TechnicalLevel = v }),
    ];

    /// <summary>For a wish: there is nothing to reproduce, but a reason to know.</summary>
    public static IReadOnlyList<BriefItem> OfWish { get; } =
    [
        new(Description, "What they wish for", 25, d => d.Issue, (d, v) => d with { Issue = v }),
        new("use", "How they would use it", 25, d => d.FeatureUse, (d, v) => d with { FeatureUse = v }),
        new("benefit", "What it would bring them", 20, d => d.FeatureBenefit, (d, v) => d with { FeatureBenefit = v }),
        new("without", "What it costs them to be without", 20, d => d.FeatureImpact, (d, v) => d with { FeatureImpact = v }),
        new(Level, "How technical the contact is", 10, d => d.TechnicalLevel, (d, v) => d with { TechnicalLevel = v }),
    ];

    public static IReadOnlyList<BriefItem> For(SupportCase c) => IsWish(c) ? OfWish : OfProblem;

    public static bool IsWish(SupportCase c) => c.Type == "feature-request";

    /// <summary>What a wish says instead of what happens and how to see it: a label and what was said, which may be nothing.</summary>
    public static IEnumerable<(string Label, string Said)> Wish(SupportCase c) =>
        OfWish.Where(i => i.Key is "use" or "benefit" or "without").Select(i => (i.Label, i.Get(c.Details)));

    public static BriefItem? Find(SupportCase c, string key) => For(c).FirstOrDefault(i => i.Key == key);

    /// <summary>The label within a sentence.</summary>
    public string InSentence => char.ToLowerInvariant(Label[0]) + Label[1..];

    private static CaseDetails SetStarted(CaseDetails details, string value) =>
        InstantPattern.ExtendedIso.Parse(value) is { Success: true } parsed ? details with { StartedAt = parsed.Value } : details;
}

/// <summary>How complete a brief is. Pure: the weights of what is there, of one hundred.</summary>
internal sealed record BriefScore(int Percent, IReadOnlyList<BriefItem> Missing)
{
    public static BriefScore Of(SupportCase c)
    {
        var items = BriefItem.For(c);
        IReadOnlyList<BriefItem> missing = [.. items.Where(i => string.IsNullOrWhiteSpace(i.Get(c.Details))).OrderByDescending(i => i.Weight)];
        return new(100 - missing.Sum(i => i.Weight), missing);
    }

    /// <summary>What is missing, the weightiest first, each with what it counts.</summary>
    public string InWords() => Missing.Count == 0
        ? $"{Percent} % complete."
        : $"{Percent} % complete. Missing: {string.Join(", ", Missing.Select(i => $"{i.InSentence} ({i.Weight})"))}.";
}
