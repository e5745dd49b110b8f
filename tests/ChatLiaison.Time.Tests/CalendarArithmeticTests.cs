using FsCheck.Fluent;
using NodaTime;
using Xunit;

namespace ChatLiaison.Time.Tests;

/// <summary>Laws that hold for every calendar, in every zone, near every change of clocks.</summary>
public class CalendarArithmeticTests
{
    [Fact]
    public void Elapsed_gives_back_what_was_added() =>
        Any.Holds(
            from given in Any.Calendar from amount in Any.WorkingTime select (given.Calendar, given.From, amount),
            given => given.Calendar.Elapsed(given.From, given.Calendar.Add(given.From, given.amount)) == given.amount);

    [Fact]
    public void Add_gives_the_first_such_instant() =>
        Any.Holds(
            from given in Any.Calendar from amount in Any.WorkingTime where amount > Duration.Zero select (given.Calendar, given.From, amount),
            given => given.Calendar.Elapsed(given.From, given.Calendar.Add(given.From, given.amount) - Duration.Epsilon) < given.amount);

    [Fact]
    public void Adding_more_is_never_due_earlier() =>
        Any.Holds(
            from given in Any.Calendar from less in Any.WorkingTime from more in Any.WorkingTime select (given.Calendar, given.From, less, more),
            given => given.Calendar.Add(given.From, given.less) <= given.Calendar.Add(given.From, given.less + given.more));

    [Fact]
    public void Starting_later_is_never_due_earlier() =>
        Any.Holds(
            from given in Any.Calendar from wait in Any.Wait from amount in Any.WorkingTime select (given.Calendar, given.From, wait, amount),
            given => given.Calendar.Add(given.From, given.amount) <= given.Calendar.Add(given.From + given.wait, given.amount));

    [Fact]
    public void Adding_in_two_steps_is_adding_at_once() =>
        Any.Holds(
            from given in Any.Calendar from first in Any.WorkingTime from second in Any.WorkingTime
            select (given.Calendar, given.From, first, second),
            given => given.second == Duration.Zero
                || given.Calendar.Add(given.Calendar.Add(given.From, given.first), given.second) == given.Calendar.Add(given.From, given.first + given.second));

    [Fact]
    public void Elapsed_parts_sum_to_the_whole() =>
        Any.Holds(
            from given in Any.Calendar from first in Any.Wait from second in Any.Wait select (given.Calendar, given.From, first, second),
            given =>
            {
                var middle = given.From + given.first;
                var end = middle + given.second;
                return given.Calendar.Elapsed(given.From, middle) + given.Calendar.Elapsed(middle, end) == given.Calendar.Elapsed(given.From, end);
            });

    [Fact]
    public void The_next_opening_is_open_and_nothing_is_counted_before_it() =>
        Any.Holds(
            Any.Calendar,
            given =>
            {
                var opening = given.Calendar.NextOpening(given.From);
                return given.Calendar.IsOpen(opening)
                    && given.Calendar.Elapsed(given.From, opening) == Duration.Zero
                    && given.Calendar.IsOpen(given.From) == (opening == given.From);
            });

    [Fact]
    public void Elapsed_agrees_with_a_count_of_minutes() =>
        Any.Holds(
            from given in Any.Calendar from hours in Gen.Choose(0, 96) select (given.Calendar, given.From, hours),
            given =>
            {
                var from = Instant.FromUnixTimeSeconds(given.From.ToUnixTimeSeconds() / 60 * 60);
                var to = from + Duration.FromHours(given.hours);
                return given.Calendar.Elapsed(from, to) == Duration.FromMinutes(MinuteScan.OpenMinutes(given.Calendar, from, to));
            },
            times: 400);
}
