using ChatLiaison.Commands;
using ChatLiaison.People;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.People;

public sealed class NewPersonTests
{
    [Theory]
    [InlineData("nia@example.com", "U0NIA", null)]
    [InlineData("lee@example.com", "U0NIA", "Lee Osei has that address already.")]
    [InlineData("nia@example.com", "U0LEE", "The account U0LEE is Lee Osei's.")]
    [InlineData("nia@example.com", "U0ADA", "The account U0ADA is Ada Byrne's.")]
    public async Task An_address_and_an_account_are_one_persons(string email, string account, string? refusal)
    {
        await using var world = await DirectoryWorld.WithSampleAsync();

        var change = NewPerson.Among(world.Directory.Current.People, world.Directory.Current, Nia(world, email, account));

        (change.Refusal?.ToPlain() ?? "").ShouldStartWith(refusal ?? "");
        (change.After is null).ShouldBe(refusal is not null);
    }

    [Fact]
    public async Task Who_has_left_comes_back_as_themselves_and_a_repeat_changes_nothing()
    {
        await using var world = await DirectoryWorld.WithSampleAsync();
        var lee = world.Person("Lee");
        var left = world.Directory.Current.People.Select(p => p.Id == lee.Id ? p with { Active = false } : p).ToList();
        var nia = Nia(world, "lee@example.com", "U0LEE");

        var back = NewPerson.Among(left, world.Directory.Current, nia).After!;

        (back.Id, back.Name, back.Active).ShouldBe((lee.Id, "Nia Brown", true));
        NewPerson.Among([back], world.Directory.Current, nia).After.ShouldBe(back);
    }

    [Fact]
    public async Task An_import_keeps_who_was_added_in_chat()
    {
        await using var world = await DirectoryWorld.WithSampleAsync();
        await world.WriteAsync(work => PersonStore.Write(work, [(Nia(world, "nia@example.com", "U0NIA"), null)]));

        (await world.ImportAsync(DirectoryWorld.Sample)).Changes.ShouldBeEmpty();

        world.Person("Nia").Active.ShouldBeTrue();
    }

    private static Person Nia(DirectoryWorld world, string email, string account) => world.Person("Dana") with
    {
        Id = Guid.NewGuid(),
        Name = "Nia Brown",
        Email = email,
        Roles = new HashSet<Role> { Role.Liaison },
        Identities = new Dictionary<string, string> { ["slack"] = account },
    };
}
