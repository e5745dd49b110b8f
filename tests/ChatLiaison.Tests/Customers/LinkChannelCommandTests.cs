using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Customers;
using ChatLiaison.Tests.People;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Customers;

public sealed class LinkChannelCommandTests : IAsyncLifetime
{
    private static readonly ChatPlace Free = new("slack", PlaceKind.Channel, "C0FREE");

    private DirectoryWorld world = null!;
    private LinkChannelCommand command = null!;

    public async ValueTask InitializeAsync()
    {
        world = await DirectoryWorld.WithSampleAsync();
        command = new LinkChannelCommand(world.Database, world.Book, new CustomerChoices(world.Book));
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Offers_the_customers_in_a_channel_of_nobody()
    {
        var form = (await CallAsync("U0DANA", Free, "acme")).ShouldBeOfType<FormReply>().Form;

        var choice = form.Fields.OfType<ChoiceField>().ShouldHaveSingleItem();
        choice.Choices.Select(c => c.Label).ShouldBe(["Acme Ltd (ACME)", "Globex Corporation (GLOBEX)"]);
        choice.Initial.ShouldBe(["ACME"]);
        choice.SuggestFrom.ShouldBe("customers");
    }

    [Theory]
    [InlineData("U0PRIYA", "C0FREE", "Only a liaison, management or an admin can link a channel. Ask one of them to do it.")]
    [InlineData("U0ADA", "C0FREE", "Only a liaison, management or an admin can link a channel. Ask one of them to do it.")]
    [InlineData("U0DANA", "C0ACME", "This channel is Acme Ltd's already, so there is nothing to link.")]
    public async Task Refuses(string user, string channel, string reason) =>
        (await CallAsync(user, Free with { ChannelId = channel }, "")).ShouldBeOfType<RefusedReply>().Reason.ToPlain().ShouldBe(reason);

    [Fact]
    public async Task Refuses_where_there_is_no_channel() =>
        (await CallAsync("U0DANA", Free with { Kind = PlaceKind.Direct }, "")).ShouldBeOfType<RefusedReply>();

    [Fact]
    public async Task Links_the_channel_and_knows_it_at_once()
    {
        (await SubmitAsync("U0DANA", Free, ("customer", "ACME"))).ShouldBeOfType<DoneReply>();

        world.Directory.Current.CustomerByChannel("slack", "C0FREE")!.Key.ShouldBe("ACME");
        (await world.Database.Ask("select change from directory_changes where actor = 'Dana Park'").ListAsync(r => r.Text(0), default))
            .ShouldBe(["channel slack C0FREE linked"]);
    }

    [Fact]
    public async Task Adds_a_new_customer_with_its_channel()
    {
        (await SubmitAsync("U0DANA", Free, ("new_key", "init"), ("new_name", "Initech"))).ShouldBeOfType<DoneReply>();

        var added = world.Directory.Current.CustomerByChannel("slack", "C0FREE")!;
        (added.Key, added.Name, added.LiaisonId).ShouldBe(("INIT", "Initech", world.Person("Dana").Id));
    }

    [Theory]
    [InlineData("", "", "", "customer")]
    [InlineData("ACME", "INIT", "", "new_key")]
    [InlineData("GONE", "", "", "customer")]
    [InlineData("", "9X", "Nine", "new_key")]
    [InlineData("", "acme", "Acme again", "new_key")]
    [InlineData("", "INIT", "", "new_name")]
    public async Task Marks_the_field_that_is_wrong(string customer, string key, string name, string field)
    {
        var reply = await SubmitAsync("U0DANA", Free, ("customer", customer), ("new_key", key), ("new_name", name));

        reply.ShouldBeOfType<ErrorsReply>().Errors.ShouldHaveSingleItem().FieldId.ShouldBe(field);
        world.Directory.Current.Customers.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Adds_nobody_when_the_channel_is_one_of_our_own_rooms()
    {
        var reply = await SubmitAsync("U0DANA", Free with { ChannelId = "C0TRIAGE" }, ("new_key", "INIT"), ("new_name", "Initech"));

        reply.ShouldBeOfType<RefusedReply>().Reason.ToPlain().ShouldContain("our own rooms");
        await world.Directory.RefreshAsync(default);
        world.Directory.Current.CustomerByKey("INIT").ShouldBeNull();
    }

    [Fact]
    public void Tells_customers_to_nobody_but_staff()
    {
        var choices = new CustomerChoices(world.Book);

        choices.Find(Caller("U0DANA", Free), "glob").ShouldHaveSingleItem().Value.ShouldBe("GLOBEX");
        choices.Find(Caller("U0ADA", Free), "glob").ShouldBeEmpty();
    }

    [Fact]
    public void The_welcome_offers_the_link_only_where_nobody_is_linked()
    {
        WelcomeCard.Unlinked().Elements.OfType<ButtonRow>().ShouldHaveSingleItem().Buttons[0].Action.ShouldBe("link.open");
        WelcomeCard.ForCustomer("Us", "Acme Ltd").Elements.OfType<ButtonRow>().ShouldBeEmpty();
        WelcomeCard.ForCustomer("Us", "Acme Ltd").ToPlain().ShouldContain("Acme Ltd");
    }

    private Caller Caller(string user, ChatPlace place) => world.Directory.Identify(new ChatPerson("slack", user, user, External: false), place);

    private Task<Reply> CallAsync(string user, ChatPlace place, string text) => command.RunAsync(
        Caller(user, place), new CommandCall(Caller(user, place).Chat, place, "k", "liaison link", text), default);

    private Task<Reply> SubmitAsync(string user, ChatPlace place, params (string Field, string Value)[] values)
    {
        var form = LinkChannelForm.For(new(place.Platform, place.ChannelId), [], "");
        var filled = new FormValues(values.Where(v => v.Value.Length > 0)
            .ToDictionary(v => v.Field, IReadOnlyList<string> (v) => [v.Value]));
        return command.SubmitAsync(Caller(user, place), new FormSubmission(Caller(user, place).Chat, place, "k", form.Action, form.State, filled), default);
    }
}
