using ChatLiaison.Customers;
using ChatLiaison.Tests.People;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Customers;

public sealed class CustomerStoreTests
{
    [Fact]
    public async Task Gives_each_customer_case_numbers_of_its_own()
    {
        await using var world = await DirectoryWorld.WithSampleAsync();
        var acme = world.Customer("ACME").Id;
        var globex = world.Customer("GLOBEX").Id;

        Task<long> Next(int id) => world.Database.Ask($"select nextval('case_number_{id}')").FirstAsync(r => r.Long(0), default);

        (await Next(acme)).ShouldBe(1);
        (await Next(acme)).ShouldBe(2);
        (await Next(globex)).ShouldBe(1);
    }

    [Theory]
    [InlineData("C0FREE", "Linked")]
    [InlineData("C0ACME", "AlreadyTheirs")]
    [InlineData("C0TRIAGE", "OurRoom")]
    [InlineData("C0GLOBEX", "OtherCustomers")]
    public async Task Links_only_a_channel_that_is_nobodys(string channel, string outcome)
    {
        await using var world = await DirectoryWorld.WithSampleAsync();
        await using var work = world.Database.Begin(DirectoryWorld.Now);

        var link = await CustomerStore.LinkChannelAsync(work, world.Customer("ACME").Id, new("slack", channel), default);

        link.ToString().ShouldBe(outcome);
    }

    [Fact]
    public async Task Two_who_link_one_channel_at_once_do_not_both_get_it()
    {
        await using var world = await DirectoryWorld.WithSampleAsync();
        var channel = new CustomerChannel("slack", "C0FREE");

        async Task<ChannelLink> LinkAsync(string key)
        {
            await using var work = world.Database.Begin(DirectoryWorld.Now);
            var link = await CustomerStore.LinkChannelAsync(work, world.Customer(key).Id, channel, default);
            await work.CommitAsync(default);
            return link;
        }

        var links = await Task.WhenAll(LinkAsync("ACME"), LinkAsync("GLOBEX"));

        links.ShouldBe([ChannelLink.Linked, ChannelLink.OtherCustomers], ignoreOrder: true);
    }

    [Fact]
    public async Task Keeps_a_retired_contact_for_the_record_only()
    {
        await using var world = await DirectoryWorld.WithSampleAsync();
        var ada = world.Customer("ACME").Contacts[0];

        await world.WriteAsync(work => CustomerStore.RetireContact(work, ada.Id));

        world.Customer("ACME").Contacts.ShouldBeEmpty();
        (await world.Database.Ask("select name from contacts where id = $1", ada.Id).FirstAsync(r => r.Text(0), default)).ShouldBe("Ada Byrne");
    }
}
