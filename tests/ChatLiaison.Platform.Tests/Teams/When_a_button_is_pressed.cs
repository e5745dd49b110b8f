using ChatLiaison.Chat;
using ChatLiaison.Playground.Teams;
using Shouldly;
using Xunit;

namespace ChatLiaison.Platform.Tests.Teams;

public sealed class When_a_button_is_pressed : IAsyncLifetime
{
    private TeamsTrial _trial = null!;
    private TeamsMessage _card = null!;

    public async ValueTask InitializeAsync()
    {
        _trial = await TeamsTrial.StartAsync();
        await _trial.Client.SayAsync(TeamsTrial.Dana, TeamsTrial.Triage, "hello", mentionBot: true);
        _card = await _trial.PostAsync(Sample.Card);
    }

    public ValueTask DisposeAsync() => _trial.DisposeAsync();

    [Fact]
    public async Task Done_is_said_in_its_words()
    {
        _trial.Desk.Answers = _ => Reply.Done(CustomerText.Of($"It is yours."));
        (await PressAsync()).Text.ShouldBe("It is yours.");
        var press = _trial.Desk.Only<ButtonPress>();
        (press.Action, press.Value, press.Card!.MessageId).ShouldBe(("case.take", "ACME-12", _card.Id));
        press.Key.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_replacing_card_is_seen_by_everyone()
    {
        _trial.Desk.Answers = _ => Reply.Replace(StaffCard.Plain("Dana has it"));
        (await PressAsync()).Kind.ShouldBe(TeamsOutcomeKind.CardReplaced);
        _trial.World.FindMessage(_card.Id)!.Activity.GetRawText().ShouldContain("Dana has it");
    }

    [Fact]
    public async Task A_refusal_is_said()
    {
        _trial.Desk.Answers = _ => Reply.Refused(CustomerText.Of($"Somebody has it already."));
        (await PressAsync()).Text.ShouldBe("Somebody has it already.");
    }

    [Fact]
    public async Task A_private_card_goes_to_the_personal_chat()
    {
        _trial.Desk.Answers = _ => Reply.Show(StaffCard.Plain("For your eyes"));
        (await PressAsync()).Text.ShouldContain("our chat");
        _trial.Written(_trial.PersonalChat(TeamsTrial.Dana)).ShouldHaveSingleItem().Activity.GetRawText().ShouldContain("For your eyes");
    }

    [Fact]
    public async Task A_form_is_offered_by_a_button_in_the_thread()
    {
        _trial.Desk.Answers = _ => Reply.Show(Sample.Form);
        await PressAsync();
        _trial.Written(TeamsTrial.Acme)[^1].ThreadId.ShouldBe(_card.Id);
        _trial.Written(TeamsTrial.Acme)[^1].Activity.GetRawText().ShouldContain("Open the form");
    }

    [Fact]
    public async Task A_press_from_an_old_client_comes_as_a_message()
    {
        _trial.Desk.Answers = _ => Reply.Done(CustomerText.Of($"It is yours."));
        var delivery = await _trial.Client.SendAsync(Activities.Message(_trial.Teams, $$"""
            "replyToId": "{{_card.Id}}", "value": { "action": "case.take", "value": "ACME-12" }
            """));
        delivery.Status.ShouldBe(200);
        var press = _trial.Desk.Only<ButtonPress>();
        (press.Action, press.Value, press.Card!.MessageId).ShouldBe(("case.take", "ACME-12", _card.Id));
        _trial.Written(TeamsTrial.Acme)[^1].Activity.GetRawText().ShouldContain("It is yours.");
    }

    private Task<TeamsOutcome> PressAsync() => _trial.Client.PressAsync(TeamsTrial.Dana, _card.Id, "case.take");
}
