using ChatLiaison.People;
using ChatLiaison.Time;
using NodaTime;

namespace ChatLiaison.OnCall;

/// <summary>Shifts as people type them, one a line: <c>09:00 London Mon-Fri: Dana, Lee</c>. Zone and days may be left out.</summary>
internal static class ShiftLines
{
    public const string Example = "09:00 London: Dana, Lee";

    private const string Nobody = "nobody";

    public static string Format(OnCallRotation rotation, Func<Guid, string> name) => string.Join('\n', rotation.Shifts.Select(s =>
    {
        var days = s.Days.Equals(WeekdaySet.EveryDay) ? "" : $" {s.Days}";
        var people = s.People.Count == 0 ? Nobody : string.Join(", ", s.People.Select(name));
        return $"{TimeOfDayText.Format(s.Turn.Handover)} {s.Zone.Id}{days}: {people}";
    }));

    /// <summary>The shifts, else a sentence that says what is wrong.</summary>
    /// <param name="turns">How turns pass on: <c>daily</c> or <c>weekly Mon</c>.</param>
    /// <param name="starts">In the first person's turn.</param>
    public static (IReadOnlyList<OnCallShift>? Shifts, string Wrong) Read(string text, string turns, LocalDate starts, Person typist, DirectorySnapshot directory)
    {
        var shifts = new List<OnCallShift>();
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (shift, wrong) = ReadLine(line, turns, starts, typist, directory);
            if (shift is null)
            {
                return (null, wrong);
            }

            shifts.Add(shift);
        }

        return shifts.Count == 0 ? (null, $"Write at least one line, such as {Example}.")
            : RotationSection.SameBeginning(shifts) ? (null, "Two of these shifts begin at the same moment. Give one of them another time or other days.")
            : (shifts, "");
    }

    /// <summary>A form asks once how turns pass on and from which day, as the first shift has it; a line that stood there with its own keeps them.</summary>
    public static IReadOnlyList<OnCallShift> Kept(IReadOnlyList<OnCallShift> read, IReadOnlyList<OnCallShift> before) => [.. read.Select(line =>
        before.FirstOrDefault(s => s.Zone.Id == line.Zone.Id && s.Turn.Handover == line.Turn.Handover && s.Days.Equals(line.Days)) is not { } own ? line : line with
        {
            Turn = own.Turn.Weekday == before[0].Turn.Weekday ? line.Turn : own.Turn,
            Starts = own.Starts == before[0].Starts ? line.Starts : own.Starts,
        })];

    private static (OnCallShift? Shift, string Wrong) ReadLine(string line, string turns, LocalDate starts, Person typist, DirectorySnapshot directory)
    {
        var colon = line.LastIndexOf(':');
        var words = colon < 0 ? [] : line[..colon].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || !TimeOfDayText.TryParse(words[0], out var at, out _))
        {
            return (null, $"'{line}' does not say when and who. Write a time, a place and names, such as {Example}.");
        }

        var days = WeekdaySet.EveryDay;
        var place = words[1..];
        if (place.Length > 0 && WeekdaySet.TryParse(place[^1], out var named, out _))
        {
            (days, place) = (named, place[..^1]);
        }

        var (zone, unknown) = place.Length == 0 ? (typist.Zone, "") : ZoneNames.Find(string.Join(' ', place));
        if (zone is null)
        {
            return (null, unknown);
        }

        var names = line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var people = new List<Guid>();
        foreach (var name in names.Where(n => !n.Equals(Nobody, StringComparison.OrdinalIgnoreCase)))
        {
            var (person, wrong) = PersonSearch.One(directory, name);
            if (person is null)
            {
                return (null, wrong);
            }

            people.Add(person.Id);
        }

        return Turn.TryParse(turns, at, out var turn, out var error) && names.Length > 0
            ? (new OnCallShift(zone, turn, days, starts, people), "")
            : (null, names.Length == 0 ? $"'{line}' names nobody. Write who takes turns, or the word nobody." : $"{error}.");
    }
}
