using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Reports;

public sealed class WeeklyDigestJobTests
{
    private static readonly Instant Monday = ReportsTown.Monday;
    private static readonly Duration Week = Duration.FromDays(7);

    [Fact]
    public async Task The_very_first_start_posts_nothing()
    {
        await using var town = await ReportsTown.CreateAsync();
        await TickAsync(town, Monday + Duration.FromHours(2));
        await TickAsync(town, Monday + Duration.FromHours(3));
        (await town.PostedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Posts_once_when_it_is_due()
    {
        await using var town = await StartedAsync();
        await TickAsync(town, Monday - Duration.FromSeconds(1));
        (await town.PostedAsync()).ShouldBeEmpty();
        await town.CaseAsync("ACME-1", opened: 30);

        await TickAsync(town, Monday);
        await TickAsync(town, Monday + Duration.FromMinutes(1));

        var posted = (await town.PostedAsync()).ShouldHaveSingleItem();
        posted.ShouldStartWith("Week of 16 Nov: 1 case opened, 0 resolved");
        posted.ShouldNotContain("Late:");
    }

    [Fact]
    public async Task Several_servers_post_it_once_between_them()
    {
        await using var town = await StartedAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TickAsync(town, Monday)));
        (await town.PostedAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Several_servers_may_start_for_the_first_time_at_once()
    {
        await using var town = await ReportsTown.CreateAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TickAsync(town, Monday)));
        (await town.PostedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task After_weeks_away_only_the_newest_is_posted_and_says_that_it_is_late()
    {
        await using var town = await StartedAsync();
        await TickAsync(town, Monday + (3 * Week) + Duration.FromHours(5));
        var posted = (await town.PostedAsync()).ShouldHaveSingleItem();
        posted.ShouldStartWith("Week of 7 Dec");
        posted.ShouldContain("Late: this was due Mon 14 Dec, 09:00 UTC.");
    }

    [Fact]
    public async Task Within_the_hour_it_is_not_late()
    {
        await using var town = await StartedAsync();
        await TickAsync(town, Monday + Duration.FromHours(1));
        (await town.PostedAsync()).ShouldHaveSingleItem().ShouldNotContain("Late:");
    }

    [Fact]
    public async Task Each_week_has_its_own()
    {
        await using var town = await StartedAsync();
        await TickAsync(town, Monday);
        await TickAsync(town, Monday + Week);
        (await town.PostedAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task When_the_post_cannot_be_queued_it_is_still_due()
    {
        await using var town = await StartedAsync();
        await town.RunAsync("alter table outbox add constraint broken check (false)");
        await Should.ThrowAsync<Npgsql.PostgresException>(() => TickAsync(town, Monday));
        await town.RunAsync("alter table outbox drop constraint broken");
        await TickAsync(town, Monday + Duration.FromMinutes(1));
        (await town.PostedAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Goes_to_the_management_room_of_each_platform()
    {
        await using var town = await StartedAsync("management admins");
        await town.AddRoomAsync("management", "teams");
        await TickAsync(town, Monday);
        (await town.Database.Ask("select lane from outbox order by lane").ListAsync(row => row.Text(0), CancellationToken.None)).ShouldBe(["slack:C0MANAGEMENT", "teams:C0MANAGEMENT"]);
    }

    [Fact]
    public async Task Goes_to_the_admins_when_there_is_no_management_channel()
    {
        await using var town = await StartedAsync("admins");
        await TickAsync(town, Monday);
        (await town.Database.Ask("select lane from outbox").ListAsync(row => row.Text(0), CancellationToken.None)).ShouldBe(["slack:C0ADMINS"]);
    }

    [Fact]
    public async Task Waits_for_a_channel_when_there_is_none()
    {
        await using var town = await StartedAsync();
        await town.RunAsync("delete from staff_channels");
        await town.Directory.RefreshAsync(CancellationToken.None);
        await TickAsync(town, Monday);
        (await town.PostedAsync()).ShouldBeEmpty();
        await town.AddRoomAsync("management");
        await TickAsync(town, Monday + Duration.FromMinutes(30));
        (await town.PostedAsync()).ShouldHaveSingleItem();
    }

    /// <summary>A town whose service has run since the Monday before.</summary>
    private static async Task<ReportsTown> StartedAsync(string rooms = "management")
    {
        var town = await ReportsTown.CreateAsync(rooms);
        await TickAsync(town, Monday - Week);
        return town;
    }

    private static Task TickAsync(ReportsTown town, Instant now) => town.Job().RunAsync(now, CancellationToken.None);
}
