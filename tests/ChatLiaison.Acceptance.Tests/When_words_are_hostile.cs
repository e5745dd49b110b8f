using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_words_are_hostile : Story
{
    private const string Hostile =
        """<!channel> <@U0DANA> @here *bold* _it_ ~s~ `code` [x](https://e.example) <at>Dana Park</at> {{DATE(2020-01-01T00:00:00Z)}} # h & < > | \ "q" 日本 🎉 &amp; :smile:""";

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task They_arrive_as_typed_and_name_nobody(string platform)
    {
        await OpenDeskAsync(platform);
        var dialog = await App.EscalateAsync(Dana, Room.Acme);
        (await dialog.SubmitAsync(("What is happening?", Hostile), ("How much does it affect?", "Some people or one part"), ("How soon does it hurt?", "Today")))
            .Taken.ShouldBeTrue();
        await Desk.ShowsAsync(Room.Triage, Hostile);
        (await Desk.ShowsAsync(Room.Acme, "ACME-1")).Words.ShouldContain(Hostile);
        // Only the contact is named in the customer's channel.
        var named = platform == "slack" ? new[] { "\"user_id\":\"U0DANA\"", "<@U0DANA>", "<!channel>", "\"broadcast\"" } : ["29:dana", Dana.AadObjectId];
        foreach (var note in App.In(Room.Acme).Where(n => n.ByBot && n.Says("ACME-1")))
        {
            named.ShouldAllBe(sign => !note.Raw.Contains(sign));
        }
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Very_long_ones_are_cut_and_not_refused(string platform)
    {
        await OpenDeskAsync(platform);
        var said = await App.SayAsync(Ada, Room.Acme, string.Join(' ', Enumerable.Range(1, 2500).Select(i => $"word{i}")));
        var dialog = await App.ShortcutAsync(Dana, said);
        var sent = await dialog.SubmitAsync(("How much does it affect?", "Some people or one part"), ("How soon does it hurt?", "Today"));
        sent.Taken.ShouldBeTrue(sent.Said);
        await Desk.ShowsAsync(Room.Triage, "word1 word2");
        await Desk.ShowsAsync(Room.Acme, "ACME-1");
        App.Faults().ShouldBeEmpty();
    }
}
