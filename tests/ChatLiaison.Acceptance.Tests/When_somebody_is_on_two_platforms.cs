using System.Text.RegularExpressions;
using ChatLiaison.Playground;
using ChatLiaison.TestKit;
using ChatLiaison.TestKit.Chat;
using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

/// <summary>Accounts on two platforms become one person only by that person's own word on both.</summary>
public sealed partial class When_somebody_is_on_two_platforms : Story
{
    private IChatApp Other => Desk.Beside!;

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_code_made_on_one_and_confirmed_on_the_other_links_them_and_a_press_unlinks_them(string platform)
    {
        await OpenBothAsync(platform);
        await Other.CommandAsync(Dana, Room.Triage, "liaison take ACME-1");
        await SeesThereAsync(Dana, "You are not in the directory yet");

        var code = await CodeAsync();
        await Other.CommandAsync(Dana, Room.Triage, $"liaison me link {code}");
        var asked = await SeesThereAsync(Dana, "Are you Dana Park?");
        (await IdentitiesAsync()).ShouldBe([platform], "nothing is linked before the person says so here too");
        await Other.PressAsync(Dana, asked, "Yes, that is me");
        await SeesThereAsync(Dana, "You are Dana Park here too");
        (await IdentitiesAsync()).ShouldBe(["slack", "teams"]);
        var told = await Desk.SeesAsync(Dana, "is linked");

        await Other.CommandAsync(Lee, Room.Triage, $"liaison me link {code}");
        await SeesThereAsync(Lee, "This account is linked already: you are Lee Osei.");
        await App.PressAsync(Dana, told, $"Unlink {(platform == "slack" ? "Microsoft Teams" : "Slack")}");
        await Desk.SeesAsync(Dana, "is no longer linked to you");
        (await IdentitiesAsync()).ShouldBe([platform]);
        (await Desk.Records.ListAsync("select actor from directory_changes where subject = 'person dana@example.com' and actor <> 'import'")).ShouldBe(["Dana Park", "Dana Park"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Whoever_is_on_both_says_where_they_want_to_be_written_to(string platform)
    {
        await OpenBothAsync(platform);
        await Other.CommandAsync(Dana, Room.Triage, $"liaison me link {await CodeAsync()}");
        await Other.PressAsync(Dana, await SeesThereAsync(Dana, "Are you Dana Park?"), "Yes, that is me");
        await SeesThereAsync(Dana, "You are Dana Park here too");
        foreach (var (on, shown) in new (string, Func<string, Task<Note>>)[]
        {
            (platform == "slack" ? "Microsoft Teams" : "Slack", words => SeesThereAsync(Dana, words)),
            (platform == "slack" ? "Slack" : "Microsoft Teams", words => Desk.SeesAsync(Dana, words)),
        })
        {
            var form = await FormAsync(Dana, Room.Triage, "liaison me edit", "Change");
            (await form.SubmitAsync(("Write to me on", on))).Taken.ShouldBeTrue();
            await App.CommandAsync(Grace, Room.Management, $"liaison away @Dana Park tomorrow because {on}");
            await App.PressAsync(Grace, await Desk.SeesAsync(Grace, "Dana Park: away from", n => n.Says(on)), "Yes, put it down");
            await shown("Grace Lindqvist put it down for you.");
        }
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_code_is_good_for_nobody_from_outside_and_not_for_long(string platform)
    {
        await OpenBothAsync(platform);
        var code = await CodeAsync();
        await Other.MentionAsync(Ada, Room.Acme, $"me link {code}");
        await SeesThereAsync(Ada, "That is for our own team.");
        await Other.CommandAsync(Dana, Room.Triage, "liaison me link ABCD-EFGH");
        await SeesThereAsync(Dana, "That code is not good, or no longer.");
        Desk.Clock.Advance(TimeSpan.FromMinutes(11));
        await Other.CommandAsync(Dana, Room.Random, $"liaison me link {code}");
        await Desk.SettleAsync();
        Other.SeenBy(Dana).ShouldNotContain(n => n.Says("Are you Dana Park?"));
        (await IdentitiesAsync()).ShouldBe([platform]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task The_only_account_can_not_be_unlinked(string platform)
    {
        await OpenBothAsync(platform);
        await App.CommandAsync(Dana, Room.Triage, "liaison me");
        (await Desk.SeesAsync(Dana, "You are Dana Park")).Buttons.ShouldNotContain(b => b.StartsWith("Unlink", StringComparison.Ordinal));
    }

    private async Task OpenBothAsync(string platform)
    {
        Use(await TestLiaison.PrepareBothAsync(platform));
        await Desk.Records.RunAsync(
            $"delete from person_identities where platform <> '{platform}' and person_id = (select id from people where email = 'dana@example.com')");
        await Desk.StartServerAsync();
    }

    private async Task<string> CodeAsync()
    {
        await App.CommandAsync(Dana, Room.Triage, "liaison me link");
        return Code().Match((await Desk.SeesAsync(Dana, "/liaison me link")).Words).Value;
    }

    private Task<IReadOnlyList<string>> IdentitiesAsync() => Desk.Records.ListAsync(
        "select platform from person_identities i join people p on p.id = i.person_id where p.email = 'dana@example.com' order by platform");

    private async Task<Note> SeesThereAsync(SamplePerson who, string words)
    {
        Note? found = null;
        await Wait.UntilAsync(() => (found = Other.SeenBy(who).LastOrDefault(n => n.Says(words))) is not null, TimeSpan.FromSeconds(10), words);
        return found!;
    }

    [GeneratedRegex("[A-Z2-9]{4}-[A-Z2-9]{4}", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
