using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace ChatLiaison.Wording;

/// <summary>
/// The time that somebody named in a sentence: "in 2 hours", "at 15:00", "by 3 pm tomorrow", "on Friday at 10:00". Only what can be meant
/// in one way is read; anything else is asked for. Pure.
/// </summary>
internal static partial class SpokenTime
{
    /// <param name="zone">The speaker's.</param>
    /// <returns>The instant and the sentence without it; null when none is named.</returns>
    public static (Instant At, string Words)? Find(string sentence, Instant now, DateTimeZone zone)
    {
        if (Within().Match(sentence) is { Success: true } within)
        {
            var count = int.Parse(within.Groups["count"].ValueSpan, CultureInfo.InvariantCulture);
            var sentenceLeft = Without(sentence, within);
            if (within.Groups["unit"].Value[0] is 'd' or 'D' && Clock().Match(sentenceLeft) is { Success: true } clockThen && TimeOf(clockThen) is { } then)
            {
                return ((now.InZone(zone).Date.PlusDays(count) + then).InZoneLeniently(zone).ToInstant(), Without(sentenceLeft, clockThen));
            }

            var span = within.Groups["unit"].Value[0] switch
            {
                'm' or 'M' => Duration.FromMinutes(count),
                'h' or 'H' => Duration.FromHours(count),
                _ => Duration.FromDays(count),
            };
            return (now + span, sentenceLeft);
        }

        if (Clock().Match(sentence) is not { Success: true } clock || TimeOf(clock) is not { } time)
        {
            return null;
        }

        var rest = Without(sentence, clock);
        var today = now.InZone(zone).Date;
        var day = Day().Match(rest);
        var date = day.Success ? DateOf(day.Groups["day"].Value, today) : today;
        return ((date + time).InZoneLeniently(zone).ToInstant(), day.Success ? Without(rest, day) : rest);
    }

    /// <summary>The words of a sentence that name a time or a day; empty when none do.</summary>
    public static string Said(string sentence) =>
        Within().Match(sentence) is { Success: true } within ? within.Value
        : Clock().Match(sentence) is { Success: true } clock && TimeOf(clock) is not null ? clock.Value.Trim()
        : Day().Match(sentence) is { Success: true } day ? day.Value
        : "";

    private static LocalTime? TimeOf(Match clock)
    {
        var hour = int.Parse(clock.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = clock.Groups["minute"].Success ? int.Parse(clock.Groups["minute"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var half = clock.Groups["half"].Value;
        if (half.Length > 0)
        {
            if (hour is < 1 or > 12)
            {
                return null;
            }

            hour = (hour % 12) + (half[0] is 'p' or 'P' ? 12 : 0);
        }
        else if (!clock.Groups["minute"].Success)
        {
            // A bare number after "at" may be anything.
            return null;
        }

        return hour < 24 && minute < 60 ? new LocalTime(hour, minute) : null;
    }

    private static LocalDate DateOf(string day, LocalDate today) => day.ToUpperInvariant() switch
    {
        "TODAY" => today,
        "TOMORROW" => today.PlusDays(1),
        var name => today.Next(Enum.GetValues<IsoDayOfWeek>().First(d => d != IsoDayOfWeek.None && d.ToString().StartsWith(name[..3], StringComparison.OrdinalIgnoreCase))),
    };

    private static string Without(string sentence, Match found) =>
        Spaces().Replace(sentence.Remove(found.Index, found.Length), " ").Trim(' ', ',', '.', ';');

    [GeneratedRegex(@"\b(with)?in\s+(?<count>\d{1,4})\s*(?<unit>m(in(ute)?s?)?|h(ours?|rs?)?|d(ays?)?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Within();

    [GeneratedRegex(@"\b(at|by|before|until)\s+(?<hour>\d{1,2})([:.](?<minute>\d{2}))?\s*(?<half>[ap]\.?m\b)?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\b(on\s+)?(?<day>today|tomorrow|(mon|tues|wednes|thurs|fri|satur|sun)day)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Day();

    [GeneratedRegex(@"\s{2,}", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
