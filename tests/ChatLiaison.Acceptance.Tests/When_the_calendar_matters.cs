using ChatLiaison.TestKit;
using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_the_calendar_matters : Story
{
    [Theory]
    [InlineData("slack", "Europe/London", "2027-03-26T17:00:00Z", "2027-03-29 11:30")]
    [InlineData("teams", "Europe/London", "2027-03-26T17:00:00Z", "2027-03-29 11:30")]
    [InlineData("slack", "America/New_York", "2027-03-12T22:00:00Z", "2027-03-15 16:30")]
    [InlineData("teams", "America/New_York", "2027-03-12T22:00:00Z", "2027-03-15 16:30")]
    public async Task Working_hours_are_counted_over_a_change_of_the_clocks(string platform, string zone, string friday, string due)
    {
        var playbook = Directory.CreateTempSubdirectory("chatliaison-playbook-");
        await File.WriteAllTextAsync(Path.Combine(playbook.FullName, "organisation.yaml"), $"name: Customer Support\ntime_zone: {zone}\n");
        await OpenDeskAsync(platform, DateTimeOffset.Parse(friday), playbook.FullName);
        await TakeDownAsync();
        var found = await Desk.Records.ListAsync("select to_char(due_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') from promises where kind = 'FirstResponse'");
        found.ShouldBe([due]);
        playbook.Delete(recursive: true);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task The_digest_comes_once_whatever_the_number_of_servers(string platform)
    {
        await OpenDeskAsync(platform, TestClock.MondayMorning.AddHours(-1));
        await Desk.StartServerAsync();
        await Desk.RunJobsAsync();
        App.In(Room.Management).ShouldBeEmpty();
        Desk.Clock.Advance(TimeSpan.FromMinutes(70));
        await Desk.RunJobsTogetherAsync();
        await Desk.AdvanceAsync(TimeSpan.FromHours(3));
        App.In(Room.Management).Count(n => n.Says("Week of")).ShouldBe(1);
        App.In(Room.Management).ShouldNotContain(n => n.Says("Late:"));
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_digest_that_was_missed_comes_late_and_says_so(string platform)
    {
        await OpenDeskAsync(platform, TestClock.MondayMorning.AddDays(-2));
        await Desk.RunJobsAsync();
        await Desk.StopServersAsync();
        Desk.Clock.Advance(TimeSpan.FromDays(3));
        await Desk.StartServerAsync();
        await Desk.StartServerAsync();
        await Desk.RunJobsTogetherAsync();
        (await Desk.ShowsAsync(Room.Management, "Week of")).Words.ShouldContain("Late: this was due");
        App.In(Room.Management).Count(n => n.Says("Week of")).ShouldBe(1);
    }
}
