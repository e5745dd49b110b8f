using ChatLiaison.Chat;
using ChatLiaison.Quality;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Quality;

/// <summary>Good words, changes and ideas that come from a restricted case are seen only by those who may see the case.</summary>
public sealed class When_a_restricted_case_is_behind_it
{
    private const string Secret = "zq-secret";

    [Theory]
    [InlineData("praise")]
    [InlineData("improvements")]
    [InlineData("actions done")]
    public async Task It_is_listed_for_those_who_may_see_the_case_alone(string command)
    {
        await using var world = await TownAsync();

        (await ShowAsync(world, "U0GRACE", command)).ShouldContain(Secret);
        (await ShowAsync(world, "U0LEE", command)).ShouldNotContain(Secret);
    }

    [Fact]
    public async Task The_digest_names_whom_it_thanks_and_says_nothing_else_of_it()
    {
        await using var world = await TownAsync();

        var digest = await ShowAsync(world, "U0GRACE", "digest");

        digest.ShouldContain("Thanks and praise: praised by customers Dana Park");
        digest.ShouldNotContain(Secret);
    }

    [Fact]
    public async Task Nobody_is_thanked_for_a_case_that_they_may_not_see()
    {
        await using var world = await TownAsync();

        var reply = await world.Inbox.CommandAsync(Call("U0GRACE", "thank @Lee Osei for the help ACME-1"), CancellationToken.None);

        reply.ShouldBeOfType<RefusedReply>().Reason.ToPlain().ShouldBe("Lee Osei may not see ACME-1. Thank them without naming it.");
        (await world.CountAsync("kudos where kind = 'Thanks'")).ShouldBe(0);
    }

    private static async Task<DeskWorld> TownAsync()
    {
        var world = await DeskWorld.CreateAsync();
        var c = await world.OpenAsync();
        await world.RunAsync("update cases set restricted = true");
        await world.RunAsync("insert into reviews (case_id, done_at, by_name, streamlining) values ($1, $2, 'Dana', $3)", c.Id, world.Now, $"{Secret} idea");
        await world.RunAsync(
            "insert into review_actions (promise_id, case_id, kind, what, owner_id, owner_name, due_at, done_at) values (gen_random_uuid(), $1, 'Prevention', $2, $1, 'Dana', $3, $3)",
            c.Id, $"{Secret} action", world.Now);
        await world.RunAsync(
            "insert into improvements (id, at, what, by_name, kpi, case_id, recorded_by, recorded_at) values (gen_random_uuid(), $1, $2, 'Dana', 'PromisesKept', $3, 'Dana', $1)",
            world.Now, $"{Secret} change", c.Id);
        await using var work = world.Database.Begin(world.Now);
        await KudosStore.KeepAsync(
            work, new Kudos(KudosKind.Praise, world.Person("Dana").Id, "Ada Byrne", $"{Secret} praise", world.Now) { CaseId = c.Id, CustomerId = c.CustomerId }, CancellationToken.None);
        await work.CommitAsync(CancellationToken.None);
        world.Clock.Move(NodaTime.Duration.FromMinutes(1));
        return world;
    }

    private static async Task<string> ShowAsync(DeskWorld world, string who, string command) =>
        (await world.Inbox.CommandAsync(Call(who, command), CancellationToken.None)).ShouldBeOfType<CardReply>().Card.ToPlain();

    private static CommandCall Call(string who, string text) =>
        new(new ChatPerson("slack", who, who, false), new ChatPlace("slack", PlaceKind.Channel, "C0MGMT"), $"{who}{text}", "liaison", text);
}
