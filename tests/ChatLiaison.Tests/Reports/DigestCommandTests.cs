using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Promises;
using ChatLiaison.Reports;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Reports;

public sealed class DigestCommandTests
{
    private static readonly ChatPerson Boss = new("slack", "U1", "Mia Boss", External: false);
    private static readonly ChatPlace Here = new("slack", PlaceKind.Channel, "C1");
    private static readonly Caller Caller = new(Boss, Guid.NewGuid(), "Mia Boss", new HashSet<Role> { Role.Management }, null) { Now = ReportsTown.Monday + Duration.FromHours(4) };

    [Theory]
    [InlineData("", "This week so far: 1 case opened, 0 resolved")]
    [InlineData("LAST", "Week of 16 Nov: 2 cases opened, 0 resolved")]
    public async Task Shows_a_week_to_the_one_who_asks(string text, string title)
    {
        await using var town = await TownAsync();
        var shown = (await RunAsync(town, text)).ShouldBeOfType<CardReply>();
        shown.Visibility.ShouldBe(Visibility.Private);
        shown.Card.ShouldBeOfType<StaffCard>().Title.ToPlain().ShouldBe(title);
    }

    [Fact]
    public async Task The_button_on_it_shows_the_last_week()
    {
        await using var town = await TownAsync();
        var card = (await RunAsync(town, "")).ShouldBeOfType<CardReply>().Card;
        var button = card.Elements.OfType<ButtonRow>().Single().Buttons.Single();

        var reply = await Command(town).PressAsync(Caller, new ButtonPress(Boss, Here, "k", button.Action, button.Value, null), CancellationToken.None);

        reply.ShouldBeOfType<CardReply>().Card.Title.ToPlain().ShouldStartWith("Week of 16 Nov");
    }

    [Fact]
    public async Task Says_what_may_follow_when_it_does_not_understand()
    {
        await using var town = await ReportsTown.CreateAsync();
        (await RunAsync(town, "yesterday")).ShouldBeOfType<RefusedReply>().Reason.ToPlain().ShouldContain("/liaison digest last");
    }

    [Fact]
    public void Is_for_management_only() => new DigestCommand(null!, null!, null!).Access.ShouldBe(Access.Management);

    [Fact]
    public async Task Shows_who_kept_and_broke_promises()
    {
        await using var town = await TownAsync();
        var (dana, sam) = (Guid.NewGuid(), Guid.NewGuid());
        await town.RunAsync(
            """
            insert into people (id, email, name, roles, time_zone, hours, quiet)
            values ($1, 'dana@example.com', 'Dana', '{liaison}', 'UTC', 'Mon-Fri 09:00-17:00', '22:00-07:00'), ($2, 'sam@example.com', 'Sam', '{engineering}', 'UTC', 'Mon-Fri 09:00-17:00', '22:00-07:00')
            """,
            dana, sam);
        await town.Directory.RefreshAsync(CancellationToken.None);
        var held = await town.CaseAsync("ACME-9", opened: 1);
        await town.PromiseAsync(held, "Resolve", "Kept", fulfilled: -1);
        await town.PromiseAsync(held, "FirstResponse", "Broken", broken: -2);
        await town.PromiseAsync(held, "LevelResponse", "Kept", fulfilled: -2);
        await town.PromiseAsync(held, "CloseTimer", "Kept", fulfilled: -2);
        await town.PromiseAsync(held, "Acknowledge", "Broken", broken: -2);
        await town.RunAsync("update promises set owed_by = case kind when 'LevelResponse' then $1 when 'Acknowledge' then $3 else $2 end", sam, dana, Promise.Nobody);

        var table = (await RunAsync(town, "people")).ShouldBeOfType<CardReply>().Card.Elements.OfType<CardTable>().Single();

        table.Rows.Select(row => string.Join(" ", row)).ShouldBe(["Dana 1 1", "Nobody held it 0 1", "Sam 1 0"]);
    }

    private static async Task<ReportsTown> TownAsync()
    {
        var town = await ReportsTown.CreateAsync();
        await town.CaseAsync("ACME-1", opened: 20);
        await town.CaseAsync("ACME-2", opened: 30);
        await town.CaseAsync("ACME-3", opened: -1);
        return town;
    }

    private static Task<Reply> RunAsync(ReportsTown town, string text) =>
        Command(town).RunAsync(Caller, new CommandCall(Boss, Here, "", "liaison digest", text), CancellationToken.None);

    private static DigestCommand Command(ReportsTown town) => new(town.Desk, new TallyStore(town.Database), town.Directory);
}
