using ChatLiaison.Playground;
using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_confidence_is_asked : Story
{
    private static SamplePerson Jun => SamplePeople.Jun;

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Each_side_answers_with_one_tap_or_asks_not_to_be_asked(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        var climb = await App.OpenAsync(Dana, Triage(), "Escalate");
        (await climb.SubmitAsync(("Why does it move up?", "It is a technical bug"))).Taken.ShouldBeTrue();
        await App.PressAsync(Jun, await Desk.SeesAsync(Jun, "Technical Brief"), "Accept");
        await Desk.SettleAsync();
        await ResolveAsync();
        await Desk.AdvanceAsync(TimeSpan.FromHours(1.1));
        await Desk.SettleAsync();

        var asked = await Desk.SeesAsync(Dana, "How confident are you that the next time you need engineering it will go well?");
        asked.Words.ShouldContain("without names");
        await App.PressAsync(Dana, asked, "4");
        await Desk.SeesAsync(Dana, "Thank you. It counts together with the others' answers.");
        var other = await Desk.SeesAsync(Jun, "How confident are you that the next time support needs you it will go well?");
        await App.PressAsync(Jun, other, "Don't ask me");
        await App.PressAsync(Jun, await Desk.SeesAsync(Jun, "You are not asked how confident you are after a hand-off."), "Ask me again");
        await Desk.SeesAsync(Jun, "You are asked, at most once a week");
        await App.CommandAsync(Jun, Room.Triage, "liaison pulse");
        await App.PressAsync(Jun, await Desk.SeesAsync(Jun, "You are asked, at most once a week", n => n.Buttons.Contains("Don't ask me")), "Don't ask me");
        await Desk.SettleAsync();

        (await Desk.Records.ListAsync("select side || ' ' || coalesce(answer::text, '-') from pulses order by side")).ShouldBe(["Engineering -", "Support 4"]);
        (await Desk.Records.ListAsync("select p.name from unasked u join people p on p.id = u.person_id")).ShouldBe(["Jun Tanaka"]);
        await App.CommandAsync(Grace, Room.Management, "liaison digest");
        (await Desk.SeesAsync(Grace, "This week so far")).Words.ShouldNotContain("Confidence");
    }
}
