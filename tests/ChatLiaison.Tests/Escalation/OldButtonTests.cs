using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Escalation;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Escalation;

public sealed class OldButtonTests : IAsyncLifetime
{
    private DeskWorld world = null!;

    public async ValueTask InitializeAsync() => world = await DeskWorld.CreateAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Theory]
    [InlineData("climb.open", typeof(ClimbCommand))]
    [InlineData("climb.submit", typeof(ClimbCommand))]
    [InlineData("management.open", typeof(ManagementCommand))]
    [InlineData("climb.management.open", typeof(ManagementCommand))]
    [InlineData("climb.management.submit", typeof(ManagementCommand))]
    public void An_action_finds_its_command_by_today_s_name_and_by_its_former_one(string action, Type command) =>
        world.Get<CommandCatalog>().ByAction(action).ShouldBeOfType(command);

    [Theory, InlineData("nobody"), InlineData("nobody.open"), InlineData(".open"), InlineData("")]
    public void An_action_that_nobody_knows_finds_none(string action) => world.Get<CommandCatalog>().ByAction(action).ShouldBeNull();

    [Fact]
    public async Task Management_comes_by_the_button_and_the_form_that_stand_in_chat_already()
    {
        var c = await world.OpenAsync();
        await world.ActAsync(c, x => CaseDecision.To(x with { Course = x.Course.Rejected("It hangs.") }, new CaseEvent(CaseEventKind.Noted, "It hangs.")));
        var caller = world.Caller("U0DANA");
        var alone = new ChatPlace("slack", PlaceKind.Nowhere, "", null);

        var asked = await world.Inbox.PressAsync(new ButtonPress(caller.Chat, alone, "k1", "climb.management.open", c.Id.ToString(), null), CancellationToken.None);
        asked.ShouldBeOfType<FormReply>();
        var done = await world.Inbox.SubmitAsync(
            new FormSubmission(caller.Chat, alone, "k2", "climb.management.submit", c.Id.ToString(), new(new Dictionary<string, IReadOnlyList<string>> { ["note"] = ["Friday"] })),
            CancellationToken.None);

        done.ShouldBeOfType<DoneReply>().Text!.ToPlain().ShouldBe("ACME-1 moves up to Grace Lindqvist, who sees your reason.");
        (await world.TimelineAsync(c)).ShouldContain(t => t.Kind == CaseEventKind.Triggered && t.Text == "not-fixed");
    }

    [Fact]
    public async Task A_case_in_which_engineering_did_nothing_wrong_is_not_brought_up_as_one_that_is_not_fixed()
    {
        var c = await world.OpenAsync();
        var caller = world.Caller("U0DANA");

        var reply = await world.Inbox.CommandAsync(
            new CommandCall(caller.Chat, new ChatPlace("slack", PlaceKind.Nowhere, "", null), "k", "liaison", $"management {c.Reference}", null), CancellationToken.None);

        reply.ShouldBeOfType<RefusedReply>().Reason.ToPlain().ShouldContain("/liaison climb ACME-1");
    }
}
