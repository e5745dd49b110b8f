using ChatLiaison.Away;
using ChatLiaison.Cases;
using ChatLiaison.Commitments;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Promises;

/// <summary>Kept or broken, a promise counts for whoever owed it at that moment (S125).</summary>
public sealed class When_a_promise_is_counted
{
    [Fact]
    public async Task It_is_the_holders_of_that_time_whoever_holds_the_case_later()
    {
        await using var world = await DeskWorld.CreateAsync();
        var c = await world.OpenAsync();
        await world.ActAsync(c, x => CaseRules.Take(x, world.Actor("Dana"), world.Now));
        await world.PassAsync(Duration.FromHours(5));
        await GiveAsync(world, c, "Lee");
        await world.ActAsync(c, x => CaseRules.Tell(x, world.Actor("Lee"), "We are on it", null, false, world.Now), world.Actor("Lee"));
        (await OwedByAsync(world, c)).ShouldBe(["Acknowledge Kept Dana Park", "FirstResponse Broken Dana Park"]);

        await world.ActAsync(c, x => EndingRules.Resolve(x, world.Actor("Lee"), "Done", world.Now), world.Actor("Lee"));
        await GiveAsync(world, c, "Dana");
        (await OwedByAsync(world, c)).ShouldContain("Resolve Kept Lee Osei");
    }

    [Fact]
    public async Task What_was_late_before_the_watcher_saw_it_stays_with_the_former_holder()
    {
        await using var world = await DeskWorld.CreateAsync();
        var c = await world.OpenAsync();
        await world.ActAsync(c, x => CaseRules.Take(x, world.Actor("Dana"), world.Now));
        world.Clock.Move(Duration.FromHours(5));
        await GiveAsync(world, c, "Lee");

        await world.WatchAsync();

        (await OwedByAsync(world, c)).ShouldContain("FirstResponse Broken Dana Park");
    }

    [Fact]
    public async Task Nobody_held_it_is_said_as_such_also_when_it_is_taken_before_the_watcher_saw_it()
    {
        await using var world = await DeskWorld.CreateAsync();
        var (seen, taken) = (await world.OpenAsync(), await world.OpenAsync());
        world.Clock.Move(Duration.FromMinutes(16));
        await world.ActAsync(taken, x => CaseRules.Take(x, world.Actor("Dana"), world.Now));
        await world.WatchAsync();
        await world.ActAsync(seen, x => CaseRules.Take(x, world.Actor("Dana"), world.Now));

        (await OwedByAsync(world, taken)).ShouldBe(["Acknowledge Broken nobody"]);
        (await OwedByAsync(world, seen)).ShouldBe(["Acknowledge Broken nobody"]);
    }

    [Fact]
    public async Task Somebodys_own_word_is_theirs_whoever_owes_the_rest_of_it_later()
    {
        await using var world = await DeskWorld.CreateAsync();
        var c = await world.OpenAsync();
        await world.ActAsync(c, x => CaseRules.Take(x, world.Actor("Lee"), world.Now), world.Actor("Lee"));
        var (kept, late) = (Word(world, "Call Ada"), Word(world, "Send the log"));
        await world.ActAsync(c, x => PromisedBy(x, kept));
        await world.ActAsync(c, x => PromisedBy(x, late));
        await world.ActAsync(c, x => CommitmentRules.Keep(x, kept.Id, kept.What));
        world.Clock.Move(Duration.FromHours(2));
        await GiveAsync(world, c, "Dana");
        await world.WriteAsync(work => CaseMover.OweAsync(work, c.Id, world.Person("Priya").Id, new Party(world.Person("Dana").Id, "Dana Park"), CancellationToken.None).GetAwaiter().GetResult());
        await world.WatchAsync();

        (await OwedByAsync(world, c)).Where(p => p.StartsWith("Personal", StringComparison.Ordinal)).ShouldBe(["Personal Broken Priya Raman", "Personal Kept Priya Raman"]);
    }

    [Fact]
    public async Task What_gets_a_later_time_is_not_late_and_counts_for_whoever_keeps_it()
    {
        await using var world = await DeskWorld.CreateAsync();
        var c = await world.OpenAsync(Priority.P2);
        await world.ActAsync(c, x => CaseRules.Take(x, world.Actor("Dana"), world.Now));
        world.Clock.Move(Duration.FromHours(3));
        await GiveAsync(world, c, "Lee");
        await world.ActAsync(c, x => CaseRules.Prioritise(x, world.Actor("Lee"), Priority.P3), world.Actor("Lee"));
        await world.ActAsync(c, x => CaseRules.Tell(x, world.Actor("Lee"), "We are on it", null, false, world.Now), world.Actor("Lee"));

        (await OwedByAsync(world, c)).ShouldContain("FirstResponse Kept Lee Osei");
    }

    [Fact]
    public async Task What_was_settled_before_it_was_written_down_is_told_from_the_timeline()
    {
        await using var world = await DeskWorld.CreateAsync();
        var c = await world.OpenAsync();
        world.Clock.Move(Duration.FromMinutes(16));
        await world.WatchAsync();
        await world.ActAsync(c, x => CaseRules.Take(x, world.Actor("Dana"), world.Now));
        await world.PassAsync(Duration.FromHours(5));
        await GiveAsync(world, c, "Lee");
        await world.ActAsync(c, x => EndingRules.Resolve(x, world.Actor("Lee"), "Done", world.Now), world.Actor("Lee"));
        var before = await OwedByAsync(world, c);
        await world.RunAsync(
            """
            alter table promises drop column owed_by;
            create index promises_kept on promises (fulfilled_at);
            create index promises_broken on promises (broken_at);
            drop index resolutions_reopened, cases_ever_restricted;
            delete from migrations where name = '0071_owed_by';
            """);

        (await MigrationRunner.RunAsync(world.Database, CancellationToken.None)).ShouldBe(["0071_owed_by"]);

        before.ShouldBe(["Acknowledge Broken nobody", "FirstResponse Broken Dana Park", "Resolve Kept Lee Osei"]);
        (await OwedByAsync(world, c)).ShouldBe(before);
    }


    private static Commitment Word(DeskWorld world, string what) => new(Commitment.NewId(world.Now), CommitmentKind.Personal, what)
    {
        OwnerId = world.Person("Priya").Id,
        Due = world.Now + Duration.FromHours(1),
    };

    private static CaseDecision PromisedBy(SupportCase c, Commitment made) => CommitmentRules.Promise(c, made, "Priya Raman", made.Due!.Value - Duration.FromHours(1));

    private static Task<CaseOutcome> GiveAsync(DeskWorld world, SupportCase c, string to) => world.ActAsync(
        c, x => CaseRules.Assign(x, world.Actor("Grace"), new Party(world.Person(to).Id, world.Person(to).Name), world.Now), world.Actor("Grace"));

    private static Task<List<string>> OwedByAsync(DeskWorld world, SupportCase c) => world.TextsAsync(
        """
        select p.kind || ' ' || p.state || ' ' || case when p.owed_by = '00000000-0000-0000-0000-000000000000' then 'nobody' else coalesce(o.name, 'unknown') end
        from promises p left join people o on o.id = p.owed_by
        where p.case_id = $1 and p.state in ('Kept', 'Broken') and p.kind not in ('ClimbTimer', 'CloseTimer', 'LevelResponse', 'FollowUp', 'StatusUpdate') order by 1
        """,
        c.Id);
}
