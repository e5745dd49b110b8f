using ChatLiaison.Cases;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Cases;

public sealed class CaseDeskTests
{
    [Fact]
    public async Task Of_two_who_acknowledge_at_once_one_comes_second_and_is_told_so()
    {
        await using var world = await DeskWorld.CreateAsync();
        var c = await world.OpenAsync();

        var outcomes = await Task.WhenAll(
            world.ActAsync(c, x => CaseRules.Acknowledge(x, world.Actor("Dana"), world.Now), world.Actor("Dana"), "key-1"),
            world.ActAsync(c, x => CaseRules.Acknowledge(x, world.Actor("Priya"), world.Now), world.Actor("Priya"), "key-2"));

        outcomes.Count(o => o.Refusal is null).ShouldBe(1);
        outcomes.Single(o => o.Refusal is not null).Refusal!.ToPlain().ShouldContain("there is nothing left to acknowledge");
        (await world.TimelineAsync(c)).Count(t => t.Kind == CaseEventKind.Acknowledged).ShouldBe(1);
        (await world.CountAsync("promise_history where what in ('Kept', 'Late')")).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_act_delivered_again_changes_nothing()
    {
        await using var world = await DeskWorld.CreateAsync();
        var c = await world.OpenAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => world.ActAsync(c, x => CaseRules.Note(x, "Looked at the log"), key: "once")));

        outcomes.Count(o => o.Repeat).ShouldBe(4);
        (await world.TimelineAsync(c)).Count(t => t.Kind == CaseEventKind.Noted).ShouldBe(1);
    }

    [Fact]
    public async Task An_act_that_was_refused_may_come_again()
    {
        await using var world = await DeskWorld.CreateAsync();
        var c = await world.OpenAsync();

        (await world.ActAsync(c, x => CaseRules.Resume(x, world.Actor()), key: "k")).Refusal.ShouldNotBeNull();
        await world.ActAsync(c, x => CaseRules.Wait(x, world.Actor(), CaseStatus.WaitingOnCustomer, "Which?", world.Now));
        (await world.ActAsync(c, x => CaseRules.Resume(x, world.Actor()), key: "k")).Case!.Status.ShouldBe(CaseStatus.Investigating);
    }

    [Fact]
    public async Task The_same_form_submitted_again_gives_the_same_case_and_burns_no_number()
    {
        await using var world = await DeskWorld.CreateAsync();

        var all = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => world.OpenAsync(key: "form")));
        var next = await world.OpenAsync(key: "another");

        all.Select(c => c.Reference).Distinct().ShouldBe(["ACME-1"]);
        all.Select(c => c.Id).Distinct().Count().ShouldBe(1);
        next.Reference.ShouldBe("ACME-2");
        (await world.CountAsync("timeline where kind = 'Opened'")).ShouldBe(2);
        (await world.CountAsync("outbox where live = 'triage' and kind = 'Send'")).ShouldBe(2);
    }

    [Fact]
    public async Task Each_customer_counts_its_own_cases_without_gaps_under_parallel_openings()
    {
        await using var world = await DeskWorld.CreateAsync();

        var opened = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => world.OpenAsync(customer: i % 2 == 0 ? "ACME" : "GLOBEX")));

        opened.Select(c => c.Reference).ShouldBe(
            Enumerable.Range(1, 20).SelectMany(i => new[] { $"ACME-{i}", $"GLOBEX-{i}" }), ignoreOrder: true);
    }

    [Fact]
    public async Task What_fails_beside_it_leaves_no_case_behind()
    {
        await using var world = await DeskWorld.CreateAsync();

        await Should.ThrowAsync<Npgsql.PostgresException>(() => world.OpenAsync(also: work => work.Write("insert into no_such_table values (1)")));

        foreach (var table in new[] { "cases", "timeline", "promises", "outbox", "inbox" })
        {
            (await world.CountAsync(table)).ShouldBe(0, table);
        }
    }
}
