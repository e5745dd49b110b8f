using ChatLiaison.Away;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using FsCheck.Fluent;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Away;

/// <summary>Whatever people say of their being away, and in whatever order: what is owed on a case is told to somebody who is there.</summary>
public sealed class When_people_come_and_go
{
    private static readonly string[] People = ["U0DANA", "U0LEE", "U0PRIYA"];
    private static readonly string[] Covers = ["", "Dana", "Lee", "Priya"];

    private static readonly IReadOnlySet<string> Platforms = new HashSet<string> { "slack", "teams" };

    private static string[] Acts =>
    [
        .. from who in People from cover in Covers from hours in new[] { 2, 9, 30 } select $"away {who} {hours} {cover}",
        .. from who in People from act in Enumerable.Repeat("back", 4) select $"{act} {who}",
        .. from who in People from act in new[] { "yes", "no", "yes", "no" } select $"{act} {who}",
        .. Enumerable.Repeat("pass 1", 6), .. Enumerable.Repeat("pass 7", 6),
    ];

    [Fact]
    public async Task No_held_case_is_left_with_nobody_while_somebody_of_its_level_is_there()
    {
        await using var world = await DeskWorld.CreateAsync();
        foreach (var holder in new[] { "Dana", "Dana", "Lee", "Priya" })
        {
            await AwayDeskTests.HeldAsync(world, holder);
        }

        var (looked, away) = (0, 0);
        foreach (var story in Gen.Elements(Acts).ListOf(10).Sample(6))
        {
            var done = new List<string>();
            foreach (var act in story)
            {
                done.Add(act);
                await DoAsync(world, act.Split(' '));
                await world.Get<AwayJob>().RunAsync(world.Now, CancellationToken.None);
                await world.Get<ChatLiaison.People.Directory>().RefreshAsync(CancellationToken.None);
                away += world.Known.Absences.All.Count(a => a.Covers(world.Now));
                looked += await CheckAsync(world, string.Join(", ", done));
            }
        }

        looked.ShouldBeGreaterThan(100);
        away.ShouldBeGreaterThan(10);
    }

    private static async Task DoAsync(DeskWorld world, string[] act)
    {
        switch (act[0])
        {
            case "away":
                await AwayDeskTests.GoAsync(world, act[1], act[3], world.Now + Duration.FromHours(int.Parse(act[2])));
                break;
            case "back":
                await world.Get<AwayDesk>().BackAsync(world.Caller(act[1]), Guid.NewGuid().ToString(), null, CancellationToken.None);
                break;
            case "pass":
                world.Clock.Move(Duration.FromHours(int.Parse(act[1])));
                break;
            default:
                var me = world.Known.PersonByIdentity("slack", act[1])!.Id;
                foreach (var asked in world.Known.Absences.All.Where(a => a.CoverId == me && a.Consent == Consent.Asked).ToList())
                {
                    await AwayDeskTests.AnswerAsync(world, act[1], asked, act[0] == "yes");
                }

                break;
        }
    }

    /// <summary>Asks for each promise whom the watcher would tell now; gives how many it asked for.</summary>
    private static async Task<int> CheckAsync(DeskWorld world, string story)
    {
        await world.RunAsync("update promises set next_look = $1 where state = 'Running' and kind not in ('ClimbTimer', 'CloseTimer')", world.Now);
        await using var work = world.Database.Begin(world.Now);
        var due = (await WatchStore.TakeAsync(work, 1000, CancellationToken.None)).Where(d => d.Due is { OwnerId: not null }).Select(d => d.Due!).ToList();
        var (known, playbook) = (world.Known, world.Get<PlaybookSource>().Current);
        var recipients = new NudgeRecipients(playbook, known, Platforms, world.Now);
        foreach (var promise in due)
        {
            var told = recipients.For(promise)?.Person;
            var level = playbook.Levels[Math.Min(promise.Level, playbook.Levels.Count - 1)];
            var there = known.WithRole(level.Role).Where(p => !known.Absences.IsAway(p.Id, world.Now)).ToList();
            if (there.Count > 0)
            {
                told.ShouldNotBeNull($"{promise.Reference} reaches nobody after: {story}");
                known.Absences.IsAway(told.Id, world.Now).ShouldBeFalse($"{promise.Reference} is told to {told.Name}, who is away, after: {story}");
            }
        }

        return due.Count;
    }
}
