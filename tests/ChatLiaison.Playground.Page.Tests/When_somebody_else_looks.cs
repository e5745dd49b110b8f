using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ChatLiaison.Playground.Page.Tests;

public sealed class When_somebody_else_looks(RunningPlayground playground)
{
    [Fact]
    public async Task A_customer_sees_their_own_channel_and_no_room_of_ours()
    {
        await playground.TidyAsync();
        await using var visitor = await Visitor.ComeAsync(playground, place: "as=dana&slack=triage&teams=triage");
        await visitor.BeAsync("Ada Byrne");

        foreach (var side in new[] { "slack", "teams" })
        {
            var rooms = visitor.Pane(side).GetByRole(AriaRole.Navigation);
            await Expect(rooms.Filter(new() { HasText = "customer-acme" })).ToHaveCountAsync(1);
            await Expect(rooms.Filter(new() { HasText = "triage" })).ToHaveCountAsync(0);
            await Expect(rooms.Filter(new() { HasText = "globex" })).ToHaveCountAsync(0);
        }
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_a_customer_writes_is_unread_for_their_liaison_until_it_is_looked_at(string side)
    {
        await playground.TidyAsync();
        await using var visitor = await Visitor.ComeAsync(playground, place: "as=dana&slack=random&teams=random");
        await visitor.BeAsync("Ada Byrne");
        await visitor.WriteAsync(side, "Is anybody there?");
        await Expect(visitor.Messages(side)).ToContainTextAsync("Is anybody there?");
        await visitor.BeAsync("Dana Park");

        var room = visitor.Pane(side).GetByRole(AriaRole.Button, new() { NameRegex = new("customer-acme") });
        await Expect(room.Locator("em")).ToBeVisibleAsync();
        await room.ClickAsync();

        await Expect(visitor.Messages(side)).ToContainTextAsync("Is anybody there?");
        await Expect(room.Locator("em")).ToHaveCountAsync(0);
    }
}
