using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Playbook;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Updates;

/// <summary>Our triage room is on one platform only and the customer on the other: nothing is lost between them, threads included.</summary>
public sealed class When_the_rooms_are_on_two_platforms
{
    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_is_said_on_one_side_is_read_on_the_other(string customers)
    {
        await using var world = await DeskWorld.CreateAsync();
        var ours = customers == "slack" ? "teams" : "slack";
        await world.RunAsync("delete from staff_channels where platform = $1", customers);
        await world.Get<ChatLiaison.People.Directory>().LoadAsync(CancellationToken.None);
        var (theirs, inside) = customers == "slack" ? (world.Slack, world.Teams) : (world.Teams, world.Slack);
        var acme = world.Known.CustomerByKey("ACME")!;
        var channel = acme.Channels.Single(c => c.Platform == customers).ChannelId;
        var draft = Draft.Case(acme, Priority.P2, world.Now) with { Platform = customers, ChannelId = channel };
        var c = await world.Desk.OpenAsync(
            draft, "ACME", new CaseEvent(CaseEventKind.Opened, draft.Details.Issue, ForCustomer: true), DeskWorld.Ada, draft.Id.ToString(), null, CancellationToken.None);
        await world.DeliverAsync();
        var card = theirs.Sent.Single(m => m.Where.ChannelId == channel).Where;
        var triage = inside.Sent.Single(m => m.Where.ChannelId == world.Known.Channel(ChatLiaison.People.ChannelUse.Triage)!.ChannelId).Where;
        triage.Platform.ShouldBe(ours);

        var ada = acme.Contacts.Single().Identities[customers];
        await SayAsync(world, new ChatPerson(customers, ada, "Ada Byrne", true), card, "It also fails on Sundays");
        var mirrored = inside.Sent.Last(m => m.Message.Card.ToPlain().Contains("It also fails on Sundays", StringComparison.Ordinal));
        (mirrored.Message.To as ToChannel)!.ThreadId.ShouldBe(triage.MessageId);

        var dana = new ChatPerson(ours, world.Person("Dana").Identities[ours], "Dana Park", false);
        await SayAsync(world, dana, triage, "finding: the index is corrupt");
        (await world.TimelineAsync(c)).ShouldContain(l => l.Kind == CaseEventKind.Found && l.Text == "the index is corrupt");
        theirs.Sent.Concat(inside.Sent.Where(m => m.Where.ChannelId == channel)).ShouldNotContain(m => m.Message.Card.ToPlain().Contains("index is corrupt", StringComparison.Ordinal));

        await world.ActAsync(c, x => CaseRules.Tell(x, world.Actor(), "We rebuild the index", null, alreadySaid: false, world.Now));
        await world.DeliverAsync();
        var told = theirs.Sent.Last(m => m.Message.Card.ToPlain().Contains("We rebuild the index", StringComparison.Ordinal));
        (told.Message.To as ToChannel).ShouldBe(new ToChannel(customers, channel, card.MessageId));
        (inside.Sent.Last(m => m.Message.Card.ToPlain().Contains("We rebuild the index", StringComparison.Ordinal)).Message.To as ToChannel)!.ThreadId.ShouldBe(triage.MessageId);
        inside.Updates.ShouldContain(u => u.Where.MessageId == triage.MessageId);
    }

    private static async Task SayAsync(DeskWorld world, ChatPerson person, MessageRef root, string words)
    {
        world.Clock.Move(Duration.FromSeconds(20));
        var place = new ChatPlace(root.Platform, PlaceKind.Channel, root.ChannelId, root.MessageId);
        var message = new MessageRef(root.Platform, root.ChannelId, $"said-{words.Length}", root.MessageId);
        await world.Inbox.MessageAsync(new ChatMessage(person, place, $"msg:{message.MessageId}", message, words, false, world.Now, []), CancellationToken.None);
        await world.DeliverAsync();
    }
}
