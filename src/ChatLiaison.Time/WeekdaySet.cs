using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace ChatLiaison.Time;

/// <summary>Some days of the week, at least one. Two values are equal when they hold the same days.</summary>
public sealed record WeekdaySet
{
    private readonly bool[] _has = new bool[8];

    /// <exception cref="ArgumentException">There is no day.</exception>
    public WeekdaySet(IEnumerable<IsoDayOfWeek> days)
    {
        foreach (var day in days)
        {
            _has[(int)day] = true;
        }

        Count = _has.Count(has => has);
        if (Count == 0)
        {
            throw new ArgumentException("A set of weekdays needs at least one.", nameof(days));
        }
    }

    public static WeekdaySet EveryDay { get; } = new(Weekdays.All);

    public int Count { get; }

    public bool Has(IsoDayOfWeek day) => _has[(int)day];

    /// <summary>Reads <c>Mon-Fri</c>, <c>Sat,Sun</c>, <c>Mon</c>. The error is one sentence that says what to write instead.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out WeekdaySet? days, [NotNullWhen(false)] out string? error)
    {
        var found = new List<IsoDayOfWeek>();
        error = Weekdays.Read(text.Replace(" ", "", StringComparison.Ordinal).Replace('–', '-'), found);
        days = error is null ? new WeekdaySet(found) : null;
        return error is null;
    }

    /// <summary>How many of these days lie from one date up to but not including another; negative when the second is the earlier.</summary>
    internal int CountBetween(LocalDate from, LocalDate to)
    {
        if (to < from)
        {
            return -CountBetween(to, from);
        }

        var weeks = Period.DaysBetween(from, to) / 7;
        var count = weeks * Count;
        for (var date = from.PlusDays(weeks * 7); date < to; date = date.PlusDays(1))
        {
            count += Has(date.DayOfWeek) ? 1 : 0;
        }

        return count;
    }

    public bool Equals(WeekdaySet? other) => other is not null && _has.AsSpan().SequenceEqual(other._has);

    public override int GetHashCode() => Weekdays.All.Aggregate(0, (hash, day) => (hash * 2) + (Has(day) ? 1 : 0));

    /// <summary>The text that <see cref="TryParse"/> reads back: <c>Mon-Fri</c>.</summary>
    public override string ToString()
    {
        var runs = new List<(IsoDayOfWeek First, IsoDayOfWeek Last)>();
        foreach (var day in Weekdays.All.Where(Has))
        {
            if (runs.Count > 0 && runs[^1].Last + 1 == day)
            {
                runs[^1] = (runs[^1].First, day);
            }
            else
            {
                runs.Add((day, day));
            }
        }

        return string.Join(',', runs.Select(run => run.First == run.Last
            ? Weekdays.ShortName(run.First)
            : $"{Weekdays.ShortName(run.First)}-{Weekdays.ShortName(run.Last)}"));
    }
}
