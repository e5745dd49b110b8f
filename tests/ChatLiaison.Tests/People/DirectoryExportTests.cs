using ChatLiaison.Customers;
using ChatLiaison.People;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.People;

public sealed class DirectoryExportTests
{
    [Fact]
    public async Task Gives_the_same_directory_when_it_is_imported()
    {
        await using var world = await DirectoryWorld.WithSampleAsync();
        await world.WriteAsync(work =>
        {
            PersonStore.Write(work, [(world.Person("Dana") with { Active = false, Team = "Tier: one #1", WriteTo = "teams", Name = "Dana \"D\" Park" }, null)]);
            CustomerStore.Update(work, world.Customer("ACME") with { Calendar = "always", Facts = new Dictionary<string, string> { ["version"] = "1.0", ["note"] = "- yes: {no}" } }, null);
        });
        var text = DirectoryExport.Write(world.Directory.Current);

        await using var other = await DirectoryWorld.EmptyAsync();
        (await other.ImportAsync(text)).Problems.ShouldBeEmpty();

        DirectoryExport.Write(other.Directory.Current).ShouldBe(text);
        other.Person("Dana").Team.ShouldBe("Tier: one #1");
        other.Person("Dana").Active.ShouldBeFalse();
        other.Person("Dana").WriteTo.ShouldBe("teams");
        other.Customer("ACME").Facts["note"].ShouldBe("- yes: {no}");
        other.Customer("ACME").Contacts[0].Identities.ShouldBe(world.Customer("ACME").Contacts[0].Identities);
    }

    [Fact]
    public async Task Is_no_change_to_the_directory_it_came_from()
    {
        await using var world = await DirectoryWorld.WithSampleAsync();

        (await world.ImportAsync(DirectoryExport.Write(world.Directory.Current))).Changes.ShouldBeEmpty();
    }

    [Fact]
    public void Writes_an_empty_directory_too()
    {
        var problems = new List<string>();

        DirectoryFile.Read("d", DirectoryExport.Write(DirectorySnapshot.Empty), DirectoryWorld.Context, problems)!.People.ShouldBeEmpty();
    }
}
