using ChatLiaison.Away;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.People;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Away;

public sealed class AwayDeskTests
{
    private static readonly Duration Day = Duration.FromHours(24);

    [Fact]
    public async Task The_covers_cover_takes_over_when_the_cover_is_away_too()
    {
        await using var world = await DeskWorld.CreateAsync();
        await GoAsync(world, "U0LEE", "Priya", world.Now + Day);
        var outcome = await GoAsync(world, "U0DANA", "Lee", world.Now + Duration.FromHours(5));

        outcome.Absence!.CoverId.ShouldBe(world.Person("Priya").Id);
        world.Known.Absences.StandIn(world.Person("Dana").Id, world.Now).ShouldBe(world.Person("Priya").Id);
    }

    [Fact]
    public async Task Nobody_is_covered_by_whom_they_cover()
    {
        await using var world = await DeskWorld.CreateAsync();
        await GoAsync(world, "U0LEE", "Dana", world.Now + Day);

        (await GoAsync(world, "U0DANA", "Lee", world.Now + Duration.FromHours(5))).Wrong.ShouldBe("Lee Osei is away then too, and you cover for them. Name somebody else.");
        (await GoAsync(world, "U0PRIYA", "Priya", world.Now + Day)).Wrong.ShouldBe("You can't cover for yourself. Name somebody else.");
        world.Known.Absences.All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_second_delivery_of_the_press_changes_nothing()
    {
        await using var world = await DeskWorld.CreateAsync();
        await GoAsync(world, "U0DANA", "Lee", world.Now + Day, key: "press-1");
        await GoAsync(world, "U0DANA", "Lee", world.Now + Day, key: "press-1");

        (await world.CountAsync("absences")).ShouldBe(1);
        (await world.CountAsync("outbox where live = 'cover'")).ShouldBe(1);
    }

    [Fact]
    public async Task Saying_it_again_changes_the_absence_and_asks_the_new_cover()
    {
        await using var world = await DeskWorld.CreateAsync();
        await HeldAsync(world, "Dana");
        await GoAsync(world, "U0DANA", "Lee", world.Now + Day);
        world.Clock.Move(Duration.FromMinutes(5));
        await GoAsync(world, "U0DANA", "Priya", world.Now + Day + Day);

        var only = world.Known.Absences.All.ShouldHaveSingleItem();
        only.CoverId.ShouldBe(world.Person("Priya").Id);
        only.Until.ShouldBe(world.Now + Day + Day);
        only.Consent.ShouldBe(Consent.Asked);
        (await AnswerAsync(world, "U0LEE", only, yes: true)).ShouldBe("You are not asked to cover any more.");
    }

    [Fact]
    public async Task What_is_owed_by_name_goes_with_the_case_and_comes_back_with_it()
    {
        await using var world = await DeskWorld.CreateAsync();
        var c = await HeldAsync(world, "Dana");
        await world.RunAsync("update promises set owner_id = $2 where case_id = $1 and kind = 'FirstResponse'", c.Id, world.Person("Dana").Id);
        var absence = (await GoAsync(world, "U0DANA", "Lee", world.Now + Day)).Absence!;
        (await AnswerAsync(world, "U0LEE", absence, yes: true)).ShouldBe("");

        (await world.ReadAsync(c)).Owner!.Name.ShouldBe("Lee Osei");
        (await OwedByAsync(world, c)).ShouldBe("Lee Osei");

        world.Clock.Move(Day);
        await world.Get<AwayJob>().RunAsync(world.Now, CancellationToken.None);
        world.Known.Absences.All.ShouldBeEmpty();
        (await world.Get<HandBack>().TakeAsync(world.Caller("U0DANA"), "back-1", absence.Id, null, CancellationToken.None)).ShouldBeNull();
        (await world.ReadAsync(c)).Owner!.Name.ShouldBe("Dana Park");
        (await OwedByAsync(world, c)).ShouldBe("Dana Park");
        (await world.Get<HandBack>().TakeAsync(world.Caller("U0DANA"), "back-2", absence.Id, null, CancellationToken.None))!.ToPlain().ShouldContain("Nothing is left to take back");
        (await world.Get<HandBack>().TakeAsync(world.Caller("U0LEE"), "back-3", absence.Id, null, CancellationToken.None)).ShouldNotBeNull("it is not theirs");
    }

    [Fact]
    public async Task A_restricted_case_is_not_shown_to_the_cover_and_goes_to_management()
    {
        await using var world = await DeskWorld.CreateAsync();
        var c = await HeldAsync(world, "Dana");
        await world.RunAsync("update cases set restricted = true, title = 'Zebra' where id = $1", c.Id);
        var absence = (await GoAsync(world, "U0DANA", "Lee", world.Now + Day)).Absence!;
        var asked = await world.Get<CoverCard>().DrawAsync(absence, CancellationToken.None);
        asked.ToPlain().ShouldNotContain("Zebra");
        asked.ToPlain().ShouldContain("Restricted cases (1) go to those who see every restricted case instead.");

        await AnswerAsync(world, "U0LEE", absence, yes: true);
        (await world.ReadAsync(c)).Owner!.Name.ShouldBe("Grace Lindqvist");
    }

    [Fact]
    public async Task A_case_that_ended_meanwhile_stays_ended()
    {
        await using var world = await DeskWorld.CreateAsync();
        var c = await HeldAsync(world, "Dana");
        var absence = (await GoAsync(world, "U0DANA", "Lee", world.Now + Day)).Absence!;
        await AnswerAsync(world, "U0LEE", absence, yes: true);
        await world.RunAsync("update cases set status = 'Closed', closed_at = $2 where id = $1", c.Id, world.Now);
        world.Clock.Move(Day);
        await world.Get<AwayJob>().RunAsync(world.Now, CancellationToken.None);

        var refusal = await world.Get<HandBack>().TakeAsync(world.Caller("U0DANA"), "back-1", absence.Id, c.Id, CancellationToken.None);
        refusal!.ToPlain().ShouldContain("is closed");
        (await world.ReadAsync(c)).Owner!.Name.ShouldBe("Lee Osei");
    }

    [Fact]
    public async Task An_absence_ahead_begins_at_its_instant_and_can_be_taken_back()
    {
        await using var world = await DeskWorld.CreateAsync();
        var c = await HeldAsync(world, "Dana");
        var absence = (await GoAsync(world, "U0DANA", "Lee", world.Now + Day, from: world.Now + Duration.FromHours(1))).Absence!;
        await AnswerAsync(world, "U0LEE", absence, yes: true);
        (await world.ReadAsync(c)).Owner!.Name.ShouldBe("Dana Park", "it has not begun");

        world.Clock.Move(Duration.FromHours(1));
        await world.Get<AwayJob>().RunAsync(world.Now, CancellationToken.None);
        (await world.ReadAsync(c)).Owner!.Name.ShouldBe("Lee Osei");

        var later = (await GoAsync(world, "U0PRIYA", "", world.Now + Day + Day, from: world.Now + Day)).Absence!;
        (await world.Get<AwayDesk>().BackAsync(world.Caller("U0PRIYA"), "take-back", later.Id, CancellationToken.None)).ShouldNotBeNull();
        world.Known.Absences.Of(world.Person("Priya").Id).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_engineering_is_to_find_is_seen_when_the_engineer_goes_away()
    {
        await using var world = await DeskWorld.CreateAsync();
        var (c, mateo) = (await HeldAsync(world, "Dana"), world.Person("Mateo"));
        await world.RunAsync("update cases set engineering_owner_id = $2, engineering_owner_name = $3 where id = $1", c.Id, mateo.Id, mateo.Name);

        var touched = (await world.Get<CoverStore>().TouchedAsync(mateo.Id, world.Now + Day * 14, CancellationToken.None)).ShouldHaveSingleItem();
        touched.Engineering.ShouldBeTrue();
        AwayCards.Line(touched).ToPlain().ShouldContain("the cause and the fix by");
    }

    [Fact]
    public async Task All_come_back_however_many_there_are()
    {
        await using var world = await DeskWorld.CreateAsync();
        for (var i = 0; i < 35; i++)
        {
            await HeldAsync(world, "Dana");
        }

        var absence = (await GoAsync(world, "U0DANA", "Lee", world.Now + Day)).Absence!;
        await AnswerAsync(world, "U0LEE", absence, yes: true);
        (await world.CountAsync("cases where owner_name = 'Lee Osei'")).ShouldBe(35);
        (await world.Get<HandBack>().TakeAsync(world.Caller("U0DANA"), "back", absence.Id, null, CancellationToken.None)).ShouldBeNull();
        (await world.CountAsync("cases where owner_name = 'Dana Park'")).ShouldBe(35);
    }

    [Fact]
    public async Task Being_away_stands_on_the_audit_trail()
    {
        await using var world = await DeskWorld.CreateAsync();
        await HeldAsync(world, "Dana");
        var absence = (await GoAsync(world, "U0DANA", "Lee", world.Now + Day)).Absence!;
        await AnswerAsync(world, "U0LEE", absence, yes: true);
        await world.Get<AwayDesk>().BackAsync(world.Caller("U0DANA"), "back", null, CancellationToken.None);
        await world.Get<PersonStore>().MarkUnreachableAsync(world.Person("Dana").Id, "slack", "gone", world.Now, CancellationToken.None);
        await world.Get<PersonStore>().MarkUnreachableAsync(world.Person("Dana").Id, "slack", "gone", world.Now, CancellationToken.None);

        (await world.TextsAsync("select actor || ': ' || change from directory_changes where subject = 'person dana@example.com' order by id desc limit 4")).ShouldBe(
        [
            "ChatLiaison: can't be reached on slack: gone",
            "Dana Park: back",
            "Lee Osei: is covered while away",
            "Dana Park: away from 2026-11-23T12:00:00Z until 2026-11-24T12:00:00Z, cover lee@example.com",
        ]);
    }

    internal static async Task<SupportCase> HeldAsync(DeskWorld world, string by)
    {
        var c = await world.OpenAsync();
        return (await world.ActAsync(c, held => CaseRules.Take(held, world.Actor(by), world.Now), world.Actor(by))).Case!;
    }

    internal static Task<AwayOutcome> GoAsync(DeskWorld world, string who, string cover, Instant until, Instant? from = null, string? key = null) =>
        world.Get<AwayDesk>().ConfirmAsync(
            new Act(world.Caller(who), key ?? Guid.NewGuid().ToString()), world.Caller(who).PersonId!.Value, new AwayWish(from ?? world.Now, until, "", cover), CancellationToken.None);

    internal static Task<string> AnswerAsync(DeskWorld world, string who, Absence absence, bool yes) =>
        world.Get<AwayDesk>().AnswerAsync(world.Caller(who), Guid.NewGuid().ToString(), absence.Id, yes, CancellationToken.None);

    private static async Task<string> OwedByAsync(DeskWorld world, SupportCase c) => (await world.TextsAsync(
        "select name from people where id = (select owner_id from promises where case_id = $1 and kind = 'FirstResponse')", c.Id)).Single();
}
