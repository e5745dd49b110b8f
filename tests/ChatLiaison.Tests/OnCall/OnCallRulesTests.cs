using ChatLiaison.Commands;
using ChatLiaison.OnCall;
using ChatLiaison.People;
using ChatLiaison.Tests.People;
using ChatLiaison.Time;
using NodaTime;
using NodaTime.Text;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.OnCall;

public sealed class OnCallRulesTests
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];
    private static readonly Guid RotationId = Guid.Parse("00000000-0000-0000-0000-00000000000a");

    private static readonly OnCallRotation Weekly = new(RotationId, "liaison", Role.Liaison, "",
    [
        new OnCallShift(London, Turn.Weekly(IsoDayOfWeek.Monday, new LocalTime(9, 0)), WeekdaySet.EveryDay, new LocalDate(2026, 1, 5), [SampleStaff.Dana.Id, SampleStaff.Lee.Id]),
    ]);

    private static readonly SwapRequest Swap = new(
        Guid.NewGuid(), RotationId, SampleStaff.Dana.Id, SampleStaff.Lee.Id, At("2026-12-07 09:00"), At("2026-12-14 09:00"),
        new Interval(At("2026-11-30 09:00"), At("2026-12-07 09:00")), SwapState.Asked);

    [Theory]
    [InlineData("2026-11-23 12:00", null)]
    [InlineData("2026-12-01 12:00", "The rotation has changed since this was asked. Ask again with /liaison swap.")]
    [InlineData("2026-12-14 09:00", "That turn is over, so there is nothing left to take.")]
    public void A_swap_stands_until_the_turn_in_return_begins(string now, string? refusal) =>
        OnCallRules.Refusal(Swap, Index([]).ById(RotationId), At(now)).ShouldBe(refusal);

    [Fact]
    public void A_swap_falls_when_the_rotation_changed_or_it_was_answered()
    {
        var taken = new OnCallOverride(Guid.NewGuid(), RotationId, SampleStaff.Priya.Id, null, At("2026-12-08 09:00"), At("2026-12-09 09:00"), "");
        OnCallRules.Refusal(Swap, Index([taken]).ById(RotationId), At("2026-11-23 12:00")).ShouldStartWith("The rotation has changed");
        OnCallRules.Refusal(Swap, null, At("2026-11-23 12:00")).ShouldStartWith("The rotation has changed");
        OnCallRules.Refusal(Swap with { State = SwapState.Declined }, Index([]).ById(RotationId), At("2026-11-23 12:00")).ShouldBe("This was answered already.");
    }

    [Fact]
    public void Only_those_who_answer_for_the_team_put_somebody_else_on_call()
    {
        string? Try(Role role, Person person, string until) => OnCallRules.Refusal(
            SampleStaff.Lee.Id, new HashSet<Role> { role }, person, At("2026-11-24 09:00"), At(until), At("2026-11-23 12:00"));
        Try(Role.Liaison, SampleStaff.Lee, "2026-11-25 09:00").ShouldBeNull();
        Try(Role.Management, SampleStaff.Dana, "2026-11-25 09:00").ShouldBeNull();
        Try(Role.Liaison, SampleStaff.Dana, "2026-11-25 09:00").ShouldBe("Only Dana or a manager can put Dana on call. Ask for a swap with /liaison swap instead.");
        Try(Role.Liaison, SampleStaff.Lee, "2026-11-24 09:00").ShouldBe("The end lies before the beginning. Choose a later end.");
    }

    [Fact]
    public void Warns_of_an_absence_a_gap_a_missing_role_and_somebody_out_of_reach()
    {
        var priya = SampleStaff.Priya with { Identities = new Dictionary<string, string>() };
        var standIn = new OnCallOverride(Guid.NewGuid(), RotationId, priya.Id, null, At("2026-11-26 09:00"), At("2026-11-27 09:00"), "");
        var staff = new StaffIndex([SampleStaff.Dana, SampleStaff.Lee with { Active = false }, priya], [])
        {
            OnCall = new OnCallIndex([Weekly], [standIn], [SampleStaff.Dana, SampleStaff.Lee with { Active = false }, priya]),
            Absences = new AbsenceIndex([new Absence(Guid.NewGuid(), SampleStaff.Dana.Id, At("2026-11-24 08:00"), At("2026-11-25 08:00"), "", null)]),
        };
        var known = new DirectorySnapshot(staff, ChatLiaison.Customers.CustomerIndex.Empty);

        OnCallWarnings.Of(known.OnCall.Named("liaison")!, known, SampleStaff.Platforms, At("2026-11-23 12:00")).Select(w => w.ToPlain()).ShouldBe(
        [
            "Nobody is on call from Mon 30 Nov, 09:00 UTC until Mon 7 Dec, 09:00 UTC.",
            "Dana is on call from Tue 24 Nov, 08:00 UTC, and away until Wed 25 Nov, 08:00 UTC.",
            "Priya can't be reached on any platform that is on.",
            "Priya takes turns here without the role liaison.",
        ]);
    }

    [Fact]
    public void A_line_of_a_rotation_keeps_its_own_turns_unless_they_were_those_that_the_form_showed()
    {
        OnCallShift Line(int hour, Turn turn, int day) => new(London, turn, WeekdaySet.EveryDay, new LocalDate(2026, 1, day), [SampleStaff.Dana.Id]) { Turn = turn.Weekday is { } on ? Turn.Weekly(on, new LocalTime(hour, 0)) : Turn.Daily(new LocalTime(hour, 0)) };
        var (weekly, daily) = (Turn.Weekly(IsoDayOfWeek.Monday, LocalTime.Midnight), Turn.Daily(LocalTime.Midnight));
        OnCallShift[] before = [Line(8, weekly, 5), Line(12, daily, 7), Line(20, weekly, 9)];

        ShiftLines.Kept([Line(8, daily, 6), Line(12, daily, 6), Line(20, daily, 6), Line(22, daily, 6)], before)
            .Select(s => (s.Turn.ToString(), s.Starts.Day)).ShouldBe([("daily", 6), ("daily", 7), ("daily", 9), ("daily", 6)]);
        ShiftLines.Kept([Line(8, weekly, 5), Line(12, weekly, 5)], before).Select(s => (s.Turn.ToString(), s.Starts.Day)).ShouldBe([("weekly Mon", 5), ("daily", 7)], "what the form asks once is not laid over a line with its own");
    }

    [Fact]
    public void A_calendar_holds_a_persons_turns_alone_each_with_a_lasting_id()
    {
        var first = FeedCalendar.Write(SampleStaff.Dana, Index([]), At("2026-11-23 12:00"));
        var later = FeedCalendar.Write(SampleStaff.Dana, Index([]), At("2026-11-24 12:00"));

        var events = Ical.Net.Calendar.Load(first)!.Events;
        events.ShouldAllBe(e => e.Summary == "On call: liaison" && e.Start!.IsUtc && (e.End!.AsUtc - e.Start.AsUtc).TotalDays == 7);
        events.Select(e => e.Start!.AsUtc).ShouldContain(At("2026-11-23 09:00").ToDateTimeUtc());
        events.Select(e => e.Start!.AsUtc).ShouldNotContain(At("2026-11-30 09:00").ToDateTimeUtc());
        Ical.Net.Calendar.Load(later)!.Events.Select(e => e.Uid).Intersect(events.Select(e => e.Uid)).Count().ShouldBe(events.Count, "the same turns under the same ids a day later");
        first.Split("\r\n").ShouldAllBe(line => System.Text.Encoding.UTF8.GetByteCount(line) <= 75);
    }

    [Theory]
    [InlineData("09:00 London Mon-Fri: Dana, Lee", "09:00 Europe/London Mon-Fri weekly Mon 2026-11-23: Dana, Lee")]
    [InlineData("9:00: nobody", "09:00 Europe/London Mon-Sun weekly Mon 2026-11-23: ")]
    [InlineData("18:00 New York: lee", "18:00 America/New_York Mon-Sun weekly Mon 2026-11-23: Lee")]
    public void Reads_a_shift_as_people_type_it(string line, string shift)
    {
        var known = SampleStaff.Directory(SampleStaff.Dana, SampleStaff.Lee);
        var (shifts, wrong) = ShiftLines.Read(line, "weekly Mon", new LocalDate(2026, 11, 23), SampleStaff.Dana, known);
        wrong.ShouldBeEmpty();
        ShiftText.Format(shifts!.ShouldHaveSingleItem(), id => known.PersonById(id)!.Name).ShouldBe(shift);
    }

    [Theory]
    [InlineData("", "Write at least one line, such as 09:00 London: Dana, Lee.")]
    [InlineData("Dana and Lee", "'Dana and Lee' does not say when and who. Write a time, a place and names, such as 09:00 London: Dana, Lee.")]
    [InlineData("09:00 Atlantis: Dana", "'Atlantis' is not a time zone. Write a city or an IANA name, such as Europe/London.")]
    [InlineData("09:00 London:", "'09:00 London:' names nobody. Write who takes turns, or the word nobody.")]
    [InlineData("09:00 London: Zoe", "Nobody here is called Zoe. Write the name as it stands in /liaison people.")]
    [InlineData("09:00 London: Dana\n10:00 Berlin: Lee", "Two of these shifts begin at the same moment. Give one of them another time or other days.")]
    public void Says_what_is_wrong_with_a_shift(string lines, string sentence) => ShiftLines
        .Read(lines, "daily", new LocalDate(2026, 11, 23), SampleStaff.Dana, SampleStaff.Directory(SampleStaff.Dana, SampleStaff.Lee)).Wrong.ShouldBe(sentence);

    private static OnCallIndex Index(IReadOnlyList<OnCallOverride> overrides) => new([Weekly], overrides, [SampleStaff.Dana, SampleStaff.Lee, SampleStaff.Priya]);

    private static Instant At(string utc) => InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(utc).Value;
}
