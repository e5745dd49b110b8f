using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace ChatLiaison.Away;

/// <summary>One word of a time as people type it.</summary>
/// <param name="Word">In lower case; a time of day as <c>HH:mm</c>, a date as it was typed.</param>
/// <param name="At">Where it stands in what was typed.</param>
internal sealed record TimeWord(string Word, TimeWordKind Kind, int Number = 0, LocalTime Time = default, LocalDate Date = default, int At = 0);

internal enum TimeWordKind
{
    Word,
    Number,
    Time,
    Date,
}

/// <summary>Cuts typed times into words, and knows their names.</summary>
internal static partial class AwayWords
{
    public static readonly Dictionary<string, IsoDayOfWeek> Weekdays = Named<IsoDayOfWeek>(
        ("mon monday", IsoDayOfWeek.Monday), ("tue tues tuesday", IsoDayOfWeek.Tuesday), ("wed weds wednesday", IsoDayOfWeek.Wednesday),
        ("thu thur thurs thursday", IsoDayOfWeek.Thursday), ("fri friday", IsoDayOfWeek.Friday), ("sat saturday", IsoDayOfWeek.Saturday),
        ("sun sunday", IsoDayOfWeek.Sunday));

    public static readonly Dictionary<string, int> Months = Named<int>(
        ("jan january", 1), ("feb february", 2), ("mar march", 3), ("apr april", 4), ("may", 5), ("jun june", 6), ("jul july", 7), ("aug august", 8),
        ("sep sept september", 9), ("oct october", 10), ("nov november", 11), ("dec december", 12));

    /// <summary>Minutes of a unit shorter than a day; a day and longer are counted in days.</summary>
    public static readonly Dictionary<string, int> MinuteUnits = Named<int>(("m min mins minute minutes", 1), ("h hr hrs hour hours", 60));

    public static readonly Dictionary<string, int> DayUnits = Named<int>(("d day days", 1), ("w week weeks", 7), ("fortnight", 14), ("year years", 366));

    /// <summary>Gives the words, or the first piece that is none.</summary>
    public static (List<TimeWord> Words, string Strange) Cut(string text)
    {
        var words = new List<TimeWord>();
        var at = 0;
        foreach (Match piece in Piece().Matches(text))
        {
            if (text[at..piece.Index].Trim(' ', ',', '.') is { Length: > 0 } strange)
            {
                return (words, strange);
            }

            at = piece.Index + piece.Length;
            if (Read(piece) is not { } word)
            {
                return (words, piece.Value);
            }

            words.Add(word with { At = piece.Index });
        }

        return text[at..].Trim(' ', ',', '.') is { Length: > 0 } last ? (words, last) : (words, "");
    }

    private static TimeWord? Read(Match piece)
    {
        var typed = Commands.CommandWords.Lower(piece.Value);
        if (piece.Groups["iso"].Success)
        {
            return NodaTime.Text.LocalDatePattern.Iso.Parse(typed) is { Success: true, Value: var date } ? new(typed, TimeWordKind.Date, Date: date) : null;
        }

        if (piece.Groups["clock"].Success || piece.Groups["half"].Success)
        {
            return TimeOf(piece) is { } time ? new(typed, TimeWordKind.Time, Time: time) : null;
        }

        if (piece.Groups["number"].Success)
        {
            return int.TryParse(piece.Groups["digits"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new(typed, TimeWordKind.Number, number) : null;
        }

        return typed switch
        {
            "noon" or "midday" => new(typed, TimeWordKind.Time, Time: LocalTime.Noon),
            "midnight" => new(typed, TimeWordKind.Time, Time: LocalTime.Midnight),
            "–" or "—" => new("-", TimeWordKind.Word),
            _ => new(typed, TimeWordKind.Word),
        };
    }

    private static LocalTime? TimeOf(Match piece)
    {
        var hour = int.Parse(piece.Groups["hour"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var minute = piece.Groups["minute"] is { Success: true } minutes ? int.Parse(minutes.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        var half = piece.Groups["half"] is { Success: true } said ? char.ToLowerInvariant(said.Value[0]) : ' ';
        if (minute > 59 || hour > 24 || (hour == 24 && minute > 0) || (half != ' ' && hour is < 1 or > 12))
        {
            return null;
        }

        return new LocalTime(half switch { 'p' => (hour % 12) + 12, 'a' => hour % 12, _ => hour % 24 }, minute);
    }

    private static Dictionary<string, T> Named<T>(params (string Names, T Value)[] entries) =>
        entries.SelectMany(e => e.Names.Split(' '), (e, name) => (name, e.Value)).ToDictionary(e => e.name, e => e.Value, StringComparer.Ordinal);

    [GeneratedRegex(
        @"(?<iso>\d{4}-\d{2}-\d{2})|(?<clock>(?<hour>\d{1,2})[:.](?<minute>\d{2})(?!\d)(\s?(?<half>[ap]\.?m\b\.?))?)|(?<clock>(?<hour>\d{1,2})\s?(?<half>[ap]\.?m\b\.?))|(?<number>(?<digits>\d{1,4})(st|nd|rd|th)?(?![\d/]))|(?<word>\p{L}['’\p{L}]*)|(?<dash>[-–—])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Piece();
}
