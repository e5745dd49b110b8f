using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using ChatLiaison.TestKit;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Outbox;

public sealed class OutboxTests : IAsyncLifetime
{
    private static readonly ToChannel Triage = new("slack", "C0TRIAGE");

    private DeskWorld world = null!;

    public async ValueTask InitializeAsync() => world = await DeskWorld.CreateAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Messages_to_one_conversation_arrive_in_order()
    {
        await world.PostAsync([.. Enumerable.Range(0, 20).Select(i => Staff($"n{i}"))]);

        await world.DeliverAsync();

        world.Slack.SaidTo("C0TRIAGE").ShouldBe(Enumerable.Range(0, 20).Select(i => $"n{i}"));
    }

    [Fact]
    public async Task Two_servers_send_each_message_once_and_keep_each_lane_in_order()
    {
        await using var other = await world.NeighbourAsync();
        var rooms = new[] { "C0TRIAGE", "C0MGMT", "C0ADMINS", "C0LASTRESORT" };
        await world.PostAsync([.. Enumerable.Range(0, 60).Select(i => Staff($"n{i:00}", new ToChannel("slack", rooms[i % 4])))]);
        var (one, two) = (world.Get<OutboxSender>(), other.Get<OutboxSender>());

        await one.StartAsync(CancellationToken.None);
        await two.StartAsync(CancellationToken.None);
        await Wait.UntilAsync(() => world.Slack.Sent.Count >= 60, TimeSpan.FromSeconds(30));
        await one.StopAsync(CancellationToken.None);
        await two.StopAsync(CancellationToken.None);

        world.Slack.Sent.Select(m => m.Message.Id).ShouldBeUnique();
        world.Slack.Sent.Count.ShouldBe(60);
        foreach (var room in rooms)
        {
            world.Slack.SaidTo(room).ShouldBeInOrder();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_without_an_answer_is_looked_for_before_it_is_sent_again(bool arrived)
    {
        await world.PostAsync(Staff("once"), Staff("after"));
        world.Slack.FailNext(ChatFailure.Uncertain, accepted: arrived);

        await world.DeliverAsync();
        world.Slack.Sent.Count.ShouldBe(arrived ? 1 : 0, "its lane waits until it is settled");
        world.Clock.Move(Duration.FromSeconds(10));
        await world.DeliverAsync();

        world.Slack.SaidTo("C0TRIAGE").ShouldBe(["once", "after"]);
    }

    [Fact]
    public async Task Where_nobody_can_look_it_is_sent_again_and_says_so()
    {
        await world.PostAsync(Staff("once", new ToChannel("teams", "19:triage@thread.tacv2")));
        world.Teams.FailNext(ChatFailure.Uncertain, accepted: true);

        await world.DeliverAsync();
        world.Clock.Move(Duration.FromSeconds(10));
        await world.DeliverAsync();

        world.Teams.Sent.Count.ShouldBe(2);
        world.Teams.Sent[1].Message.Card.ToPlain().ShouldContain("You may have this twice");
    }

    [Fact]
    public async Task A_platform_that_never_answers_is_not_sent_the_same_for_ever()
    {
        await world.PostAsync(Staff("once", new ToChannel("teams", "19:triage@thread.tacv2")));
        for (var i = 0; i < 40; i++)
        {
            world.Teams.FailNext(ChatFailure.Uncertain, accepted: true);
            world.Clock.Move(Duration.FromHours(2));
            await world.DeliverAsync();
        }

        world.Teams.Sent.Count.ShouldBeLessThanOrEqualTo(DeliveryRules.TriesAtMost + 1);
        (await world.CountAsync("outbox where state = 'Dead'")).ShouldBe(1);
    }

    [Fact]
    public async Task What_a_dead_server_had_claimed_is_found_and_settled_by_another()
    {
        await world.PostAsync(Staff("once"));
        (await world.Get<DeliveryStore>().ClaimAsync(world.Now, 10, [], CancellationToken.None)).Count.ShouldBe(1);

        await world.DeliverAsync();
        world.Slack.Sent.ShouldBeEmpty();
        world.Clock.Move(Duration.FromSeconds(61));
        await world.DeliverAsync();

        world.Slack.SaidTo("C0TRIAGE").ShouldBe(["once"]);
    }

    [Fact]
    public async Task The_wait_that_a_platform_asks_for_holds_the_whole_lane_and_no_other()
    {
        await world.PostAsync(Staff("first"), Staff("second"));
        world.Slack.FailNext(ChatFailure.Temporary, Duration.FromSeconds(30));

        await world.DeliverAsync();
        await world.PostAsync(Staff("elsewhere", new ToChannel("slack", "C0MGMT")));
        world.Clock.Move(Duration.FromSeconds(29));
        await world.DeliverAsync();
        world.Slack.SaidTo("C0TRIAGE").ShouldBeEmpty();
        world.Slack.SaidTo("C0MGMT").ShouldBe(["elsewhere"]);
        world.Clock.Move(Duration.FromSeconds(1));
        await world.DeliverAsync();

        world.Slack.SaidTo("C0TRIAGE").ShouldBe(["first", "second"]);
    }

    [Fact]
    public async Task A_dead_letter_is_told_to_the_admins_once_and_can_be_sent_again()
    {
        await world.PostAsync(Staff("refused"));
        world.Slack.FailNext(ChatFailure.Rejected);
        await world.DeliverAsync();
        await world.DeliverAsync();

        world.Slack.SaidTo("C0ADMINS").ShouldHaveSingleItem().ShouldContain("could not be delivered");
        var dead = (await world.Get<DeliveryStore>().DeadAsync(10, CancellationToken.None)).ShouldHaveSingleItem();
        (await world.Get<DeliveryStore>().ReplayAsync(dead.Id, world.Now, CancellationToken.None)).ShouldBeTrue();
        await world.DeliverAsync();
        world.Slack.SaidTo("C0TRIAGE").ShouldBe(["refused"]);
        (await world.Get<DeliveryStore>().ReplayAsync(dead.Id, world.Now, CancellationToken.None)).ShouldBeFalse();
    }

    [Fact]
    public async Task An_alert_that_cannot_be_delivered_gives_rise_to_no_other()
    {
        await world.PostAsync(Staff("alert", new ToChannel("slack", "C0ADMINS")));
        world.Slack.FailNext(ChatFailure.Rejected);

        await world.DeliverAsync();

        (await world.CountAsync("outbox")).ShouldBe(1);
    }

    [Theory]
    [InlineData("kind = 'Telegram'")]
    [InlineData("destination = '{\"to\": \"nowhere\"}'")]
    [InlineData("card = 'not json'")]
    [InlineData("card = null, live = 'no such card'")]
    public async Task A_row_that_cannot_be_sent_is_dead_alone_and_its_lane_goes_on(string poison)
    {
        await world.PostAsync(Staff("sick"));
        await world.RunAsync($"update outbox set {poison}");
        await world.PostAsync(Staff("well"));

        await world.DeliverAsync();
        await world.DeliverAsync();

        world.Slack.SaidTo("C0TRIAGE").ShouldBe(["well"]);
        (await world.CountAsync("outbox where state = 'Dead'")).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_for_our_own_people_is_held_back_from_a_customers_channel()
    {
        await world.PostAsync(Staff("Their mood is bad", new ToChannel("slack", "C0ACME")));

        await world.DeliverAsync();

        world.Slack.SaidTo("C0ACME").ShouldBeEmpty();
        world.Slack.SaidTo("C0ADMINS").ShouldHaveSingleItem().ShouldContain("held back");
    }

    [Fact]
    public async Task A_card_for_our_own_people_is_never_drawn_for_a_customer()
    {
        var c = await world.OpenAsync();
        await world.PostAsync(Letter.LiveForCustomer(new ToChannel("slack", "C0GLOBEX"), "triage", c.Id.ToString()));

        await world.DeliverAsync();

        world.Slack.SaidTo("C0GLOBEX").ShouldBeEmpty();
        (await world.CountAsync("outbox where state = 'Dead'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_person_who_cannot_be_reached_is_reached_elsewhere_else_in_triage()
    {
        await world.PostAsync(Staff("for Dana", new ToPerson("slack", "U0DANA")));
        world.Slack.FailNext(ChatFailure.PersonUnreachable);
        world.Teams.FailNext(ChatFailure.PersonUnreachable);

        await world.DeliverAsync();

        world.Person("Dana").UnreachableOn.ShouldBe(["slack", "teams"], ignoreOrder: true);
        var (slack, teams) = (world.Slack.SaidTo("C0TRIAGE"), world.Teams.SaidTo("19:triage@thread.tacv2"));
        slack.Concat(teams).ShouldBe(["for Dana"]);
        world.Slack.Sent.Concat(world.Teams.Sent).Single().Message.Mentions.ShouldHaveSingleItem().Name.ShouldBe("Dana Park");
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_card_of_several_cases_stands_in_a_room_only_when_it_names_no_restricted_one(bool restricted)
    {
        var c = await world.OpenAsync();
        await world.DeliverAsync();
        await world.RunAsync("update cases set restricted = $2 where id = $1", c.Id, restricted);
        await world.PostAsync(Staff($"{c.Reference} is yours meanwhile", new ToPerson("slack", "U0DANA")));
        world.Slack.FailNext(ChatFailure.PersonUnreachable);
        world.Teams.FailNext(ChatFailure.PersonUnreachable);

        await world.DeliverAsync();

        world.Slack.SaidTo("C0TRIAGE").Concat(world.Teams.SaidTo("19:triage@thread.tacv2")).Any(s => s.Contains("is yours meanwhile", StringComparison.Ordinal)).ShouldBe(!restricted);
        world.Slack.SaidTo("U0GRACE").Concat(world.Teams.SaidTo("22222222-2222-4222-8222-222222222207")).Count(s => s.Contains("ACME-1: Dana Park can't be written to", StringComparison.Ordinal)).ShouldBe(restricted ? 1 : 0);
    }

    [Fact]
    public async Task What_is_not_worth_saying_any_more_is_dropped_when_the_case_ends()
    {
        var c = await world.OpenAsync();
        await world.DeliverAsync();
        await world.PostAsync(Staff("waiting") with { CaseId = c.Id, Droppable = true }, Staff("worth it") with { CaseId = c.Id });

        await world.ActAsync(c, x => EndingRules.Cancel(x, world.Actor(), "A duplicate", world.Now));
        await world.DeliverAsync();

        world.Slack.SaidTo("C0TRIAGE").ShouldContain("worth it");
        world.Slack.SaidTo("C0TRIAGE").ShouldNotContain("waiting");
    }

    [Fact]
    public async Task What_was_on_its_way_when_the_case_ended_is_not_tried_again()
    {
        var c = await world.OpenAsync();
        await world.DeliverAsync();
        await world.PostAsync(Staff("waiting") with { CaseId = c.Id, Droppable = true });
        var claimed = (await world.Get<DeliveryStore>().ClaimAsync(world.Now, 10, [], CancellationToken.None)).Single();

        await world.ActAsync(c, x => EndingRules.Cancel(x, world.Actor(), "A duplicate", world.Now));
        await world.Get<DeliveryStore>().PostponeAsync(claimed, world.Now, "", false, world.Now, CancellationToken.None);
        await world.DeliverAsync();

        world.Slack.SaidTo("C0TRIAGE").ShouldNotContain("waiting");
    }

    [Fact]
    public async Task A_message_for_one_persons_eyes_goes_to_that_person()
    {
        var to = new ToPersonInChannel("slack", "C0ACME", "U0ADA");
        await world.PostAsync(Letter.ForCustomer(to, CustomerCard.Plain(CustomerText.Of($"Received"))) with { Anchor = "receipt" });

        await world.DeliverAsync();

        world.Slack.Sent.ShouldHaveSingleItem().Message.To.ShouldBe(to);
        (await world.CountAsync("messages")).ShouldBe(0, "it can't be changed later, so nothing is noted");
    }

    private static Letter Staff(string words, Destination? to = null) => Letter.ForStaff(to ?? Triage, StaffCard.Plain(words));
}
