using System.Text.Json;
using System.Text.Json.Serialization;
using ChatLiaison.Chat;
using NodaTime;

namespace ChatLiaison.Cases;

/// <summary>What was taken down at intake beside the few things the desk works with. Empty means that nobody said.</summary>
internal sealed record CaseDetails
{
    internal const int MostFiles = 50;

    public string Issue { get; init; } = "";

    public string Impact { get; init; } = "";

    public string Urgency { get; init; } = "";

    public string BusinessImpact { get; init; } = "";

    public bool Critical { get; init; }

    public Instant? StartedAt { get; init; }

    public string Steps { get; init; } = "";

    public string Errors { get; init; } = "";

    public string OperatingSystem { get; init; } = "";

    public string Browser { get; init; } = "";

    public string ProductVersion { get; init; } = "";

    public string Expected { get; init; } = "";

    public string Actual { get; init; } = "";

    public string TechnicalLevel { get; init; } = "";

    public string ContactTitle { get; init; } = "";

    public string Outcome { get; init; } = "";

    public string Timeframe { get; init; } = "";

    public Instant? Deadline { get; init; }

    public string ReachBy { get; init; } = "";

    public string ReachDetails { get; init; } = "";

    public IReadOnlyList<string> ReachFor { get; init; } = [];

    public IReadOnlyList<string> Surfaces { get; init; } = [];

    public string FeatureUse { get; init; } = "";

    public string FeatureBenefit { get; init; } = "";

    public string FeatureImpact { get; init; } = "";

    public IReadOnlyList<ChatFile> Files { get; init; } = [];

    /// <summary>How it reached us when one of ours took it down for a caller: <c>phone</c>, <c>walk-in</c>, …; empty when it was written to us.</summary>
    public string Source { get; init; } = "";

    /// <summary>The message that the case was made from, as a web address; empty for none.</summary>
    public string SourceLink { get; init; } = "";

    /// <summary>Who assessed it last; empty when nobody has.</summary>
    public string TriagedBy { get; init; } = "";

    public Instant? TriagedAt { get; init; }

    /// <summary>With files that came later; one that is here already is not added again.</summary>
    public CaseDetails With(IReadOnlyList<ChatFile> files)
    {
        var added = files.Where(f => f.Url.Length > 0 && !Files.Any(known => known.Url == f.Url)).DistinctBy(f => f.Url).Take(MostFiles - Files.Count).ToList();
        return added.Count == 0 ? this : this with { Files = [.. Files, .. added] };
    }

    /// <summary>A file as a form gives it: by its address alone.</summary>
    public static ChatFile FileAt(string url) => new(Path.GetFileName(new Uri(url, UriKind.RelativeOrAbsolute).ToString()), url, "file");

    /// <summary>Files on their own, as they stand in the details.</summary>
    public static string ToJson(IReadOnlyList<ChatFile> files) => JsonSerializer.Serialize(files, CaseJson.Default.IReadOnlyListChatFile);

    public string ToJson() => JsonSerializer.Serialize(this, CaseJson.Default.CaseDetails);

    public static CaseDetails FromJson(string json) => JsonSerializer.Deserialize(json, CaseJson.Default.CaseDetails) ?? new();
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [typeof(InstantJsonConverter)],
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(CaseDetails))]
[JsonSerializable(typeof(CaseCourse))]
[JsonSerializable(typeof(IReadOnlyList<ChatFile>))]
internal sealed partial class CaseJson : JsonSerializerContext;
