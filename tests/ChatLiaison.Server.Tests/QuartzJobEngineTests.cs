using System.Collections.Concurrent;
using ChatLiaison.Jobs;
using ChatLiaison.Jobs.Quartz;
using ChatLiaison.TestKit;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace ChatLiaison.Server.Tests;

public sealed class QuartzJobEngineTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Ticks_every_second_and_goes_on_after_a_tick_that_throws()
    {
        var database = await TestPostgres.NewDatabaseAsync();
        var ticks = 0;
        await using var engine = new QuartzJobEngine(NullLoggerFactory.Instance);
        await engine.StartAsync(database, [new("watch", Second, _ => Interlocked.Increment(ref ticks) > 0 ? throw new InvalidOperationException("on purpose") : Task.CompletedTask)], CancellationToken.None);
        await Wait.UntilAsync(() => Volatile.Read(ref ticks) >= 3, TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task Runs_a_tick_on_one_server_at_a_time_and_never_beside_itself()
    {
        var database = await TestPostgres.NewDatabaseAsync();
        var (running, most, count) = (0, 0, 0);
        async Task Slow(CancellationToken cancellationToken)
        {
            var beside = Interlocked.Increment(ref running);
            lock (database)
                most = Math.Max(most, beside);
            await Task.Delay(TimeSpan.FromSeconds(1.5), cancellationToken);
            Interlocked.Decrement(ref running);
            Interlocked.Increment(ref count);
        }

        await using var first = new QuartzJobEngine(NullLoggerFactory.Instance);
        await using var second = new QuartzJobEngine(NullLoggerFactory.Instance);
        await Task.WhenAll(
            first.StartAsync(database, [new("slow", Second, Slow)], CancellationToken.None),
            second.StartAsync(database, [new("slow", Second, Slow)], CancellationToken.None));
        await Wait.UntilAsync(() => Volatile.Read(ref count) >= 4, TimeSpan.FromSeconds(30));
        most.ShouldBe(1);
    }

    [Fact]
    public async Task Leaves_the_ticks_of_a_stopped_server_to_the_others()
    {
        var database = await TestPostgres.NewDatabaseAsync();
        var byServer = new ConcurrentBag<string>();
        RecurringTick[] TicksOf(string server) => [new("watch", Second, _ => { byServer.Add(server); return Task.CompletedTask; })];
        var first = new QuartzJobEngine(NullLoggerFactory.Instance);
        await using var second = new QuartzJobEngine(NullLoggerFactory.Instance);
        await first.StartAsync(database, TicksOf("first"), CancellationToken.None);
        await Wait.UntilAsync(() => byServer.Contains("first"), TimeSpan.FromSeconds(10));
        await second.StartAsync(database, TicksOf("second"), CancellationToken.None);

        await first.DisposeAsync();
        byServer.Clear();
        await Wait.UntilAsync(() => byServer.Count >= 2, QuartzJobEngine.PickUpWithin);
        byServer.ShouldAllBe(server => server == "second");
    }

    [Fact]
    public async Task Lets_a_running_tick_finish_when_it_stops()
    {
        var database = await TestPostgres.NewDatabaseAsync();
        var (begun, finished) = (false, false);
        var engine = new QuartzJobEngine(NullLoggerFactory.Instance);
        await engine.StartAsync(database, [new("slow", TimeSpan.FromMinutes(1), async stop => { begun = true; await Task.Delay(1000, stop); finished = true; })], CancellationToken.None);
        await Wait.UntilAsync(() => Volatile.Read(ref begun), TimeSpan.FromSeconds(10));
        await engine.DisposeAsync();
        finished.ShouldBeTrue();
    }

    [Fact]
    public async Task Ticks_again_after_the_database_was_away()
    {
        await using var database = await PrivatePostgres.CreateAsync();
        var ticks = 0;
        await using var engine = new QuartzJobEngine(NullLoggerFactory.Instance);
        await engine.StartAsync(database.ConnectionString, [new("watch", Second, _ => { Interlocked.Increment(ref ticks); return Task.CompletedTask; })], CancellationToken.None);
        await Wait.UntilAsync(() => Volatile.Read(ref ticks) >= 1, TimeSpan.FromSeconds(10));

        await database.KillAsync();
        await database.StartAsync();
        var before = Volatile.Read(ref ticks);
        await Wait.UntilAsync(() => Volatile.Read(ref ticks) >= before + 2, TimeSpan.FromSeconds(30));
    }
}
