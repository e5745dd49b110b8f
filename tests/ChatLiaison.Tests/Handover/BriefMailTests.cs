using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Handover;
using ChatLiaison.People;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Handover;

public sealed class BriefMailTests
{
    [Fact]
    public async Task A_brief_goes_where_the_directory_has_engineering_and_never_to_a_customer()
    {
        await using var world = await DeskWorld.CreateAsync();
        var mail = world.Get<BriefMail>();
        var c = await world.OpenAsync();
        var jun = world.Person("Jun");
        var named = c with { EngineeringOwner = new Party(jun.Id, jun.Name) };

        mail.AddressOf(c, world.Now)!.To.ShouldBe(new ToChannel("slack", "C0TRIAGE"));
        mail.AddressOf(c, world.Now)!.InThread.ShouldBeTrue();
        mail.AddressOf(named, world.Now)!.To.ShouldBe(new ToPerson("slack", "U0JUN"));

        await NameRoomAsync(world, "C0ENG");
        mail.AddressOf(named, world.Now)!.To.ShouldBe(new ToChannel("slack", "C0ENG"));
        mail.AddressOf(named with { Restricted = true }, world.Now)!.To.ShouldBe(new ToPerson("slack", "U0JUN"));
        mail.AddressOf(c with { Restricted = true }, world.Now).ShouldBeNull();

        await NameRoomAsync(world, "C0ACME");
        mail.AddressOf(named, world.Now)!.To.ShouldBe(new ToPerson("slack", "U0JUN"));
    }

    private static async Task NameRoomAsync(DeskWorld world, string channel)
    {
        await world.WriteAsync(work => StaffChannelStore.Write(work, ChannelUse.Engineering, new StaffChannel("slack", channel), null));
        await world.Get<ChatLiaison.People.Directory>().RefreshAsync(CancellationToken.None);
    }
}
