using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_people_are_thanked : Story
{
    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_colleagues_thanks_reach_them_and_the_digest_names_them(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await App.CommandAsync(Lee, Room.Triage, $"liaison thank @Dana Park for the calm call {Inside} ACME-1");
        await Desk.SeesAsync(Lee, "Dana Park is told, and the digest names them.");
        var told = await Desk.SeesAsync(Dana, "Lee Osei thanks you");
        told.Words.ShouldContain($"the calm call {Inside}");
        told.Words.ShouldContain("ACME-1 The export hangs");

        await App.CommandAsync(Grace, Room.Management, "liaison digest");
        (await Desk.SeesAsync(Grace, "Thanks and praise")).Words.ShouldContain("thanked by colleagues Dana Park");
        await App.CommandAsync(Priya, Room.Triage, "liaison praise");
        await Desk.SeesAsync(Priya, "Praise and thanks of the last 30 days", n => n.Says("from Lee Osei"));
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_was_typed_is_kept_when_it_is_not_clear_whom_it_is_for(string platform)
    {
        await OpenDeskAsync(platform);
        await TakeDownAsync();
        var form = await FormAsync(Lee, Room.Triage, "liaison thank Zed for the calm call", "Thank them");
        form.Typed("What for?").ShouldBe("the calm call");
        App.SeenBy(Lee).ShouldContain(n => n.Says("Nobody here is called Zed."));
        (await form.SubmitAsync(("Whom?", "Lee Osei"))).Said.ShouldContain("That is you. Thank somebody else.");
        (await form.SubmitAsync(("Whom?", "Dana Park"), ("On which case?", "ACME-9"))).Said.ShouldContain("There is no case ACME-9.");
        (await form.SubmitAsync(("On which case?", "acme-1"))).Taken.ShouldBeTrue();
        await Desk.SeesAsync(Dana, "Lee Osei thanks you", n => n.Says("ACME-1"));
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_customers_message_is_kept_as_praise_once_and_only_a_customers(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        var said = await App.SayAsync(Ada, Room.Acme, "You are wonderful, thank you so much", Card());
        await Desk.SettleAsync();
        var keep = await App.ShortcutAsync(Lee, said, "liaison praise");
        keep.Typed("What did they say?").ShouldBe("You are wonderful, thank you so much");
        (await keep.SubmitAsync()).Taken.ShouldBeTrue();
        var told = await Desk.SeesAsync(Dana, "Ada Byrne of Acme Ltd praises you");
        told.Words.ShouldContain("You are wonderful, thank you so much");
        (await Desk.Records.ListAsync("select kind || ' ' || by_name || ' ' || what from kudos")).ShouldBe(["Praise Ada Byrne You are wonderful, thank you so much"]);

        await Desk.SettleAsync();
        var again = await App.ShortcutAsync(Priya, said, "liaison praise");
        (await again.SubmitAsync(("Whom is it for?", "Priya Raman"))).Said.ShouldContain("That message is kept already.");
        var ours = await App.SayAsync(Lee, Room.Triage, "I am wonderful", Triage());
        await Should.ThrowAsync<Exception>(() => App.ShortcutAsync(Lee, ours, "liaison praise"), "no form opens");
        App.SeenBy(Lee).ShouldContain(n => n.Says("Only what a customer wrote is kept as praise."));
        await App.CommandAsync(Grace, Room.Management, "liaison digest");
        (await Desk.SeesAsync(Grace, "Thanks and praise")).Words.ShouldContain("praised by customers Dana Park");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task The_best_rating_with_a_comment_is_praise_and_a_lesser_one_is_not(string platform)
    {
        await OpenDeskAsync(platform);
        foreach (var (reference, score, words) in new[] { ("ACME-1", "4", "Well done"), ("ACME-2", "5", "Dana was a joy") })
        {
            await App.PressAsync(Dana, await TakeDownAsync($"The export hangs in {reference}"), "Take");
            await Desk.SettleAsync();
            await App.PressAsync(Ada, await ResolveAsync($"We settled {reference}.", reference: reference), "It works");
            var rate = await Desk.ShowsAsync(Room.Acme, "How did we look after you?", n => n.Says(reference));
            await App.PressAsync(Ada, rate, score);
            var comment = await App.OpenAsync(Ada, await Desk.ShowsAsync(Room.Acme, $"Your rating: {score} of 5."), "Add a comment");
            (await comment.SubmitAsync(("What should we keep, or do better?", words))).Taken.ShouldBeTrue();
            await Desk.SettleAsync();
        }

        (await Desk.Records.ListAsync("select p.name || ': ' || k.what from kudos k join people p on p.id = k.to_id")).ShouldBe(["Dana Park: Dana was a joy"]);
    }
}
