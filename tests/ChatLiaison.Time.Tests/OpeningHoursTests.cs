using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Time.Tests;

public class OpeningHoursTests
{
    [Fact]
    public void Reads_several_intervals_a_day()
    {
        var hours = At.Hours("Mon-Fri 09:00-12:30 13:30-17:30; Sat 10:00-14:00");

        hours.On(IsoDayOfWeek.Friday).ShouldBe(
        [
            new OpenInterval(new LocalTime(9, 0), new LocalTime(12, 30)),
            new OpenInterval(new LocalTime(13, 30), new LocalTime(17, 30)),
        ]);
        hours.On(IsoDayOfWeek.Saturday).ShouldBe([At.Open(10, 14)]);
        hours.On(IsoDayOfWeek.Sunday).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Mon-Fri 09:00-12:30 13:30-17:30; Sat 10:00-14:00", "Mon-Fri 09:00-12:30 13:30-17:30; Sat 10:00-14:00")]
    [InlineData("monday,WED 9:00-17:00", "Mon 09:00-17:00; Wed 09:00-17:00")]
    [InlineData("Fri - Mon 08:00 – 10:00", "Mon 08:00-10:00; Fri-Sun 08:00-10:00")]
    [InlineData("Mon 13:00-17:00 08:00-12:00", "Mon 08:00-12:00 13:00-17:00")]
    [InlineData("Mon 08:00-12:00; Mon 12:00-13:00", "Mon 08:00-13:00")]
    [InlineData("Tue 12:00-00:00", "Tue 12:00-24:00")]
    [InlineData("Fri 22:00-06:00", "Fri 22:00-24:00; Sat 00:00-06:00")]
    [InlineData("Sun 22:00-06:00", "Mon 00:00-06:00; Sun 22:00-24:00")]
    [InlineData("Mon-Sun 00:00-24:00", "Mon-Sun 00:00-24:00")]
    [InlineData("closed", "closed")]
    public void Writes_one_text_for_what_means_the_same(string text, string canonical) => At.Hours(text).ToString().ShouldBe(canonical);

    [Theory]
    [InlineData("", "The opening hours are empty; write for example Mon-Fri 09:00-17:30; Sat 10:00-14:00.")]
    [InlineData("Mon", "'Mon' needs both weekdays and times; write for example Mon-Fri 09:00-17:30; Sat 10:00-14:00.")]
    [InlineData("09:00-17:00", "'09:00-17:00' needs both weekdays and times; write for example Mon-Fri 09:00-17:30; Sat 10:00-14:00.")]
    [InlineData("Mo 09:00-17:00", "'Mo' is not a weekday or a range of weekdays; write Mon, Mon-Fri or Mon,Wed.")]
    [InlineData("Mon-Wed-Fri 09:00-17:00", "'Mon-Wed-Fri' is not a weekday or a range of weekdays; write Mon, Mon-Fri or Mon,Wed.")]
    [InlineData("Mon 9-17", "'9-17' is not a span of the day; write it like 09:00-17:30.")]
    [InlineData("Mon 09:00-25:00", "'09:00-25:00' is not a span of the day; write it like 09:00-17:30.")]
    [InlineData("Mon 09:00-09:00", "'09:00-09:00' starts and ends at the same time; give it a length, or write 00:00-24:00 for the whole day.")]
    [InlineData("Mon 09:00-12:00 11:00-13:00", "Mon has 09:00-12:00 and 11:00-13:00, which overlap; join them into one interval.")]
    [InlineData("Mon 22:00-06:00; Tue 05:00-08:00", "Tue has 00:00-06:00 and 05:00-08:00, which overlap; join them into one interval.")]
    public void Refuses_with_a_sentence_that_says_what_to_write(string text, string expected)
    {
        OpeningHours.TryParse(text, out var hours, out var error).ShouldBeFalse();

        hours.ShouldBeNull();
        error.ShouldBe(expected);
    }

    [Fact]
    public void Round_trips_any_week() => Any.Holds(Any.Hours, hours => At.Hours(hours.ToString()).Equals(hours));

    [Fact]
    public void Is_equal_by_what_it_opens()
    {
        At.Hours("Mon,Tue 08:00-12:00").ShouldBe(At.Hours("Tue 08:00-12:00; Mon 08:00-10:00 10:00-12:00"));
        At.Hours("Mon 08:00-12:00").ShouldNotBe(At.Hours("Mon 08:00-12:01"));
    }

    [Fact]
    public void Keeps_intervals_to_the_minute_and_in_order()
    {
        Should.Throw<ArgumentException>(() => new OpenInterval(new LocalTime(9, 0, 30), new LocalTime(10, 0)));
        Should.Throw<ArgumentException>(() => new OpenInterval(new LocalTime(10, 0), new LocalTime(9, 0)));
    }
}
