using ChatLiaison.Wording;
using NodaTime;
using NodaTime.Text;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Wording;

public sealed class SpokenTimeTests
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    /// <summary>A Monday, 10:00 in London.</summary>
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 10, 0);

    [Theory]
    [InlineData("call Ada in 2 hours", "2026-11-23T12:00", "call Ada")]
    [InlineData("call Ada within 30 min", "2026-11-23T10:30", "call Ada")]
    [InlineData("call Ada at 15:00", "2026-11-23T15:00", "call Ada")]
    [InlineData("call Ada by 3 pm tomorrow", "2026-11-24T15:00", "call Ada")]
    [InlineData("call Ada on Friday at 10:00", "2026-11-27T10:00", "call Ada")]
    [InlineData("call Ada at 9:00", "2026-11-23T09:00", "call Ada")]
    [InlineData("call Ada in 2 days", "2026-11-25T10:00", "call Ada")]
    [InlineData("call Ada in 2 days at 15:00", "2026-11-25T15:00", "call Ada")]
    [InlineData("at 15:00 in 2 days call Ada", "2026-11-25T15:00", "call Ada")]
    public void A_time_is_read_as_it_is_said(string said, string at, string words)
    {
        var found = SpokenTime.Find(said, Now, London);

        found.ShouldNotBeNull();
        LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd'T'HH:mm").Format(found.Value.At.InZone(London).LocalDateTime).ShouldBe(at);
        found.Value.Words.ShouldBe(words);
    }

    [Theory]
    [InlineData("call Ada soon")]
    [InlineData("call Ada at 3")]
    [InlineData("call Ada at 25:00")]
    public void What_may_mean_anything_is_asked_for(string said) => SpokenTime.Find(said, Now, London).ShouldBeNull();
}
