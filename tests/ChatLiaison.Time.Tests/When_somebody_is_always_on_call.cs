using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using NodaTime.TimeZones;
using Xunit;

namespace ChatLiaison.Time.Tests;

/// <summary>The laws of a rotation, for any shifts, overrides and changes of clocks.</summary>
public class When_somebody_is_always_on_call
{
    private static readonly ZoneLocalMappingResolver Mapping =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>Every beginning of every shift is listed by another route than the rotation's; whoever began last is on.</summary>
    [Fact]
    public void Exactly_the_one_is_on_whom_the_rule_says() => Any.Holds(Rotations, given =>
    {
        var starts = new List<(Instant At, int Place, string Member)>();
        for (var place = 0; place < given.Shifts.Count; place++)
        {
            var shift = given.Shifts[place];
            var today = given.At.InZone(shift.Zone).Date;
            for (var date = today.PlusDays(-9); date <= today.PlusDays(2); date = date.PlusDays(1))
            {
                if (shift.Days.Has(date.DayOfWeek))
                {
                    starts.Add((shift.Zone.ResolveLocal(date + shift.Turn.Handover, Mapping).ToInstant(), place, Expected(shift, date)));
                }
            }
        }

        var holds = starts.Where(s => s.At <= given.At).OrderBy(s => s.At).ThenBy(s => s.Place).Last().Member;
        foreach (var entry in given.Overrides.Where(o => o.During.Contains(given.At) && (o.InsteadOf is null || o.InsteadOf == holds)))
        {
            holds = entry.Member;
        }

        return new Rotation<string>(given.Shifts, given.Overrides).At(given.At) == holds;
    });

    [Fact]
    public void Spans_follow_each_other_without_gap_or_overlap_and_say_what_each_instant_says() => Any.Holds(
        from given in Rotations
        from days in Gen.Choose(1, 20)
        select (given, days),
        x =>
        {
            var (from, to) = (x.given.At, x.given.At + Duration.FromDays(x.days));
            var rotation = new Rotation<string>(x.given.Shifts, x.given.Overrides);
            var spans = rotation.Spans(from, to).ToList();
            var turns = rotation.Turns(from, to).ToList();
            return Tile(spans, from, to) && Tile(turns, from, to)
                && spans.Zip(spans.Skip(1)).All(pair => pair.First.Member != pair.Second.Member)
                && spans.Concat(turns).All(span => Inside(span).All(at => rotation.At(at) == span.Member))
                && spans.Select(s => s.From).All(turns.Select(t => t.From).Contains);
        },
        times: 300);

    [Fact]
    public void A_handover_is_at_the_local_time_or_where_the_clocks_skip_it_at_the_end_of_the_gap() => Any.Holds(Rotations, given =>
    {
        var shift = given.Shifts[0];
        return new Rotation<string>([shift]).Turns(given.At, given.At + Duration.FromDays(9)).Skip(1).All(turn =>
        {
            var local = turn.From.InZone(shift.Zone).LocalDateTime;
            return local.TimeOfDay == shift.Turn.Handover
                || (shift.Zone.GetZoneInterval(turn.From).Start == turn.From && local.TimeOfDay > shift.Turn.Handover)
                || (shift.Zone.GetZoneInterval(turn.From).Start == turn.From && local.TimeOfDay == LocalTime.Midnight);
        });
    });

    [Fact]
    public void A_day_of_each_member_comes_round_in_order() => Any.Holds(
        from zone in Any.Zone
        from at in Any.InstantIn(zone)
        from minutes in Gen.Choose(0, 1439)
        from count in Gen.Choose(2, 5)
        select (zone, at, minutes, count),
        x =>
        {
            var members = Enumerable.Range(0, x.count).Select(i => $"{i}").ToList();
            var shift = new Shift<string>(x.zone, Turn.Daily(LocalTime.FromMinutesSinceMidnight(x.minutes)), members, x.at.InUtc().Date);
            var seen = new Rotation<string>([shift]).Spans(x.at, x.at + Duration.FromDays(12)).Select(s => int.Parse(s.Member!)).ToList();

            // Where a whole day was skipped, its member's turn has no length.
            return x.zone == At.Apia || seen.Zip(seen.Skip(1)).All(pair => pair.Second == (pair.First + 1) % x.count);
        },
        times: 300);

    private static Gen<Given> Rotations =>
        from zone in Any.Zone
        from at in Any.InstantIn(zone)
        from shifts in ShiftNear(zone, at).ListOf(3)
        from count in Gen.Choose(1, 3)
        from overrides in OverrideNear(at).ListOf(3)
        from covers in Gen.Choose(0, 3)
        select new Given(at, [.. shifts.Take(count)], [.. overrides.Take(covers)]);

    private static Gen<Shift<string>> ShiftNear(DateTimeZone near, Instant at) =>
        from other in Any.Zone
        from stays in Gen.Elements(true, true, false)
        from minutes in Gen.OneOf(Gen.Choose(0, 1439), Gen.Choose(0, 240))
        from weekday in Gen.Choose(0, 7)
        from count in Gen.Choose(1, 4)
        from startsBefore in Gen.Choose(-400, 400)
        from days in Gen.Choose(1, 7).NonEmptyListOf()
        from every in Gen.Elements(true, false)
        let handover = LocalTime.FromMinutesSinceMidnight(minutes)
        select new Shift<string>(
            stays ? near : other,
            weekday == 0 ? Turn.Daily(handover) : Turn.Weekly((IsoDayOfWeek)weekday, handover),
            [.. Enumerable.Range(0, count).Select(i => $"{other.Id}{minutes}-{i}")],
            at.InUtc().Date.PlusDays(-startsBefore),
            every ? WeekdaySet.EveryDay : new WeekdaySet(days.Select(d => (IsoDayOfWeek)d)));

    private static Gen<RotationOverride<string>> OverrideNear(Instant at) =>
        from begins in Gen.Choose(-3000, 9000)
        from length in Gen.Choose(1, 9000)
        from member in Gen.Elements("Dee", "Eve")
        from insteadOf in Gen.Elements(null, "Dee", "Eve")
        let start = at + Duration.FromMinutes(begins)
        select new RotationOverride<string>(new NodaTime.Interval(start, start + Duration.FromMinutes(length)), member, insteadOf);

    private static string Expected(Shift<string> shift, LocalDate date)
    {
        // Counted one day at a time.
        var turn = 0;
        var step = date < shift.StartsOn ? -1 : 1;
        if (shift.Turn.Weekday is { } weekday)
        {
            var first = shift.StartsOn;
            while (first.DayOfWeek != weekday)
            {
                first = first.PlusDays(-1);
            }

            turn = (int)Math.Floor(Period.DaysBetween(first, date) / 7d);
        }
        else
        {
            for (var day = shift.StartsOn; day != date; day = day.PlusDays(step))
            {
                var passed = step > 0 ? day : day.PlusDays(-1);
                turn += shift.Days.Has(passed.DayOfWeek) ? step : 0;
            }
        }

        var count = shift.Members.Count;
        return shift.Members[((turn % count) + count) % count];
    }

    private static bool Tile(List<RotationSpan<string>> spans, Instant from, Instant to) =>
        spans[0].From == from && spans[^1].Until == to && spans.TrueForAll(s => s.From < s.Until)
        && spans.Zip(spans.Skip(1)).All(pair => pair.First.Until == pair.Second.From);

    private static IEnumerable<Instant> Inside(RotationSpan<string> span) =>
        Enumerable.Range(0, 12).Select(step => span.From + ((span.Until - span.From) * (step / 12d))).Append(span.Until - Duration.Epsilon);

    private sealed record Given(Instant At, IReadOnlyList<Shift<string>> Shifts, IReadOnlyList<RotationOverride<string>> Overrides);
}
