using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_something_is_announced : Story
{
    private const string Title = "What is it about?";
    private const string Words = "What should they know?";

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task It_is_seen_first_and_then_stands_in_the_rooms_that_were_chosen(string platform)
    {
        await OpenDeskAsync(platform);
        await App.CommandAsync(Lee, Room.Triage, "liaison announce");
        await Desk.SeesAsync(Lee, "That is for management.");

        var announce = await FormAsync(Grace, Room.Management, "liaison announce", "Announce something");
        (await announce.SubmitAsync((Title, "The playbook has changed"))).Taken.ShouldBeFalse("the words are missing");
        await announce.SubmitAsync((Words, $"{Inside} From Monday a P2 is answered within an hour."), ("Which rooms?", "Triage"));
        await Desk.SeesAsync(Grace, "Triage will read exactly this:", n => n.Says("From Monday") && n.Says("From Grace Lindqvist"));
        App.In(Room.Triage).ShouldNotContain(n => n.Says("From Monday"), "it is seen before it goes");
        (await announce.SubmitAsync()).Taken.ShouldBeTrue();

        (await Desk.ShowsAsync(Room.Triage, "The playbook has changed")).Words.ShouldContain("From Grace Lindqvist");
        App.In(Room.Management).ShouldNotContain(n => n.Says("From Monday"));
        (await Desk.Records.ListAsync("select by_name || ': ' || title || ' in ' || array_to_string(rooms, ', ') from announcements")).ShouldBe(["Grace Lindqvist: The playbook has changed in triage"]);
    }
}
