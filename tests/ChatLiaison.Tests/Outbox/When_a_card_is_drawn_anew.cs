using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Outbox;

public sealed class When_a_card_is_drawn_anew : IAsyncLifetime
{
    private static readonly ToChannel Triage = new("slack", "C0TRIAGE");

    private DeskWorld world = null!;
    private ChatLiaison.Cases.SupportCase c = null!;

    public async ValueTask InitializeAsync()
    {
        world = await DeskWorld.CreateAsync();
        c = await world.OpenAsync();
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Edits_that_wait_are_one_edit()
    {
        await world.DeliverAsync();
        for (var i = 0; i < 5; i++)
        {
            await world.WriteAsync(Redraw);
        }

        await world.DeliverAsync();

        world.Slack.Updates.ShouldHaveSingleItem().Where.ChannelId.ShouldBe("C0TRIAGE");
    }

    [Fact]
    public async Task An_edit_waits_for_the_message_that_it_changes()
    {
        await world.RunAsync("update outbox set not_before = $1 where kind = 'Send'", world.Now + Duration.FromSeconds(30));
        await world.WriteAsync(Redraw);
        await world.DeliverAsync();
        world.Slack.Updates.ShouldBeEmpty();

        world.Clock.Move(Duration.FromSeconds(31));
        await world.DeliverAsync();
        world.Clock.Move(Duration.FromSeconds(2));
        await world.DeliverAsync();

        world.Slack.Updates.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_edit_of_what_was_never_sent_is_dropped()
    {
        await world.RunAsync("delete from outbox");
        await world.WriteAsync(Redraw);

        await world.DeliverAsync();

        (await world.CountAsync("outbox where state = 'Cancelled'")).ShouldBe(1);
    }

    [Fact]
    public async Task An_edit_that_waits_is_not_drawn_before_the_change_it_covers_is_on_disk()
    {
        await world.DeliverAsync();
        await world.WriteAsync(Redraw);
        await using var act = world.Database.Begin(world.Now);
        act.Write("update cases set title = 'Changed' where id = $1", c.Id);
        Redraw(act);
        await act.FlushAsync(CancellationToken.None);

        await world.DeliverAsync();
        world.Slack.Updates.ShouldBeEmpty();

        await act.CommitAsync(CancellationToken.None);
        await world.DeliverAsync();
        world.Slack.Updates.ShouldHaveSingleItem().Card.ToPlain().ShouldContain("Changed");
    }

    [Fact]
    public async Task A_card_with_nothing_left_to_say_is_not_sent()
    {
        await world.PostAsync(Letter.LiveForStaff(Triage, "asks", Guid.NewGuid().ToString()));

        await world.DeliverAsync();

        (await world.TextsAsync("select last_error from outbox where live = 'asks' and state = 'Cancelled'")).ShouldBe(["There was nothing left to say."]);
    }

    private void Redraw(ChatLiaison.Storage.UnitOfWork work) =>
        world.Get<OutboxStore>().Redraw(work, Triage, Audience.Staff, c.TriageAnchor, "triage", c.Id.ToString(), c.Id);
}
