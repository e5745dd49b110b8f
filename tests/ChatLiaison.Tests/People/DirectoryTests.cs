using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.People;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.People;

public sealed class DirectoryTests
{
    private static readonly ChatPlace AcmeChannel = new("slack", PlaceKind.Channel, "C0ACME");
    private static readonly ChatPlace Direct = new("slack", PlaceKind.Direct, "D1");

    [Fact]
    public async Task Learns_what_another_server_changed()
    {
        await using var here = await DirectoryWorld.WithSampleAsync();
        await using var there = here.Neighbour();
        await there.Directory.LoadAsync(default);
        (await there.Directory.RefreshIfChangedAsync(default)).ShouldBeFalse();

        await here.WriteAsync(work => PersonStore.Write(work, [(here.Person("Lee") with { Name = "Lee O." }, null)]));

        there.Person("Lee").Name.ShouldBe("Lee Osei");
        (await there.Directory.RefreshIfChangedAsync(default)).ShouldBeTrue();
        there.Person("Lee").Name.ShouldBe("Lee O.");
    }

    [Fact]
    public async Task Watches_for_changes_of_other_servers_by_itself()
    {
        await using var here = await DirectoryWorld.WithSampleAsync();
        await using var there = here.Neighbour();
        await there.Directory.LoadAsync(default);
        using var watch = new DirectoryWatch(there.Directory, TimeProvider.System, NullLogger<DirectoryWatch>.Instance);
        await watch.StartAsync(default);

        await here.WriteAsync(work => StaffChannelStore.Remove(work, ChannelUse.Triage, "slack"));

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (there.Directory.Current.IsStaffChannel("slack", "C0TRIAGE"))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
        }

        await watch.StopAsync(default);
        there.Directory.Current.Channel(ChannelUse.Triage, "slack")!.Platform.ShouldBe("teams");
    }

    [Fact]
    public async Task Knows_our_people_with_their_roles_and_the_channels_customer()
    {
        await using var world = await DirectoryWorld.WithSampleAsync();

        var caller = world.Directory.Identify(new ChatPerson("slack", "U0DANA", "dana.p", External: false), AcmeChannel);

        caller.IsStaff.ShouldBeTrue();
        caller.Name.ShouldBe("Dana Park");
        caller.Roles.ShouldBe([Role.Liaison]);
        caller.CustomerId.ShouldBe(world.Customer("ACME").Id);
    }

    [Fact]
    public async Task Never_gives_an_outsider_a_role()
    {
        await using var world = await DirectoryWorld.WithSampleAsync();

        var caller = world.Directory.Identify(new ChatPerson("slack", "U0SAM", "Sam", External: true), Direct);

        caller.IsStaff.ShouldBeFalse();
        caller.IsCustomer.ShouldBeTrue();
        caller.Roles.ShouldBeEmpty();
    }

    [Fact]
    public async Task Gives_somebody_who_has_left_nothing()
    {
        await using var world = await DirectoryWorld.WithSampleAsync();
        await world.WriteAsync(work => PersonStore.Write(work, [(world.Person("Sam") with { Active = false }, null)]));

        world.Directory.Identify(new ChatPerson("slack", "U0SAM", "Sam", External: false), Direct).IsStaff.ShouldBeFalse();
        world.Directory.Current.WithRole(Role.Admin).ShouldBeEmpty();
        world.Directory.Current.PersonById(world.Person("Sam").Id).ShouldNotBeNull();
    }

    [Fact]
    public async Task Knows_a_contact_by_their_customer_wherever_they_speak()
    {
        await using var world = await DirectoryWorld.WithSampleAsync();

        var caller = world.Directory.Identify(new ChatPerson("slack", "U0OMAR", "omar", External: false), AcmeChannel);

        caller.IsCustomer.ShouldBeTrue("a guest account must not pass for one of ours");
        caller.Name.ShouldBe("Omar Reyes");
        caller.CustomerId.ShouldBe(world.Customer("GLOBEX").Id);
    }

    [Fact]
    public async Task Takes_the_customer_from_the_channel_for_a_stranger()
    {
        await using var world = await DirectoryWorld.WithSampleAsync();
        var stranger = new ChatPerson("slack", "U0WHO", "Who", External: true);

        world.Directory.Identify(stranger, AcmeChannel).CustomerId.ShouldBe(world.Customer("ACME").Id);
        world.Directory.Identify(stranger, Direct).CustomerId.ShouldBeNull();
        world.Directory.Identify(stranger with { Platform = "teams" }, AcmeChannel with { Platform = "teams" }).CustomerId.ShouldBeNull();
    }

    [Fact]
    public async Task The_last_resort_falls_back_to_admins_and_then_to_triage()
    {
        await using var world = await DirectoryWorld.WithSampleAsync();
        string Resort() => world.Directory.Current.Channel(ChannelUse.LastResort, "slack")?.ChannelId ?? "nowhere";

        foreach (var (use, next) in new[] { (ChannelUse.LastResort, "C0ADMINS"), (ChannelUse.Admins, "C0TRIAGE"), (ChannelUse.Triage, "nowhere") })
        {
            await world.WriteAsync(work =>
            {
                StaffChannelStore.Remove(work, use, "slack");
                StaffChannelStore.Remove(work, use, "teams");
            });
            Resort().ShouldBe(next);
        }
    }

    [Fact]
    public async Task Marks_a_person_unreachable_and_reachable_again()
    {
        await using var world = await DirectoryWorld.WithSampleAsync();
        var dana = world.Person("Dana");
        await world.People.MarkUnreachableAsync(dana.Id, "slack", "The app is not installed.", DirectoryWorld.Now, default);
        await world.Directory.RefreshAsync(default);

        world.Person("Dana").UnreachableOn.ShouldBe(["slack"]);
        world.Person("Dana").ReachableOn(new HashSet<string> { "slack", "teams" }).ShouldBe(["teams"]);
        (await world.People.UnreachableAsync(default)).ShouldBe([new(dana.Id, "slack", DirectoryWorld.Now, "The app is not installed.")]);
        await world.ImportAsync(DirectoryWorld.Sample.Replace("Dana Park", "Dana P", StringComparison.Ordinal));
        world.Person("Dana").UnreachableOn.ShouldBe(["slack"]);

        await world.People.MarkReachableAsync(dana.Id, "slack", DirectoryWorld.Now, default);
        await world.Directory.RefreshAsync(default);
        world.Person("Dana").UnreachableOn.ShouldBeEmpty();
    }

    [Fact]
    public async Task Hears_that_a_channel_has_another_id_and_who_took_the_app_away()
    {
        await using var world = await DirectoryWorld.WithSampleAsync();
        var listener = new DirectoryListener(world.Database, world.Directory);
        var dana = new ChatPerson("slack", "U0DANA", "Dana", External: false);

        await listener.NoticeAsync(new ChatNotice(dana, AcmeChannel, "k", NoticeKind.ChannelIdChanged, Text: "C9ACME"), DirectoryWorld.Now, default);
        await listener.NoticeAsync(new ChatNotice(dana, new("slack", PlaceKind.Channel, "C0TRIAGE"), "k", NoticeKind.ChannelIdChanged, Text: "C9TRIAGE"), DirectoryWorld.Now, default);
        await listener.NoticeAsync(new ChatNotice(dana, Direct, "k", NoticeKind.PersonUninstalled), DirectoryWorld.Now, default);

        world.Directory.Current.CustomerByChannel("slack", "C9ACME")!.Key.ShouldBe("ACME");
        world.Directory.Current.IsCustomerChannel("slack", "C0ACME").ShouldBeFalse();
        world.Directory.Current.Channel(ChannelUse.Triage, "slack")!.ChannelId.ShouldBe("C9TRIAGE");
        world.Person("Dana").UnreachableOn.ShouldBe(["slack"]);

        await listener.NoticeAsync(new ChatNotice(dana, Direct, "k", NoticeKind.PersonInstalled), DirectoryWorld.Now, default);
        world.Person("Dana").UnreachableOn.ShouldBeEmpty();
    }
}
