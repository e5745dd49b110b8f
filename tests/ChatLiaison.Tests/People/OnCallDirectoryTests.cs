using ChatLiaison.Commands;
using ChatLiaison.People;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.People;

public sealed class OnCallDirectoryTests
{
    private const string Extra =
        """
        people:
          - { name: Ann, email: ann@example.com, roles: [product, admin], team: Payments, expertise: [C++, "single sign-on", c++] }
          - { name: Ben, email: ben@example.com, roles: [product], team: Payments }
        rotations:
          - { name: payments, team: Payments, turns: daily, from: "18:00", time_zone: America/Sao_Paulo, days: Mon-Fri, starts: 2026-11-02, people: [ann@example.com, ben@example.com] }
        overrides:
          - { rotation: payments, person: dana@example.com, from: 2026-11-24 00:00, until: 2026-11-25T03:00:00Z, instead_of: ben@example.com, reason: "Ben: dentist" }
        """;

    [Theory]
    [InlineData("2026-11-23 08:59", "Lee Osei", "Jun Tanaka")]
    [InlineData("2026-11-23 09:00", "Dana Park", "Jun Tanaka")]
    [InlineData("2026-11-23 12:00", "Dana Park", "Mateo Silva")]
    [InlineData("2026-11-24 00:00", "Dana Park", "Jun Tanaka")]
    public async Task The_sample_says_who_is_on_call(string at, string liaison, string engineer)
    {
        await using var world = await DirectoryWorld.WithSampleAsync();
        var onCall = world.Directory.Current.OnCall;
        onCall.At(Role.Liaison, Utc(at)).Select(d => d.Person.Name).ShouldBe([liaison]);
        onCall.At(Role.Engineering, Utc(at)).Select(d => d.Person.Name).ShouldBe([engineer]);
        onCall.At(Role.Executive, Utc(at)).ShouldBeEmpty();
        onCall.Of(world.Person(liaison).Id, Utc(at)).Select(r => r.Name).ShouldBe(["liaison"]);
    }

    [Fact]
    public async Task A_team_has_rotations_of_its_own_with_what_is_laid_over_them()
    {
        await using var world = await WithExtraAsync();
        var onCall = world.Directory.Current.OnCall;

        // Monday 23 November is the sixteenth working day of the rotation: Ben's; the override begins at midnight in São Paulo.
        onCall.At("payments", Utc("2026-11-23 22:00")).ShouldHaveSingleItem().Person.Name.ShouldBe("Ben");
        onCall.At("Payments", Utc("2026-11-24 03:00")).ShouldHaveSingleItem().Person.Name.ShouldBe("Dana Park");
        onCall.At("Payments", Utc("2026-11-24 22:00")).ShouldHaveSingleItem().Person.Name.ShouldBe("Ann", "only Ben is stood in for");
        world.Person("Ann").Expertise.ShouldBe(["C++", "single sign-on"]);
    }

    [Fact]
    public async Task The_turn_of_somebody_who_has_left_is_nobodys()
    {
        await using var world = await DirectoryWorld.WithSampleAsync();
        await world.WriteAsync(work => PersonStore.Write(work, [(world.Person("Dana") with { Active = false }, null)]));
        world.Directory.Current.OnCall.At(Role.Liaison, DirectoryWorld.Now).ShouldBeEmpty();
    }

    [Fact]
    public async Task Export_and_import_give_the_same_rotations_overrides_and_expertise()
    {
        await using var world = await WithExtraAsync();
        var text = DirectoryExport.Write(world.Directory.Current);
        (await world.ImportAsync(text)).ShouldSatisfyAllConditions(o => o.Problems.ShouldBeEmpty(), o => o.Changes.ShouldBeEmpty(), o => o.Kept.ShouldBeEmpty());

        await using var other = await DirectoryWorld.EmptyAsync();
        (await other.ImportAsync(text)).Problems.ShouldBeEmpty();
        DirectoryExport.Write(other.Directory.Current).ShouldBe(text);
        other.Directory.Current.OnCall.At("Payments", Utc("2026-11-24 03:00")).ShouldHaveSingleItem().Person.Name.ShouldBe("Dana Park");
    }

    [Fact]
    public async Task What_chat_changed_in_a_rotation_is_kept_and_said()
    {
        await using var world = await DirectoryWorld.WithSampleAsync();
        var liaison = world.Directory.Current.OnCall.Named("liaison")!.Rotation;
        var turned = liaison with { Shifts = [liaison.Shifts[0] with { People = [world.Person("Lee").Id, world.Person("Dana").Id] }] };
        await world.WriteAsync(work => RotationStore.Write(work, turned, null));

        (await world.ImportAsync(DirectoryWorld.Sample)).Kept.ShouldBe(
        [
            "rotation liaison: shifts: 09:00 Europe/London Mon-Sun weekly Mon 2026-01-05: lee@example.com, dana@example.com, where the file says "
            + "09:00 Europe/London Mon-Sun weekly Mon 2026-01-05: dana@example.com, lee@example.com",
        ]);
        world.Directory.Current.OnCall.At(Role.Liaison, DirectoryWorld.Now).ShouldHaveSingleItem().Person.Name.ShouldBe("Lee Osei");

        await world.ImportAsync(DirectoryWorld.Sample, new ImportMode(Replace: true));
        world.Directory.Current.OnCall.At(Role.Liaison, DirectoryWorld.Now).ShouldHaveSingleItem().Person.Name.ShouldBe("Dana Park");
    }

    [Fact]
    public async Task An_override_that_chat_withdrew_stays_withdrawn_until_all_is_replaced()
    {
        await using var world = await WithExtraAsync();
        await world.WriteAsync(work => RotationStore.Withdraw(work, world.Directory.Current.OnCall.Named("payments")!.Overrides[0].Id));

        (await world.ImportAsync(Extra)).Kept.ShouldHaveSingleItem().ShouldStartWith("rotation payments: the override");
        world.Directory.Current.OnCall.Named("payments")!.Overrides.ShouldBeEmpty();

        await world.ImportAsync(Extra, new ImportMode(Replace: true));
        world.Directory.Current.OnCall.Named("payments")!.Overrides.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Replacing_gives_up_rotations_and_overrides_that_the_file_does_not_name()
    {
        await using var world = await WithExtraAsync();
        var outcome = await world.ImportAsync(Extra[..Extra.IndexOf("rotations:", StringComparison.Ordinal)], new ImportMode(Replace: true));
        outcome.Changes.ShouldContain("rotation payments: given up");
        outcome.Changes.ShouldContain(c => c.StartsWith("rotation payments: override withdrawn", StringComparison.Ordinal));
        world.Directory.Current.OnCall.All.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("- { name: Night, role: liaison, people: [] }", "'Night' is not a rotation's name. Write lower-case letters, digits and dashes, such as engineering-backup, instead.")]
    [InlineData("- { name: a, people: [] }", "A rotation is for a role or for a team. Write either role: liaison, or team: and its name, instead.")]
    [InlineData("- { name: a, role: liaison, people: [x@y.z] }", "Nobody in the directory has the address 'x@y.z'. Write the email of one of the people instead.")]
    [InlineData("- { name: a, role: liaison, people: [a@x.y, b@x.y] }", "'starts' is missing here. Write starts: 2026-01-05 instead.")]
    [InlineData("- { name: a, role: liaison, turns: monthly, people: [a@x.y] }", "'monthly' is not a way to take turns. Write daily, or weekly and the day of the handover, such as weekly Mon instead.")]
    [InlineData("- { name: a, role: liaison, from: nine, people: [a@x.y] }", "'nine' is not a time of day. Write it like 09:00 instead.")]
    [InlineData("- { name: a, role: liaison, days: someday, people: [a@x.y] }", "'someday' is not a weekday or a range of weekdays. Write Mon, Mon-Fri or Mon,Wed instead.")]
    [InlineData("- { name: a, role: liaison, shifts: [] }", "This rotation has no shift. Write at least one instead.")]
    [InlineData("- { name: a, role: liaison, shifts: [ { from: '09:00', time_zone: Europe/London, people: [] }, { from: '10:00', time_zone: Europe/Berlin, people: [] } ] }", "Two of these shifts begin at the same moment. Write another time or other days for one of them instead.")]
    [InlineData("- { name: a, role: liaison, people: [a@x.y] }\noverrides:\n  - { rotation: b, person: a@x.y, from: 2026-12-24 09:00, until: 2026-12-25 09:00 }", "There is no rotation 'b'. Write a instead.")]
    [InlineData("- { name: a, role: liaison, people: [a@x.y] }\noverrides:\n  - { rotation: a, person: a@x.y, from: tomorrow, until: 2026-12-25 09:00 }", "'tomorrow' is not a moment. Write it like 2026-12-24 09:00, in the rotation's zone, or like 2026-12-24T09:00:00Z, instead.")]
    [InlineData("- { name: a, role: liaison, people: [a@x.y] }\noverrides:\n  - { rotation: a, person: a@x.y, from: 2026-12-25 09:00, until: 2026-12-25 09:00 }", "This override ends before it begins. Write an until that is after from instead.")]
    public void Says_what_is_wrong_with_a_rotation(string rotation, string sentence)
    {
        var problems = new List<string>();
        var text = $"people:\n  - {{ name: A, email: a@x.y, roles: [] }}\n  - {{ name: B, email: b@x.y, roles: [] }}\nrotations:\n  {rotation}";

        DirectoryFile.Read("directory.yaml", text, DirectoryWorld.Context, problems).ShouldBeNull();

        problems.ShouldHaveSingleItem().ShouldEndWith($": {sentence}");
    }

    [Fact]
    public void Says_what_is_wrong_with_expertise()
    {
        var problems = new List<string>();
        DirectoryFile.Read("d", $"people: [ {{ name: A, email: a@x.y, roles: [], expertise: [{new string('x', 41)}] }} ]", DirectoryWorld.Context, problems).ShouldBeNull();
        problems.ShouldBe(["d:1: These are too many or too long. Write at most 20 short tags of up to 40 characters, with commas between, such as billing, single sign-on, instead."]);
    }

    private static async Task<DirectoryWorld> WithExtraAsync()
    {
        var world = await DirectoryWorld.WithSampleAsync();
        (await world.ImportAsync(Extra)).Problems.ShouldBeEmpty();
        return world;
    }

    private static Instant Utc(string text) => NodaTime.Text.InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(text).Value;
}
