using ChatLiaison.Cases;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using FsCheck.Fluent;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Promises;

/// <summary>Random lives of a case on a real database: whatever is done to it, in whatever order, what is owed stays right.</summary>
public sealed class When_a_case_lives : IAsyncLifetime
{
    private const int Lives = 25;

    private static readonly string[] Acts =
        ["told", "promised", "wrote", "wait", "third party", "resume", "urgent", "calm", "acknowledge", "take", "resolve", "reopen", "follow up", "close", "cancel", "pass", "pass long"];

    private DeskWorld world = null!;

    public async ValueTask InitializeAsync() => world = await DeskWorld.CreateAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task What_is_owed_stays_right_whatever_is_done()
    {
        var sequences = Gen.Elements(Acts).ListOf(14).Sample(Lives);
        foreach (var acts in sequences)
        {
            world.Clock.Now = DeskWorld.Noon;
            var c = await world.OpenAsync(Priority.P2);
            var done = new List<string>();
            foreach (var act in acts)
            {
                done.Add(act);
                await DoAsync(c, act);
                await CheckAsync(c, string.Join(", ", done));
            }
        }
    }

    private async Task DoAsync(SupportCase c, string act)
    {
        var (by, now) = (world.Actor(), world.Now);
        if (act.StartsWith("pass", StringComparison.Ordinal))
        {
            await world.PassAsync(act == "pass" ? Duration.FromMinutes(20) : Duration.FromDays(3));
            return;
        }

        Func<SupportCase, CaseDecision> rule = act switch
        {
            "told" => x => CaseRules.Tell(x, by, "News", null, false, now),
            "promised" => x => CaseRules.Tell(x, by, "News", now + Duration.FromMinutes(40), false, now),
            "wrote" => x => x.Status.IsEnded() ? CaseRules.Ended(x)! : CaseRules.CustomerWrote(x, "Hello?"),
            "wait" => x => CaseRules.Wait(x, by, CaseStatus.WaitingOnCustomer, "Which?", now),
            "third party" => x => CaseRules.Wait(x, by, CaseStatus.WaitingOnThirdParty, "We ask them", now),
            "resume" => x => CaseRules.Resume(x, by),
            "urgent" => x => CaseRules.Prioritise(x, by, Priority.P1),
            "calm" => x => CaseRules.Prioritise(x, by, Priority.P4),
            "acknowledge" => x => CaseRules.Acknowledge(x, by, now),
            "take" => x => CaseRules.Take(x, by, now),
            "resolve" => x => EndingRules.Resolve(x, by, "Restarted", now),
            "reopen" => x => EndingRules.Reopen(x, by, ""),
            "follow up" => x => EndingRules.FollowUp(x, by, "", "", now),
            "close" => x => EndingRules.Close(x, by, now),
            _ => x => EndingRules.Cancel(x, by, "A duplicate", now),
        };
        await world.ActAsync(c, rule, act == "wrote" ? DeskWorld.Ada : by);
    }

    private async Task CheckAsync(SupportCase opened, string done)
    {
        var c = await world.ReadAsync(opened);
        var promises = await world.PromisesAsync(c);
        if (c.Status.IsOpen())
        {
            promises.ShouldContain(p => p.IsOwed && !p.IsTimer, done);
        }

        if (c.Status.IsEnded())
        {
            promises.ShouldAllBe(p => !p.IsOwed || p.OutlivesCase, done);
            (await world.CountAsync("outbox where case_id = $1 and droppable and state = 'Pending'", c.Id)).ShouldBe(0, done);
        }

        promises.ShouldAllBe(p => p.Kind != PromiseKind.Acknowledge || p.State != PromiseState.Paused, done);
        promises.ShouldAllBe(p => p.IsOwed || p.NextLook == null, done);
        promises.ShouldAllBe(p => (p.State == PromiseState.Paused) == (p.IsOwed && p.DueAt == null), done);
        foreach (var kind in promises.Where(p => p.IsOwed && !p.IsTimer).GroupBy(p => p.Kind))
        {
            kind.Count().ShouldBe(1, $"{kind.Key} is owed once: {done}");
        }

        (await world.TextsAsync(
            """
            select p.kind from promise_history h join promises p on p.id = h.promise_id
            where p.case_id = $1 and h.what in ('Kept', 'Late', 'Cancelled') group by p.id, p.kind having count(*) > 1
            """,
            c.Id)).ShouldBeEmpty($"a promise settles once: {done}");
    }
}
