using ChatLiaison.Cases;
using ChatLiaison.Chat;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Announcements;

public sealed class AnnounceCommandTests
{
    [Fact]
    public async Task It_reaches_the_chosen_rooms_on_every_platform_and_no_room_that_a_customer_reads_by_now()
    {
        await using var world = await DeskWorld.CreateAsync();
        await world.RunAsync("insert into customer_channels (customer_id, platform, channel_id) select id, 'teams', '19:management@thread.tacv2' from customers where key = 'ACME'");
        await world.Get<ChatLiaison.People.Directory>().RefreshAsync(CancellationToken.None);

        await PostAsync(world, "The playbook has changed", "triage", "management");
        await world.DeliverAsync();

        world.Slack.Sent.Concat(world.Teams.Sent).Select(m => m.Where.ChannelId).ShouldBe(["C0TRIAGE", "C0MGMT", "19:triage@thread.tacv2"], ignoreOrder: true);
        (await world.TextsAsync("select by_name || ': ' || title || ', ' || words || ' ' || array_to_string(rooms, ' ') from announcements"))
            .ShouldBe(["Grace Lindqvist: The playbook has changed, Read it. triage management"]);
    }

    [Fact]
    public async Task It_names_no_case_that_not_all_of_a_room_may_see()
    {
        await using var world = await DeskWorld.CreateAsync();
        await world.ActAsync(await world.OpenAsync(), x => RestrictRules.Restrict(x, world.Actor(), "a breach"));

        var reply = await SubmitAsync(world, "", "As on ACME-1", "triage");

        reply.ShouldBeOfType<ErrorsReply>().Errors.ShouldHaveSingleItem().Message.ShouldContain("ACME-1 is not for everyone's eyes");
    }

    private static async Task PostAsync(DeskWorld world, string title, params string[] rooms)
    {
        var preview = (await SubmitAsync(world, "", title, rooms)).ShouldBeOfType<FormReply>().Form;
        (await SubmitAsync(world, preview.State, title, rooms)).ShouldBeOfType<DoneReply>();
    }

    private static Task<Reply> SubmitAsync(DeskWorld world, string state, string title, params string[] rooms)
    {
        var values = new FormValues(new Dictionary<string, IReadOnlyList<string>> { ["title"] = [title], ["words"] = ["Read it."], ["rooms"] = rooms });
        return world.Inbox.SubmitAsync(
            new FormSubmission(new ChatPerson("slack", "U0GRACE", "Grace", false), new("slack", PlaceKind.Channel, "C0ADMINS"), Guid.NewGuid().ToString(), "announce.submit", state, values),
            CancellationToken.None);
    }
}
