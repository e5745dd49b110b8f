using FsCheck.Fluent;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Time.Tests;

public class PromiseClockTests
{
    private static readonly BusinessCalendar Office = new("office", At.London, At.Hours("Mon-Fri 09:00-17:00"));
    private static readonly Instant Monday = At.Utc("2026-03-02 10:00");

    private static readonly PromiseClock FourHours = PromiseClock.Start(Monday, Duration.FromHours(4));

    [Fact]
    public void Is_due_when_its_span_has_been_worked()
    {
        FourHours.Due(Office).ShouldBe(At.Utc("2026-03-02 14:00"));
        PromiseClock.Start(At.Utc("2026-03-02 15:00"), Duration.FromHours(4)).Due(Office).ShouldBe(At.Utc("2026-03-03 11:00"));
        FourHours.Due(BusinessCalendar.Always).ShouldBe(At.Utc("2026-03-02 14:00"));
    }

    [Fact]
    public void Has_no_due_instant_while_paused_and_the_rest_of_its_span_afterwards()
    {
        var paused = FourHours.Pause(At.Utc("2026-03-02 13:00"), Office);
        paused.Due(Office).ShouldBeNull();
        paused.ReachesFraction(0.5, Office).ShouldBeNull();
        paused.ElapsedAt(At.Utc("2026-03-20 10:00"), Office).ShouldBe(Duration.FromHours(3));

        var resumed = paused.Resume(At.Utc("2026-03-05 16:30"));
        resumed.Due(Office).ShouldBe(At.Utc("2026-03-06 09:30"));
        resumed.StartedAt.ShouldBe(Monday);
    }

    [Fact]
    public void Pauses_and_resumes_once_however_often_it_is_told()
    {
        var paused = FourHours.Pause(At.Utc("2026-03-02 11:00"), Office);
        paused.Pause(At.Utc("2026-03-02 12:00"), Office).ShouldBe(paused);
        var resumed = paused.Resume(At.Utc("2026-03-02 12:00"));
        resumed.Resume(At.Utc("2026-03-02 13:00")).ShouldBe(resumed);
    }

    [Fact]
    public void Keeps_what_has_elapsed_when_it_is_retargeted()
    {
        FourHours.Retarget(Duration.FromHours(6), At.Utc("2026-03-02 13:00"), Office).Due(Office).ShouldBe(At.Utc("2026-03-02 16:00"));
        FourHours.Retarget(Duration.FromHours(2), At.Utc("2026-03-02 13:00"), Office).Due(Office).ShouldBe(At.Utc("2026-03-02 13:00"));
    }

    [Fact]
    public void Counts_with_the_new_calendar_from_the_change_on()
    {
        var late = PromiseClock.Start(At.Utc("2026-03-02 15:00"), Duration.FromHours(4));
        var changed = late.Retarget(late.Span, At.Utc("2026-03-02 20:00"), countedWith: Office);
        changed.Due(BusinessCalendar.Always).ShouldBe(At.Utc("2026-03-02 22:00"));
    }

    [Fact]
    public void Stays_paused_when_it_is_retargeted()
    {
        var paused = FourHours.Pause(At.Utc("2026-03-02 11:00"), Office).Retarget(Duration.FromHours(8), At.Utc("2026-03-02 15:00"), Office);
        paused.IsPaused.ShouldBeTrue();
        paused.Elapsed.ShouldBe(Duration.FromHours(1));
        paused.Resume(At.Utc("2026-03-03 09:00")).Due(Office).ShouldBe(At.Utc("2026-03-03 16:00"));
    }

    [Fact]
    public void Knows_its_warning_points()
    {
        FourHours.ReachesFraction(0.5, Office).ShouldBe(At.Utc("2026-03-02 12:00"));
        FourHours.ReachesFraction(1, Office).ShouldBe(FourHours.Due(Office));
        var paused = FourHours.Pause(At.Utc("2026-03-02 13:30"), Office).Resume(At.Utc("2026-03-02 15:00"));
        paused.ReachesFraction(0.5, Office).ShouldBe(At.Utc("2026-03-02 15:00"));
        Should.Throw<ArgumentOutOfRangeException>(() => FourHours.ReachesFraction(double.NaN, Office));
        Should.Throw<ArgumentOutOfRangeException>(() => FourHours.ReachesFraction(-0.1, Office));
    }

    [Fact]
    public void Warns_of_the_whole_span_exactly_when_it_is_due()
    {
        var years = PromiseClock.Start(Monday, Duration.FromDays(3000) + Duration.Epsilon);
        years.ReachesFraction(1, BusinessCalendar.Always).ShouldBe(years.Due(BusinessCalendar.Always));
    }

    [Fact]
    public void Is_due_at_once_when_it_allows_no_time_and_never_allows_less()
    {
        PromiseClock.Start(Monday, Duration.Zero).Due(Office).ShouldBe(Monday);
        Should.Throw<ArgumentOutOfRangeException>(() => PromiseClock.Start(Monday, -Duration.Epsilon));
        Should.Throw<ArgumentOutOfRangeException>(() => FourHours.Retarget(-Duration.Epsilon, Monday, Office));
    }

    [Fact]
    public void Does_not_run_backwards_when_a_server_is_behind()
    {
        var paused = FourHours.Pause(Monday - Duration.FromMinutes(5), Office);
        paused.Elapsed.ShouldBe(Duration.Zero);
        paused.PausedAt.ShouldBe(Monday);
        paused.Resume(Monday - Duration.FromMinutes(5)).CountedTo.ShouldBe(Monday);
    }

    [Fact]
    public void Counts_exactly_the_running_time_whatever_happens_to_it() =>
        Any.Holds(
            from given in Any.Calendar
            from span in Any.WorkingTime
            from steps in (from wait in Any.Wait from act in Gen.Choose(0, 3) select (wait, act)).ListOf(6)
            select (given.Calendar, given.From, span, steps),
            given =>
            {
                var (clock, now, expected) = (PromiseClock.Start(given.From, given.span), given.From, Duration.Zero);
                foreach (var (wait, act) in given.steps)
                {
                    expected += clock.IsPaused ? Duration.Zero : given.Calendar.Elapsed(now, now + wait);
                    now += wait;
                    clock = act switch
                    {
                        0 => clock.Pause(now, given.Calendar),
                        1 => clock.Resume(now),
                        2 => clock.Retarget(clock.Span + wait, now, given.Calendar),
                        _ => clock,
                    };
                }

                return clock.ElapsedAt(now, given.Calendar) == expected;
            });

    [Fact]
    public void Has_used_its_span_when_due_and_not_an_instant_before() =>
        Any.Holds(
            from given in Any.Calendar
            from span in Any.WorkingTime
            from before in Any.Wait
            from pause in Any.Wait
            select (given.Calendar, given.From, span, before, pause),
            given =>
            {
                var pausedAt = given.From + given.before;
                var clock = PromiseClock.Start(given.From, given.span).Pause(pausedAt, given.Calendar).Resume(pausedAt + given.pause);
                var due = clock.Due(given.Calendar)!.Value;
                return clock.Elapsed >= given.span
                    ? due == clock.CountedTo
                    : clock.ElapsedAt(due, given.Calendar) == given.span && clock.ElapsedAt(due - Duration.Epsilon, given.Calendar) < given.span;
            });

    [Fact]
    public void Warns_in_order_and_never_after_it_is_due() =>
        Any.Holds(
            from given in Any.Calendar
            from span in Any.WorkingTime
            from low in Gen.Choose(0, 100)
            from high in Gen.Choose(low, 100)
            select (given.Calendar, given.From, span, low, high),
            given =>
            {
                var clock = PromiseClock.Start(given.From, given.span);
                var first = clock.ReachesFraction(given.low / 100d, given.Calendar);
                var second = clock.ReachesFraction(given.high / 100d, given.Calendar);
                return clock.CountedTo <= first && first <= second && second <= clock.Due(given.Calendar);
            });
}
