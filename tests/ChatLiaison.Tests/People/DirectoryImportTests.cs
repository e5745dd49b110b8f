using ChatLiaison.Customers;
using ChatLiaison.People;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.People;

public sealed class DirectoryImportTests
{
    private static readonly ImportMode DryRun = new(DryRun: true);
    private static readonly ImportMode Replace = new(Replace: true);

    [Fact]
    public async Task Brings_in_the_sample_directory()
    {
        await using var world = await DirectoryWorld.WithSampleAsync();

        var directory = world.Directory.Current;
        directory.People.Count.ShouldBe(9);
        directory.PersonByIdentity("slack", "U0DANA")!.Email.ShouldBe("dana@example.com");
        directory.PersonByIdentity("teams", "22222222-2222-4222-8222-222222222207")!.Name.ShouldBe("Grace Lindqvist");
        directory.CustomerByChannel("teams", "19:customer-globex@thread.tacv2")!.LiaisonId.ShouldBe(world.Person("Lee").Id);
        directory.ContactByIdentity("slack", "U0ADA")!.Title.ShouldBe("CTO");
        directory.Channel(ChannelUse.LastResort, "slack").ShouldBe(new StaffChannel("slack", "C0LASTRESORT"));
        directory.Channel(ChannelUse.Admins, "teams").ShouldBe(new StaffChannel("teams", "19:admins@thread.tacv2"));
    }

    [Fact]
    public async Task Changes_nothing_the_second_time()
    {
        await using var world = await DirectoryWorld.WithSampleAsync();
        var before = await world.Database.Ask("select number from change_marks where name = 'directory'").FirstAsync(r => r.Long(0), default);

        var outcome = await world.ImportAsync(DirectoryWorld.Sample);

        outcome.Changes.ShouldBeEmpty();
        outcome.Kept.ShouldBeEmpty();
        (await world.Database.Ask("select number from change_marks where name = 'directory'").FirstAsync(r => r.Long(0), default)).ShouldBe(before);
    }

    [Fact]
    public async Task Keeps_what_chat_changed_and_says_so()
    {
        await using var world = await DirectoryWorld.WithSampleAsync();
        await world.WriteAsync(work => CustomerStore.Update(work, world.Customer("ACME") with { LiaisonId = world.Person("Lee").Id }, null));

        var outcome = await world.ImportAsync(DirectoryWorld.Sample.Replace("Acme Ltd", "Acme Limited", StringComparison.Ordinal));

        outcome.Changes.ShouldBe(["customer ACME: name: Acme Ltd → Acme Limited"]);
        outcome.Kept.ShouldBe(["customer ACME: liaison: lee@example.com, where the file says dana@example.com"]);
        world.Customer("ACME").LiaisonId.ShouldBe(world.Person("Lee").Id);
        world.Customer("ACME").Name.ShouldBe("Acme Limited");
    }

    [Fact]
    public async Task Overrules_chat_when_told_to_replace()
    {
        await using var world = await DirectoryWorld.WithSampleAsync();
        await world.WriteAsync(work => CustomerStore.Update(work, world.Customer("ACME") with { LiaisonId = world.Person("Lee").Id }, null));

        var outcome = await world.ImportAsync(DirectoryWorld.Sample, Replace);

        outcome.Changes.ShouldBe(["customer ACME: liaison: lee@example.com → dana@example.com"]);
        world.Customer("ACME").LiaisonId.ShouldBe(world.Person("Dana").Id);
    }

    [Fact]
    public async Task Keeps_a_channel_that_was_linked_in_chat_beside_those_of_the_file()
    {
        await using var world = await DirectoryWorld.WithSampleAsync();
        var linked = new CustomerChannel("slack", "C0NEW");
        await world.WriteAsync(async work => await CustomerStore.LinkChannelAsync(work, world.Customer("ACME").Id, linked, default));

        await world.ImportAsync(DirectoryWorld.Sample.Replace("{ slack: C0ACME }", "{ slack: C0ACME2 }", StringComparison.Ordinal));

        world.Customer("ACME").Channels.ShouldBe(
            [linked, new("slack", "C0ACME2"), new("teams", "19:customer-acme@thread.tacv2")], ignoreOrder: true);
        world.Directory.Current.IsCustomerChannel("slack", "C0ACME").ShouldBeFalse();
    }

    [Fact]
    public async Task A_dry_run_lists_what_would_change_and_changes_nothing()
    {
        await using var world = await DirectoryWorld.WithSampleAsync();
        var text = DirectoryWorld.Sample.Replace("Dana Park", "Dana Parker", StringComparison.Ordinal);

        (await world.ImportAsync(text, DryRun)).Changes.ShouldBe(["person dana@example.com: name: Dana Park → Dana Parker"]);

        world.Person("Dana").Name.ShouldBe("Dana Park");
        (await world.ImportAsync(text)).Changes.Count.ShouldBe(1);
        world.Person("Dana").Name.ShouldBe("Dana Parker");
    }

    [Fact]
    public async Task Leaves_whoever_the_file_does_not_name_unless_told_to_replace()
    {
        await using var world = await DirectoryWorld.WithSampleAsync();
        const string OnlyDana = "people: [ { name: Dana Park, email: dana@example.com, roles: [liaison, admin], slack: U0DANA, time_zone: Europe/London } ]";

        await world.ImportAsync(OnlyDana);
        world.Directory.Current.People.ShouldAllBe(p => p.Active);
        world.Person("Dana").Identities.Keys.ShouldBe(["slack"]);

        await world.ImportAsync(OnlyDana, Replace);
        world.Directory.Current.People.Where(p => p.Active).ShouldHaveSingleItem().Name.ShouldBe("Dana Park");
        world.Directory.Current.Channel(ChannelUse.Triage).ShouldBeNull();

        await world.ImportAsync(DirectoryWorld.Sample);
        world.Directory.Current.People.ShouldAllBe(p => p.Active);
    }

    [Fact]
    public async Task Retires_a_contact_only_when_told_to_replace()
    {
        await using var world = await DirectoryWorld.WithSampleAsync();
        var text = DirectoryWorld.Sample[..DirectoryWorld.Sample.IndexOf("customers:", StringComparison.Ordinal)]
            + "customers: [ { key: ACME, name: Acme Ltd, liaison: dana@example.com, channels: [ { slack: C0ACME } ] } ]";

        await world.ImportAsync(text);
        world.Directory.Current.ContactByIdentity("slack", "U0ADA").ShouldNotBeNull();

        (await world.ImportAsync(text, Replace)).Changes.ShouldBe(["customer ACME: contact Ada Byrne retired", "rotation engineering: given up", "rotation liaison: given up"]);
        world.Directory.Current.ContactByIdentity("slack", "U0ADA").ShouldBeNull();
        world.Customer("GLOBEX").Contacts.ShouldHaveSingleItem("customers are never taken away");
    }

    [Fact]
    public async Task Swaps_two_identities_in_one_go()
    {
        await using var world = await DirectoryWorld.WithSampleAsync();
        var text = DirectoryWorld.Sample
            .Replace("U0DANA", "U0X", StringComparison.Ordinal).Replace("U0LEE", "U0DANA", StringComparison.Ordinal).Replace("U0X", "U0LEE", StringComparison.Ordinal);

        (await world.ImportAsync(text)).Problems.ShouldBeEmpty();

        world.Directory.Current.PersonByIdentity("slack", "U0LEE")!.Name.ShouldBe("Dana Park");
        world.Directory.Current.PersonByIdentity("slack", "U0DANA")!.Name.ShouldBe("Lee Osei");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Never_takes_the_last_admin_away(bool replace)
    {
        await using var world = await DirectoryWorld.WithSampleAsync();
        var without = replace
            ? string.Join('\n', DirectoryWorld.Sample.Split('\n').Where(line => !line.Contains("Sam Okafor", StringComparison.Ordinal)))
            : DirectoryWorld.Sample.Replace("roles: [admin]", "roles: [liaison]", StringComparison.Ordinal);

        var outcome = await world.ImportAsync(without, new ImportMode(replace));

        outcome.Problems.ShouldBe(["Nobody would be an admin any more: Sam Okafor (sam@example.com) is the last one. Give somebody the role admin in the file."]);
        world.Person("Sam").Roles.ShouldContain(ChatLiaison.Commands.Role.Admin);
        (await world.ImportAsync(without.Replace("roles: [management]", "roles: [management, admin]", StringComparison.Ordinal), new ImportMode(replace))).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Refuses_an_id_that_somebody_outside_the_file_has()
    {
        await using var world = await DirectoryWorld.WithSampleAsync();

        var outcome = await world.ImportAsync("people: [ { name: Max, email: max@example.com, roles: [product], slack: U0DANA } ]");

        outcome.Problems.ShouldBe(["'slack U0DANA' would belong to both Max and Dana Park. Write another id for one of them, or import with --replace, instead."]);
        world.Directory.Current.People.Count.ShouldBe(9);
    }

    [Fact]
    public async Task Refuses_a_customer_in_one_of_our_own_rooms()
    {
        await using var world = await DirectoryWorld.WithSampleAsync();

        var outcome = await world.ImportAsync("customers: [ { key: NEW, name: New Ltd, channels: [ { slack: C0TRIAGE } ] } ]");

        outcome.Problems.ShouldHaveSingleItem().ShouldStartWith("'slack C0TRIAGE' would belong to both our own rooms and New Ltd.");
        world.Directory.Current.IsCustomerChannel("slack", "C0TRIAGE").ShouldBeFalse();
    }

    [Fact]
    public async Task Notes_every_change_for_ever()
    {
        await using var world = await DirectoryWorld.WithSampleAsync();

        await world.ImportAsync(DirectoryWorld.Sample.Replace("level: advanced", "level: novice", StringComparison.Ordinal));

        var log = await world.Database.Ask("select actor || ' ' || subject || ': ' || change from directory_changes order by id").ListAsync(r => r.Text(0), default);
        log.Count.ShouldBe(9 + 8 + 2 + 2 + 2 + 1);
        log[0].ShouldBe("import person dana@example.com: added");
        log[^1].ShouldBe("import customer ACME contact ada@acme.example: level: advanced → novice");
    }

    [Fact]
    public async Task A_fact_that_only_the_file_ever_wrote_follows_the_file()
    {
        await using var world = await DirectoryWorld.EmptyAsync();
        await world.ImportAsync("customers: [ { key: NEW, name: New Ltd, facts: { version: '7', region: eu } } ]");

        (await world.ImportAsync("customers: [ { key: NEW, name: New Ltd, facts: { version: '8' } } ]")).Changes
            .ShouldBe(["customer NEW: fact region: eu → nothing", "customer NEW: fact version: 7 → 8"]);

        world.Customer("NEW").Facts.ShouldBe(new Dictionary<string, string> { ["version"] = "8" });
    }
}
