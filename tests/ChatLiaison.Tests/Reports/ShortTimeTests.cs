using ChatLiaison.Reports;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Reports;

public sealed class ShortTimeTests
{
    [Theory]
    [InlineData(0.5, "30s", "30s")]
    [InlineData(45, "45m", "45m")]
    [InlineData(90.4, "1h30m", "1h30m")]
    [InlineData(59.9, "1h", "1h")]
    [InlineData(60 * 26, "26h", "1d2h")]
    [InlineData(60 * 47.8, "48h", "2d")]
    public void Fits_a_small_cell(double minutes, string working, string calendar)
    {
        var time = Duration.FromMinutes(minutes);
        ShortTime.Hours(time).ShouldBe(working);
        ShortTime.Days(time).ShouldBe(calendar);
    }

    [Fact]
    public void Nothing_is_a_dash() => (ShortTime.Hours(null) + ShortTime.Days(null)).ShouldBe("––");
}
