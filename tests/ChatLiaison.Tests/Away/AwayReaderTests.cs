using System.Globalization;
using ChatLiaison.Away;
using ChatLiaison.Time;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Away;

/// <summary>What people type, and what is understood. It is Monday 23 November 2026, 12:00 in London; work is Monday to Friday from nine.</summary>
public sealed class AwayReaderTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 12, 0);
    private static readonly string[] Names = ["lee", "lee osei", "priya", "priya raman", "dana"];

    /// <summary>Typed, then "from until" in local time.</summary>
    [Theory]
    [InlineData("today", "23 Nov 12:00", "24 Nov 09:00")]
    [InlineData("tomorrow", "24 Nov 00:00", "25 Nov 09:00")]
    [InlineData("Tomorrow.", "24 Nov 00:00", "25 Nov 09:00")]
    [InlineData("tmrw", "24 Nov 00:00", "25 Nov 09:00")]
    [InlineData("the day after tomorrow", "25 Nov 00:00", "26 Nov 09:00")]
    [InlineData("Friday", "27 Nov 00:00", "30 Nov 09:00")]
    [InlineData("on Friday", "27 Nov 00:00", "30 Nov 09:00")]
    [InlineData("next Friday", "04 Dec 00:00", "07 Dec 09:00")]
    [InlineData("this week", "23 Nov 12:00", "30 Nov 09:00")]
    [InlineData("next week", "30 Nov 00:00", "07 Dec 09:00")]
    [InlineData("the weekend", "28 Nov 00:00", "30 Nov 09:00")]
    [InlineData("next month", "01 Dec 00:00", "01 Jan 09:00")]
    [InlineData("December", "01 Dec 00:00", "01 Jan 09:00")]
    [InlineData("this afternoon", "23 Nov 12:00", "24 Nov 09:00")]
    [InlineData("tomorrow morning", "24 Nov 00:00", "24 Nov 12:00")]
    [InlineData("tomorrow afternoon", "24 Nov 12:00", "25 Nov 09:00")]
    [InlineData("tonight", "23 Nov 17:00", "24 Nov 09:00")]
    [InlineData("2h", "23 Nov 12:00", "23 Nov 14:00")]
    [InlineData("for 2 hours", "23 Nov 12:00", "23 Nov 14:00")]
    [InlineData("an hour", "23 Nov 12:00", "23 Nov 13:00")]
    [InlineData("half an hour", "23 Nov 12:00", "23 Nov 12:30")]
    [InlineData("90 min", "23 Nov 12:00", "23 Nov 13:30")]
    [InlineData("1h30", "23 Nov 12:00", "23 Nov 13:30")]
    [InlineData("1 h 30 m", "23 Nov 12:00", "23 Nov 13:30")]
    [InlineData("2 days", "23 Nov 12:00", "25 Nov 09:00")]
    [InlineData("a week", "23 Nov 12:00", "30 Nov 09:00")]
    [InlineData("for 2 weeks from Monday", "23 Nov 12:00", "07 Dec 09:00")]
    [InlineData("3 days from 1 Dec", "01 Dec 00:00", "04 Dec 09:00")]
    [InlineData("in 2 hours for 30 min", "23 Nov 14:00", "23 Nov 14:30")]
    [InlineData("tomorrow at 9:00 for 2h", "24 Nov 09:00", "24 Nov 11:00")]
    [InlineData("until Tuesday 9:00", "23 Nov 12:00", "24 Nov 09:00")]
    [InlineData("until Tuesday at 9", "23 Nov 12:00", "24 Nov 09:00")]
    [InlineData("until 9am Tuesday", "23 Nov 12:00", "24 Nov 09:00")]
    [InlineData("till Tuesday", "23 Nov 12:00", "24 Nov 09:00")]
    [InlineData("until Saturday", "23 Nov 12:00", "30 Nov 09:00")]
    [InlineData("until Monday", "23 Nov 12:00", "30 Nov 09:00")]
    [InlineData("until Monday 8:00", "23 Nov 12:00", "30 Nov 08:00")]
    [InlineData("until 1 Dec", "23 Nov 12:00", "01 Dec 09:00")]
    [InlineData("until December 1st", "23 Nov 12:00", "01 Dec 09:00")]
    [InlineData("until the 1st of December at 14:30", "23 Nov 12:00", "01 Dec 14:30")]
    [InlineData("until 2026-12-01", "23 Nov 12:00", "01 Dec 09:00")]
    [InlineData("until 2026-12-01 10:15", "23 Nov 12:00", "01 Dec 10:15")]
    [InlineData("until 15:00", "23 Nov 12:00", "23 Nov 15:00")]
    [InlineData("until 3pm", "23 Nov 12:00", "23 Nov 15:00")]
    [InlineData("until 3 p.m.", "23 Nov 12:00", "23 Nov 15:00")]
    [InlineData("until 9:00", "23 Nov 12:00", "24 Nov 09:00")]
    [InlineData("until midnight", "23 Nov 12:00", "24 Nov 00:00")]
    [InlineData("until tomorrow noon", "23 Nov 12:00", "24 Nov 12:00")]
    [InlineData("until the end of the week", "23 Nov 12:00", "30 Nov 09:00")]
    [InlineData("for the rest of the day", "23 Nov 12:00", "24 Nov 09:00")]
    [InlineData("until next week", "23 Nov 12:00", "30 Nov 09:00")]
    [InlineData("back Wednesday 10:00", "23 Nov 12:00", "25 Nov 10:00")]
    [InlineData("today from 14:00 to 16:00", "23 Nov 14:00", "23 Nov 16:00")]
    [InlineData("today from 14 to 16", "23 Nov 14:00", "23 Nov 16:00")]
    [InlineData("from 14:00 to 16:00", "23 Nov 14:00", "23 Nov 16:00")]
    [InlineData("14-16", "23 Nov 14:00", "23 Nov 16:00")]
    [InlineData("from 9:00 to 11:00", "24 Nov 09:00", "24 Nov 11:00")]
    [InlineData("from 9:00 to 13:00", "23 Nov 12:00", "23 Nov 13:00")]
    [InlineData("from 22:00 until 6:00", "23 Nov 22:00", "24 Nov 06:00")]
    [InlineData("tomorrow 13:00–15:30", "24 Nov 13:00", "24 Nov 15:30")]
    [InlineData("Monday to Wednesday", "23 Nov 12:00", "26 Nov 09:00")]
    [InlineData("from Thursday until Tuesday", "26 Nov 00:00", "01 Dec 09:00")]
    [InlineData("Thu - Fri", "26 Nov 00:00", "30 Nov 09:00")]
    [InlineData("1-5 Dec", "01 Dec 00:00", "07 Dec 09:00")]
    [InlineData("from 1 Dec to 5 Dec", "01 Dec 00:00", "07 Dec 09:00")]
    [InlineData("1 Dec to 5", "01 Dec 00:00", "07 Dec 09:00")]
    [InlineData("28 Dec - 2 Jan", "28 Dec 00:00", "04 Jan 09:00")]
    [InlineData("from 2026-12-01 09:00 until 2026-12-04 09:00", "01 Dec 09:00", "04 Dec 09:00")]
    [InlineData("I'm away tomorrow", "24 Nov 00:00", "25 Nov 09:00")]
    [InlineData("out of office until Wednesday", "23 Nov 12:00", "25 Nov 09:00")]
    public void Understands_when(string typed, string from, string until)
    {
        var read = Read(typed);

        read.Wrong.ShouldBe("");
        Local(read.Wish!.From).ShouldBe(from);
        Local(read.Wish.Until).ShouldBe(until);
        read.Wish.Reason.ShouldBe("");
        read.Wish.Cover.ShouldBe("");
    }

    [Theory]
    [InlineData("tomorrow because of a course cover @Lee", "of a course|a course", "Lee")]
    [InlineData("tomorrow cover @Lee because dentist", "dentist", "Lee")]
    [InlineData("cover @Lee until Tuesday", "", "Lee")]
    [InlineData("until Tuesday, covered by Lee Osei", "", "Lee Osei")]
    [InlineData("2h with cover Priya", "", "Priya")]
    [InlineData("tomorrow because my insurance cover expired", "my insurance cover expired", "")]
    [InlineData("tomorrow because my insurance cover expired cover @Priya Raman", "my insurance cover expired", "Priya Raman")]
    [InlineData("tomorrow (doctor) cover Lee", "doctor", "Lee")]
    [InlineData("today sick", "sick", "")]
    [InlineData("tomorrow for a wedding", "a wedding", "")]
    [InlineData("tomorrow for training", "training", "")]
    [InlineData("until Friday due to moving house", "moving house", "")]
    [InlineData("tomorrow cover @Nobody Known", "", "Nobody Known")]
    [InlineData("2h because <!channel> & *bold*", "<!channel> & *bold*", "")]
    public void Understands_why_and_who(string typed, string reasons, string cover)
    {
        var read = Read(typed);

        read.Wrong.ShouldBe("");
        reasons.Split('|').ShouldContain(read.Wish!.Reason);
        read.Wish.Cover.ShouldBe(cover);
    }

    [Theory]
    [InlineData("", "Say until when")]
    [InlineData("until", "Say until when")]
    [InlineData("until 1/12", "slash")]
    [InlineData("until 15", "a time or a day")]
    [InlineData("until 25:00", "25:00")]
    [InlineData("until 31 Nov", "no 31")]
    [InlineData("until 0 Dec", "no 0")]
    [InlineData("from Monday", "until when as well")]
    [InlineData("tomorrow for 2h", "from what time")]
    [InlineData("in 2 hours", "how long")]
    [InlineData("0h", "no length")]
    [InlineData("5001h", "more than a year")]
    [InlineData("2 years", "more than a year")]
    [InlineData("2 parsecs", "a time or a day")]
    [InlineData("until 2020-01-01", "past")]
    [InlineData("until 1 Jan 2028", "more than a year")]
    [InlineData("from 5 Dec to 1 Dec", "not after the start|more than a year")]
    [InlineData("whenever", "don't understand")]
    [InlineData("-5h", "don't understand")]
    [InlineData("'; drop table absences; --", "don't understand")]
    [InlineData("🏖🏖🏖", "don't understand")]
    [InlineData("99999999999999999999h", "don't understand")]
    [InlineData("until 2026-13-45", "don't understand")]
    public void Says_what_is_wrong(string typed, string words)
    {
        var read = Read(typed);

        read.Wish.ShouldBeNull();
        words.Split('|').ShouldContain(w => read.Wrong.Contains(w, StringComparison.Ordinal), read.Wrong);
        read.Wrong.ShouldEndWith(".");
    }

    [Theory]
    [InlineData("from 28 Mar 2027 01:30 until 28 Mar 2027 03:00", "28 Mar 02:00", "28 Mar 03:00")]
    [InlineData("from 31 Oct 2027 01:30 until 31 Oct 2027 01:45", "31 Oct 01:30", "31 Oct 01:45")]
    public void Goes_over_a_change_of_the_clocks(string typed, string from, string until)
    {
        var wish = Read(typed).Wish!;

        (Local(wish.From), Local(wish.Until)).ShouldBe((from, until));
        wish.Until.ShouldBeGreaterThan(wish.From);
    }

    [Fact]
    public void A_very_long_line_is_read_quickly()
    {
        var began = System.Diagnostics.Stopwatch.StartNew();

        Read(string.Concat(Enumerable.Repeat("until tomorrow cover ", 500)));
        Read("tomorrow because " + new string('(', 3000));

        began.ElapsedMilliseconds.ShouldBeLessThan(5000);
    }

    private static AwayReading Read(string typed) => new AwayReader(
        new LocalCalendar(Noon, DateTimeZoneProviders.Tzdb["Europe/London"], Hours),
        name => Names.Contains(name.TrimStart('@'), StringComparer.OrdinalIgnoreCase)).Read(typed);

    private static OpeningHours Hours => OpeningHours.TryParse("Mon-Fri 09:00-17:30", out var hours, out _) ? hours : throw new InvalidOperationException();

    private static string Local(Instant at) =>
        at.InZone(DateTimeZoneProviders.Tzdb["Europe/London"]).ToString("dd MMM HH:mm", CultureInfo.InvariantCulture);
}
