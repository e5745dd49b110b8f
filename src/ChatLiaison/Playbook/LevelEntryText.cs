using System.Diagnostics.CodeAnalysis;
using ChatLiaison.Time;
using NodaTime;

namespace ChatLiaison.Playbook;

/// <summary>When a level is entered, as files write it: <c>1h investigating</c>, <c>24h or cancel-threat or legal</c>, <c>never</c>.</summary>
internal static class LevelEntryText
{
    private const string Investigating = " investigating";

    /// <summary>The error is what is wrong and what to write instead.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out LevelEntry? entry, [NotNullWhen(false)] out string? error)
    {
        entry = null;
        error = null;
        if (text.Trim() == "never")
        {
            entry = LevelEntry.Never;
            return true;
        }

        Duration? age = null;
        Duration? investigating = null;
        var events = new List<string>();
        foreach (var part in text.Split(" or ", StringSplitOptions.TrimEntries))
        {
            var name = part.StartsWith("event ", StringComparison.Ordinal) ? part["event ".Length..].Trim() : part;
            if (EscalationEvents.All.Contains(name))
            {
                events.Add(name);
            }
            else if (part.EndsWith(Investigating, StringComparison.Ordinal) && DurationText.TryParse(part[..^Investigating.Length], out var spent, out _))
            {
                error ??= Twice(investigating, part);
                investigating = spent;
            }
            else if (DurationText.TryParse(part, out var old, out _))
            {
                error ??= Twice(age, part);
                age = old;
            }
            else
            {
                error ??= $"'{part}' is not a time or an event. Write 4h, 1h investigating, never, {Words.Either(EscalationEvents.All)} instead.";
            }
        }

        entry = error is null ? new LevelEntry(age, investigating, [.. events.Distinct()]) : null;
        return entry is not null;
    }

    /// <summary>The text that <see cref="TryParse"/> reads back.</summary>
    public static string Format(LevelEntry entry)
    {
        var parts = new List<string>();
        if (entry.Age is { } age)
        {
            parts.Add(DurationText.Format(age));
        }

        if (entry.Investigating is { } investigating)
        {
            parts.Add(DurationText.Format(investigating) + Investigating);
        }

        parts.AddRange(entry.Events);
        return parts.Count == 0 ? "never" : string.Join(" or ", parts);
    }

    private static string? Twice(Duration? before, string part) =>
        before is null ? null : $"'{part}' names a second time of the same kind. Write only the earlier one instead.";
}
