using FsCheck.Fluent;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Time.Tests;

public class When_a_calendar_is_explained
{
    private static readonly BusinessCalendar Office = new(
        "office", At.London, At.Hours("Mon-Tue 09:00-17:00; Thu-Fri 09:00-17:00"),
        [new Holiday(new LocalDate(2026, 12, 25), "Christmas Day")],
        [new CalendarException(new LocalDate(2026, 12, 26), [At.Open(10, 12)], "Stocktaking")]);

    [Fact]
    public void Names_every_span_with_its_reason() =>
        Told("2026-12-22 16:00", "2026-12-28 10:00").ShouldBe(
        [
            "22 16:00 - 22 17:00 + open",
            "22 17:00 - 23 00:00   outside opening hours",
            "23 00:00 - 24 00:00   closed day",
            "24 00:00 - 24 09:00   outside opening hours",
            "24 09:00 - 24 17:00 + open",
            "24 17:00 - 25 00:00   outside opening hours",
            "25 00:00 - 26 00:00   Christmas Day",
            "26 00:00 - 26 10:00   outside opening hours",
            "26 10:00 - 26 12:00 + open (Stocktaking)",
            "26 12:00 - 27 00:00   outside opening hours",
            "27 00:00 - 28 00:00   weekend",
            "28 00:00 - 28 09:00   outside opening hours",
            "28 09:00 - 28 10:00 + open",
        ]);

    [Fact]
    public void Joins_neighbours_of_the_same_reason() =>
        Told("2026-03-07 08:00", "2026-03-08 20:00").ShouldBe(["07 08:00 - 08 20:00   weekend"]);

    [Fact]
    public void Says_nothing_about_no_time() => Office.Explain(At.Utc("2026-03-08 20:00"), At.Utc("2026-03-08 20:00")).ShouldBeEmpty();

    [Fact]
    public void Tells_round_the_clock_as_one_span() =>
        BusinessCalendar.Always.Explain(At.Utc("2026-01-01 00:00"), At.Utc("2026-02-01 00:00"))
            .ShouldBe([new CountedSpan(At.Utc("2026-01-01 00:00"), At.Utc("2026-02-01 00:00"), true, "open")]);

    [Fact]
    public void Covers_the_time_without_gap_or_overlap_and_sums_to_what_elapsed() =>
        Any.Holds(
            from given in Any.Calendar from wait in Any.Wait select (given.Calendar, given.From, To: given.From + wait),
            given =>
            {
                var spans = given.Calendar.Explain(given.From, given.To);
                var ends = spans.Select(span => span.To).Prepend(given.From);
                var starts = spans.Select(span => span.From).Append(given.To);
                return ends.SequenceEqual(starts)
                    && spans.All(span => span.From < span.To)
                    && spans.Where(span => span.Counted).Aggregate(Duration.Zero, (sum, span) => sum + span.Length)
                        == given.Calendar.Elapsed(given.From, given.To);
            });

    private static IEnumerable<string> Told(string from, string to) =>
        Office.Explain(At.Local(At.London, from), At.Local(At.London, to))
            .Select(span => $"{Clock(span.From)} - {Clock(span.To)} {(span.Counted ? '+' : ' ')} {span.Reason}");

    private static string Clock(Instant at) => at.InZone(At.London).ToString("dd HH:mm", null);
}
