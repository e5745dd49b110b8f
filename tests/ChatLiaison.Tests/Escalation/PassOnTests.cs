using ChatLiaison.Cases;
using ChatLiaison.Escalation;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Escalation;

/// <summary>Whoever was asked does not take it, or gives it back: to whom the case goes then.</summary>
public sealed class PassOnTests : IAsyncLifetime
{
    private DeskWorld world = null!;

    public async ValueTask InitializeAsync() => world = await DeskWorld.CreateAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Whoever_declines_gives_way_to_the_next_and_with_nobody_left_it_goes_up()
    {
        var c = await world.OpenAsync(Priority.P2);
        var dana = await DeclineAsync(c, "U0DANA", "At the dentist");
        dana.ShouldContain("goes to Lee Osei");
        (await world.ReadAsync(c)).Owner!.Name.ShouldBe("Lee Osei");

        (await DeclineAsync(c, "U0LEE", "On a train")).ShouldContain("goes up to Priya Raman");

        var after = await world.ReadAsync(c);
        (after.Level, after.Owner!.Name).ShouldBe((1, "Priya Raman"));
        (await world.OwedAsync(c)).Single(p => p.Kind == PromiseKind.LevelResponse).OwnerId.ShouldBe(world.Person("Priya").Id);
        (await world.TimelineAsync(c)).Count(t => t.Kind == CaseEventKind.Declined && t.Actor is "Dana Park" or "Lee Osei").ShouldBe(2);
        (await DeclineAsync(c, "U0DANA", "Again")).ShouldContain("declined ACME-1 once already");
        (await DeclineAsync(c, "U0MATEO", "Me too")).ShouldContain("was not asked of you");
    }

    [Fact]
    public async Task The_next_one_has_what_is_left_of_the_time()
    {
        await world.RunAsync("update people set roles = array['senior-support'] where email = 'lee@example.com'");
        await world.Get<ChatLiaison.People.Directory>().RefreshAsync(CancellationToken.None);
        var c = await world.OpenAsync();
        await world.PassAsync(Duration.FromMinutes(15));
        var first = (await world.OwedAsync(c)).Single(p => p.Kind == PromiseKind.LevelResponse);
        world.Clock.Move(Duration.FromHours(1));

        var asked = world.Person(first.OwnerId == world.Person("Priya").Id ? "Priya" : "Lee");
        await DeclineAsync(c, asked.Identities["slack"], "In a workshop");

        var second = (await world.OwedAsync(c)).Single(p => p.Kind == PromiseKind.LevelResponse);
        second.OwnerId.ShouldNotBe(first.OwnerId);
        second.DueAt.ShouldBe(first.DueAt);
    }

    [Fact]
    public async Task Engineering_gives_the_case_back_to_its_support_owner()
    {
        var c = await world.OpenAsync(Priority.P1);
        await world.ActAsync(c, x => CaseRules.Take(x, world.Actor("Priya"), world.Now), world.Actor("Priya"));
        await world.PassAsync(Duration.FromHours(4));
        var engineer = (await world.ReadAsync(c)).EngineeringOwner!;
        await world.DeliverAsync();
        world.Slack.SaidTo("U0PRIYA").ShouldContain(t => t.Contains($"ACME-1: {engineer.Name} of engineering is on it with you", StringComparison.Ordinal));

        var by = world.Actor(engineer.Name.Split(' ')[0]);
        await world.ActAsync(c, x => LadderRules.ComeBack(x, by, "A full disk", world.Get<PlaybookSource>().Current, new HashSet<Commands.Role> { Commands.Role.SeniorSupport }), by);

        var after = await world.ReadAsync(c);
        (after.Owner!.Name, after.EngineeringOwner, after.Status, after.Level).ShouldBe(("Priya Raman", null, CaseStatus.Investigating, 1));
        (await world.OwedAsync(c)).ShouldNotContain(p => p.Kind == PromiseKind.LevelResponse);
        await world.DeliverAsync();
        world.Slack.SaidTo("U0PRIYA").ShouldContain(t => t.Contains("ACME-1 is back with you alone", StringComparison.Ordinal) && t.Contains("A full disk", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_was_asked_and_can_not_be_reached_gives_way_at_once()
    {
        var c = await world.OpenAsync();
        await world.PassAsync(Duration.FromMinutes(15));
        await world.Get<ChatLiaison.People.PersonStore>().MarkUnreachableAsync(world.Person("Priya").Id, "slack", "gone", world.Now, CancellationToken.None);
        await world.Get<ChatLiaison.People.PersonStore>().MarkUnreachableAsync(world.Person("Priya").Id, "teams", "gone", world.Now, CancellationToken.None);
        await world.Get<ChatLiaison.People.Directory>().RefreshAsync(CancellationToken.None);

        await world.Get<PassOnJob>().RunAsync(world.Now, CancellationToken.None);

        (await world.ReadAsync(c)).Level.ShouldBe(2);
        (await world.TimelineAsync(c)).ShouldContain(t => t.Kind == CaseEventKind.Declined && t.Text.StartsWith("Priya Raman can't be reached.", StringComparison.Ordinal));
    }

    private async Task<string> DeclineAsync(SupportCase c, string who, string why)
    {
        var caller = world.Caller(who);
        var reply = await world.Get<DeclineCommand>().SubmitAsync(
            caller,
            new Chat.FormSubmission(caller.Chat, new("slack", Chat.PlaceKind.Nowhere, "", null), $"decline-{Guid.NewGuid()}", "decline.submit", c.Id.ToString(), new(new Dictionary<string, IReadOnlyList<string>> { ["why"] = [why] })),
            CancellationToken.None);
        return reply switch
        {
            Chat.DoneReply done => done.Text!.ToPlain(),
            Chat.RefusedReply refused => refused.Reason.ToPlain(),
            _ => reply.ToString()!,
        };
    }
}
