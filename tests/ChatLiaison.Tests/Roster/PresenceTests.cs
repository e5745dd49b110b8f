using ChatLiaison.Customers;
using ChatLiaison.People;
using ChatLiaison.Roster;
using ChatLiaison.Time;
using NodaTime;
using Shouldly;
using Xunit;
using static ChatLiaison.Tests.People.SampleStaff;

namespace ChatLiaison.Tests.Roster;

public sealed class PresenceTests
{
    private static readonly BusinessCalendar British = new(
        "british", DateTimeZoneProviders.Tzdb["Europe/London"], PersonFields.Hours(PersonFields.DefaultHours), [new Holiday(new(2026, 11, 24), "Founders' Day")]);

    [Theory]
    [InlineData(23, "at work now (12:00 there)")]
    [InlineData(24, "has a day off: Founders' Day (12:00 there)")]
    [InlineData(28, "outside working hours, but awake (12:00 there)")]
    public void Nobody_is_said_to_be_at_work_on_a_public_holiday(int day, string words) => Presence.Say(
        Dana, new Availability(new(new StaffIndex([Dana], []), CustomerIndex.Empty), Instant.FromUtc(2026, 11, day, 12, 0), [British])).ToPlain().ShouldBe(words);

    [Theory]
    [InlineData("", "north south")]
    [InlineData("south", "south north")]
    [InlineData("north", "north south")]
    [InlineData("east", "north south")]
    public void A_person_is_written_to_where_they_want_it_first(string writeTo, string order)
    {
        var both = Person("Dana", ChatLiaison.Commands.Role.Liaison, "Europe/London", "north", "south") with { WriteTo = writeTo };
        string.Join(' ', both.ReachableOn(new HashSet<string> { "north", "south" })).ShouldBe(order);
    }
}
