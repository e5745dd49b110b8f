using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace ChatLiaison.Time.Tests;

/// <summary>Generators. Instants crowd around changes of clocks, since that is where time arithmetic goes wrong.</summary>
internal static class Any
{
    private static readonly NodaTime.Interval Years = new(Instant.FromUtc(1995, 1, 1, 0, 0), Instant.FromUtc(2030, 1, 1, 0, 0));

    internal static Gen<DateTimeZone> Zone => Gen.Elements(At.Zones);

    internal static Gen<Duration> WorkingTime => Gen.Choose(0, 90 * 60 * 60).Select(seconds => Duration.FromSeconds(seconds));

    internal static Gen<Duration> Wait => Gen.Choose(0, 12 * 24 * 60 * 60).Select(seconds => Duration.FromSeconds(seconds));

    internal static Gen<Instant> InstantIn(DateTimeZone zone)
    {
        var changes = zone.GetZoneIntervals(Years).Where(interval => interval.HasStart && Years.Contains(interval.Start))
            .Select(interval => interval.Start).ToArray();
        var exactly = Gen.Elements(changes);
        var brink = from change in exactly from seconds in Gen.Choose(-90, 90) select change + Duration.FromSeconds(seconds);
        var near = from change in exactly from minutes in Gen.Choose(-180, 180) select change + Duration.FromMinutes(minutes);
        var around = from change in exactly from seconds in Gen.Choose(-400_000, 400_000) select change + Duration.FromSeconds(seconds);
        return Gen.Frequency((1, exactly), (1, brink), (4, near), (4, around));
    }

    internal static Gen<OpeningHours> Hours =>
        from week in Day.ListOf(7)
        let opening = Weekdays().Zip(week).SelectMany(day => day.Second.Select(open => (day.First, open))).ToList()
        where opening.Count > 0
        select OpeningHours.Of(opening);

    /// <summary>A calendar and an instant near which it may have a holiday, a special opening or a change of clocks.</summary>
    internal static Gen<(BusinessCalendar Calendar, Instant From)> Calendar =>
        from zone in Zone
        from at in InstantIn(zone)
        from hours in Hours
        from holidays in Gen.Choose(-3, 8).ListOf(2)
        from special in Gen.Choose(-3, 8)
        from specialOpen in Day
        let today = at.InZone(zone).Date
        select (
            new BusinessCalendar(
                $"{zone.Id}: {hours}", zone, hours,
                holidays.Select(days => new Holiday(today.PlusDays(days), "Holiday")),
                [new CalendarException(today.PlusDays(special), specialOpen, "Special")]),
            at);

    /// <summary>Runs a property on a thousand generated values; a failure throws with the smallest case that FsCheck found.</summary>
    internal static void Holds<T>(Gen<T> values, Func<T, bool> property, int times = 1000) =>
        Prop.ForAll(values.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(times));

    /// <summary>Up to three intervals of a day, whose boundaries are drawn from quarters of an hour, thick in the small hours.</summary>
    private static Gen<IReadOnlyList<OpenInterval>> Day =>
        from count in Gen.Choose(0, 3)
        from quarters in Gen.OneOf(Gen.Choose(0, 96), Gen.Choose(0, 16), Gen.Choose(88, 96)).ListOf(count * 2)
        select (IReadOnlyList<OpenInterval>)[.. quarters.Distinct().Order().Chunk(2).Where(pair => pair.Length == 2)
            .Select(pair => new OpenInterval(Quarter(pair[0]), Quarter(pair[1])))];

    private static LocalTime Quarter(int quarters) => new(quarters / 4 % 24, quarters % 4 * 15);

    private static IEnumerable<IsoDayOfWeek> Weekdays() => Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day);
}
