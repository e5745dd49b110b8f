using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Time;
using NodaTime;

namespace ChatLiaison.CaseCards;

/// <summary>How often and where a customer is told, in words and as choices (S27).</summary>
internal static class PlanWords
{
    public static readonly (string Value, string Label, Duration? Every)[] Often =
    [
        ("30m", "Every 30 minutes", Duration.FromMinutes(30)),
        ("1h", "Every hour", Duration.FromHours(1)),
        ("2h", "Every 2 hours", Duration.FromHours(2)),
        ("4h", "Every 4 hours", Duration.FromHours(4)),
        ("8h", "Once a working day", Duration.FromHours(8)),
        ("change", "Only when there is something new", null),
    ];

    private static readonly (string Value, string Label)[] Ways =
        [("chat", "In this channel"), ("email", "By email"), ("phone", "By phone"), ("video", "In a video call")];

    public static IReadOnlyList<Choice> WayChoices { get; } = [.. Ways.Select(w => new Choice(w.Value, w.Label))];

    /// <summary>What was chosen; anything unknown means as the playbook says.</summary>
    public static CommunicationPlan Read(string often, string way, string details)
    {
        var chosen = Array.Find(Often, o => o.Value == often);
        return new CommunicationPlan(chosen.Every, often == "change", Array.Exists(Ways, w => w.Value == way) ? way : "chat", details);
    }

    public static string Chosen(CommunicationPlan plan) => plan.OnChange ? "change" : Array.Find(Often, o => plan.Every is { } every && o.Every == every).Value ?? "usual";

    /// <summary>How long it is until then, roughly, as an afterthought; nothing when nobody asks.</summary>
    public static CustomerText Until(Instant due, Instant? now) => now is not { } at || due <= at ? CustomerText.Empty : (due - at).TotalMinutes switch
    {
        <= 5 => CustomerText.Of($" (in a few minutes)"),
        var minutes => CustomerText.Of($" (in about {CustomerText.Name(DurationText.Humanise(Rounded(minutes)))})"),
    };

    private static Duration Rounded(double minutes)
    {
        var step = minutes < 60 ? 5 : minutes < 48 * 60 ? 30 : 24 * 60;
        return Duration.FromMinutes(Math.Round(minutes / step) * step);
    }

    /// <param name="every">What it comes to for this case; null when only a change is worth an update.</param>
    public static CustomerText Say(CommunicationPlan plan, Duration? every)
    {
        var often = every switch
        {
            null => CustomerText.Of($"When there is something new"),
            { TotalHours: >= 8 and < 10 } => CustomerText.Of($"At least once a working day"),
            { } span => CustomerText.Of($"At least every {CustomerText.Name(DurationText.Humanise(span))}"),
        };
        return plan.By switch
        {
            "email" => CustomerText.Of($"{often}, by email"),
            "phone" => CustomerText.Of($"{often}, by phone"),
            "video" => CustomerText.Of($"{often}, in a video call"),
            _ => CustomerText.Of($"{often}, in this channel"),
        };
    }
}
