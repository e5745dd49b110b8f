using ChatLiaison.Cases;
using ChatLiaison.Playbook;
using ChatLiaison.Quality;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Quality;

public sealed class When_confidence_is_asked
{
    private const string Question = "one question";

    [Fact]
    public async Task Both_owners_are_asked_an_hour_later_and_never_at_night()
    {
        await using var world = await DeskWorld.CreateAsync();
        await ResolveWithAsync(world, "Dana", "Jun");

        (await AskedAsync(world)).ShouldBe(["Dana Park Support 13:00", "Jun Tanaka Engineering 22:00"], "22:00 UTC is seven in the morning in Tokyo");
        await world.DeliverAsync();
        world.Slack.SaidTo("U0DANA").ShouldNotContain(s => s.Contains(Question, StringComparison.Ordinal));
        await world.PassAsync(Duration.FromHours(1));
        await world.DeliverAsync();
        world.Slack.SaidTo("U0DANA").ShouldContain(s => s.Contains("How confident are you that the next time you need engineering", StringComparison.Ordinal));
        world.Slack.SaidTo("U0JUN").ShouldNotContain(s => s.Contains(Question, StringComparison.Ordinal));
        await world.PassAsync(Duration.FromHours(9));
        await world.DeliverAsync();
        world.Slack.SaidTo("U0JUN").ShouldContain(s => s.Contains("How confident are you that the next time support needs you", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_critical_case_is_no_reason_to_wake_anybody_for_it()
    {
        await using var world = await DeskWorld.CreateAsync();
        await ResolveWithAsync(world, "Dana", "Jun", Priority.P1);

        (await AskedAsync(world)).ShouldContain("Jun Tanaka Engineering 22:00");
    }

    [Fact]
    public async Task Nobody_is_asked_twice_in_a_week_nor_when_they_do_not_want_to_be_nor_while_they_are_away()
    {
        await using var world = await DeskWorld.CreateAsync();
        await ResolveWithAsync(world, "Dana", "Jun");
        await ResolveWithAsync(world, "Dana", "Mateo");
        (await AskedAsync(world)).Select(a => a.Split(' ')[0]).ShouldBe(["Dana", "Jun", "Mateo"]);

        world.Clock.Move(Duration.FromDays(7));
        await world.WriteAsync(work => PulseStore.SetAsked(work, world.Person("Jun").Id, asked: false));
        await world.RunAsync(
            "insert into absences (id, person_id, starts_at, ends_at, reason, consent, made_at) values (gen_random_uuid(), $1, $2, $3, '', 'Needless', $2)",
            world.Person("Mateo").Id, world.Now - Duration.FromHours(1), world.Now + Duration.FromDays(2));
        await world.Get<ChatLiaison.People.Directory>().RefreshAsync(CancellationToken.None);
        await ResolveWithAsync(world, "Dana", "Jun");
        await ResolveWithAsync(world, "Lee", "Mateo");
        (await AskedAsync(world)).Select(a => a.Split(' ')[0]).ShouldBe(["Dana", "Dana", "Jun", "Lee", "Mateo"]);
    }

    [Fact]
    public async Task Only_what_engineering_had_a_part_in_asks_and_not_once_it_has_come_back()
    {
        await using var world = await DeskWorld.CreateAsync();
        await ResolveWithAsync(world, "Dana", null);
        (await AskedAsync(world)).ShouldBeEmpty();
        var c = await ResolveWithAsync(world, "Dana", "Mateo");
        await world.ActAsync(c, x => EndingRules.Reopen(x, DeskWorld.Ada, "It is back"), DeskWorld.Ada);

        await world.PassAsync(Duration.FromHours(2));
        await world.DeliverAsync();

        world.Slack.SaidTo("U0DANA").ShouldNotContain(s => s.Contains(Question, StringComparison.Ordinal));
    }

    private static async Task<SupportCase> ResolveWithAsync(DeskWorld world, string owner, string? engineer, Priority priority = Priority.P3)
    {
        var c = await world.OpenAsync(priority);
        await world.ActAsync(c, x => CaseRules.Take(x, world.Actor(owner), world.Now), world.Actor(owner));
        if (engineer is not null)
        {
            var party = new Party(world.Person(engineer).Id, world.Person(engineer).Name);
            await world.ActAsync(c, x => CaseDecision.To(x with { EngineeringOwner = party }, new CaseEvent(CaseEventKind.Noted, "Engineering has it.")));
        }

        await world.ActAsync(c, x => EndingRules.Resolve(x, world.Actor(owner), "Done", world.Now), world.Actor(owner));
        return c;
    }

    /// <summary>Who is asked, for which side, and from when on.</summary>
    private static Task<List<string>> AskedAsync(DeskWorld world) => world.TextsAsync(
        """
        select p.name || ' ' || q.side || ' ' || to_char(o.not_before at time zone 'UTC', 'HH24:MI') from pulses q join people p on p.id = q.person_id
            join outbox o on o.live = 'pulse' and o.subject = q.id::text order by 1
        """);
}
