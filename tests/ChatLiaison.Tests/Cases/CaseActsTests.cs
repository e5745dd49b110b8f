using ChatLiaison.Cases;
using ChatLiaison.Chat;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Cases;

public sealed class CaseActsTests
{
    [Theory]
    [InlineData("U0ADA", true, false, true)]
    [InlineData("U0OMAR", true, false, false)]
    [InlineData("U0STRANGER", true, false, false)]
    [InlineData("U0PRIYA", false, false, true)]
    [InlineData("U0ADA", true, true, true)]
    [InlineData("U0COLLEAGUE", true, true, false)]
    [InlineData("U0PRIYA", false, true, false)]
    [InlineData("U0DANA", false, true, true)]
    [InlineData("U0GRACE", false, true, true)]
    [InlineData("U0SAM", false, true, true)]
    public async Task Customers_see_their_own_cases_and_few_see_a_restricted_one(string user, bool external, bool restricted, bool sees)
    {
        await using var world = await DeskWorld.CreateAsync();
        var c = Draft.Case(world.Known.CustomerByKey("ACME")!, ChatLiaison.Playbook.Priority.P3, world.Now) with { Restricted = restricted };

        CaseActs.MaySee(world.Caller(user, external), c).ShouldBe(sees);
    }

    [Fact]
    public async Task A_thread_shows_its_case_only_to_those_who_may_see_it()
    {
        await using var world = await DeskWorld.CreateAsync();
        var c = await world.OpenAsync();
        await world.DeliverAsync();
        var root = world.Slack.Sent.Single(m => m.Where.ChannelId == "C0ACME").Where.MessageId;
        var place = new ChatPlace("slack", PlaceKind.Channel, "C0ACME", root);
        Task<Reply> AskAsync(string user, bool external) =>
            world.Inbox.CommandAsync(new CommandCall(new ChatPerson("slack", user, user, external), place, "", "case", ""), CancellationToken.None);

        (await AskAsync("U0ADA", true)).ShouldBeOfType<CardReply>().Card.ShouldBeOfType<CustomerCard>();
        (await AskAsync("U0OMAR", true)).ShouldBeOfType<RefusedReply>();

        await world.RunAsync("update cases set restricted = true where id = $1", c.Id);
        (await AskAsync("U0PRIYA", false)).ShouldBeOfType<RefusedReply>();
        (await AskAsync("U0GRACE", false)).ShouldBeOfType<CardReply>();
    }
}
