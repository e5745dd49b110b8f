using System.Text.Json;
using NodaTime;

namespace ChatLiaison.Cases;

/// <summary>Who is to settle a case (S48).</summary>
internal enum CasePath
{
    /// <summary>Nobody has said.</summary>
    Open,
    Support,
    Engineering,
}

/// <summary>A fix that was reported and is being checked, or that the resolution rests on.</summary>
/// <param name="Changed">In technical words, for our own people.</param>
/// <param name="Check">How it can be checked for this customer; empty when nobody said.</param>
internal sealed record ReportedFix(string By, string Changed, string Check);

/// <summary>How a case finds its way to its end: who is to settle it, and what became of the fixes for it.</summary>
internal sealed record CaseCourse
{
    public CasePath Path { get; init; }

    /// <summary>Who said so; empty while nobody has.</summary>
    public string PathBy { get; init; } = "";

    public Instant? PathAt { get; init; }

    /// <summary>Null when none is in, or the last one did not work.</summary>
    public ReportedFix? Fix { get; init; }

    /// <summary>What the fix was checked with before the customer was told, as a sentence; empty for a case without one.</summary>
    public string Checked { get; init; } = "";

    /// <summary>How often it was not fixed after engineering said that it was (S49).</summary>
    public int NotFixed { get; init; }

    /// <summary>Who found that out the last time, and what they saw.</summary>
    public string NotFixedWhy { get; init; } = "";

    /// <summary>The fix, or what was resolved with engineering, does not work for the customer.</summary>
    public CaseCourse Rejected(string why) => this with { Fix = null, Checked = "", NotFixed = NotFixed + 1, NotFixedWhy = why };

    public string ToJson() => JsonSerializer.Serialize(this, CaseJson.Default.CaseCourse);

    /// <summary>Read by generated code, which knows no initial values: what nothing was written of is a new one.</summary>
    public static CaseCourse FromJson(string json) => json == "{}" ? new() : JsonSerializer.Deserialize(json, CaseJson.Default.CaseCourse) ?? new();
}
