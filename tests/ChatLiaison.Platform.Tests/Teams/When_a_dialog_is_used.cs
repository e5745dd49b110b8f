using ChatLiaison.Chat;
using ChatLiaison.Playground.Teams;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Platform.Tests.Teams;

public sealed class When_a_dialog_is_used : IAsyncLifetime
{
    private TeamsTrial _trial = null!;
    private TeamsMessage _card = null!;

    public async ValueTask InitializeAsync()
    {
        _trial = await TeamsTrial.StartAsync();
        await _trial.Client.SayAsync(TeamsTrial.Dana, TeamsTrial.Triage, "hello", mentionBot: true);
        _card = await _trial.PostAsync(Sample.Card);
        _trial.Desk.Answers = inbound => inbound is ButtonPress ? Reply.Show(Sample.Form) : Reply.Done(CustomerText.Of($"Saved."));
    }

    public ValueTask DisposeAsync() => _trial.DisposeAsync();

    [Fact]
    public async Task The_button_opens_the_form()
    {
        var opened = await OpenAsync();
        opened.Kind.ShouldBe(TeamsOutcomeKind.DialogOpened);
        opened.Dialog!.Title.ShouldBe("Report an issue");
        var press = _trial.Desk.Only<ButtonPress>();
        (press.Action, press.Value).ShouldBe(("escalate.open", "C0ACME"));
        press.Card.ShouldBe(new MessageRef("teams", TeamsTrial.Acme, _card.Id));
    }

    [Fact]
    public async Task What_is_filled_in_comes_back_with_state_and_token()
    {
        await OpenAsync();
        var submitted = await _trial.Client.SubmitDialogAsync(TeamsTrial.Dana, Sample.Filled);
        (submitted.Kind, submitted.Text).ShouldBe((TeamsOutcomeKind.MessageShown, "Saved."));
        var form = _trial.Desk.Only<FormSubmission>();
        (form.Key.Split(':')[0], form.Action, form.State).ShouldBe(("token-1", "escalate.submit", "ACME"));
        form.Values.One("summary").ShouldBe("It is *down*");
        form.Values.Many("areas").ShouldBe(["a", "b"]);
        form.Values.Moment("since").ShouldBe(Instant.FromUtc(2026, 7, 1, 11, 30));
    }

    [Fact]
    public async Task A_date_without_a_time_is_asked_for_without_asking_the_desk()
    {
        await OpenAsync();
        var again = await _trial.Client.SubmitDialogAsync(TeamsTrial.Dana, new Dictionary<string, string>(Sample.Filled) { ["since__time"] = "" });
        again.Dialog!.Card.GetRawText().ShouldContain("both the date and the time");
        _trial.Desk.Received.OfType<FormSubmission>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Errors_keep_the_dialog_open_with_what_was_typed()
    {
        _trial.Desk.Answers = inbound => inbound is ButtonPress ? Reply.Show(Sample.Form) : Reply.Wrong(new FieldError("summary", "Say which page."));
        await OpenAsync();
        var again = await _trial.Client.SubmitDialogAsync(TeamsTrial.Dana, Sample.Filled);
        var card = again.Dialog!.Card.GetRawText();
        card.ShouldContain("Say which page.");
        card.ShouldContain("""
            "value":"It is *down*"
            """.Trim());
        card.ShouldContain("\"value\":\"a,b\"");
        // And it can be submitted once more, as the same submission.
        _trial.Desk.Answers = _ => Reply.Done();
        (await _trial.Client.SubmitDialogAsync(TeamsTrial.Dana)).Kind.ShouldBe(TeamsOutcomeKind.DialogClosed);
        _trial.Desk.Received.OfType<FormSubmission>().Select(form => form.Key).Distinct().ShouldHaveSingleItem().ShouldStartWith("token-1:");
    }

    [Theory]
    [InlineData(false, "The case is closed.")]
    [InlineData(true, "nothing was saved")]
    public async Task A_refusal_or_failure_keeps_the_dialog_open(bool fails, string expected)
    {
        _trial.Desk.Answers = inbound => inbound is ButtonPress ? Reply.Show(Sample.Form)
            : fails ? throw new TimeoutException("database") : Reply.Refused(CustomerText.Of($"The case is closed."));
        await OpenAsync();
        var card = (await _trial.Client.SubmitDialogAsync(TeamsTrial.Dana, Sample.Filled)).Dialog!.Card.GetRawText();
        card.ShouldContain(expected);
        card.ShouldContain("It is *down*");
        card.ShouldNotContain("database");
    }

    [Fact]
    public async Task A_replacing_answer_changes_the_card_that_opened_the_dialog()
    {
        _trial.Desk.Answers = inbound => inbound is ButtonPress ? Reply.Show(Sample.Form) : Reply.Replace(StaffCard.Plain("Reported"));
        await OpenAsync();
        (await _trial.Client.SubmitDialogAsync(TeamsTrial.Dana, Sample.Filled)).Kind.ShouldBe(TeamsOutcomeKind.DialogClosed);
        _trial.World.FindMessage(_card.Id)!.Activity.GetRawText().ShouldContain("Reported");
    }

    [Fact]
    public async Task A_private_card_is_shown_in_the_dialog_and_its_buttons_work_there()
    {
        _trial.Desk.Answers = inbound => inbound is ButtonPress { Action: "case.take" } ? Reply.Done(CustomerText.Of($"Taken."))
            : inbound is ButtonPress ? Reply.Show(Sample.Form) : Reply.Show(Sample.Card);
        await OpenAsync();
        (await _trial.Client.SubmitDialogAsync(TeamsTrial.Dana, Sample.Filled)).Dialog!.Title.ShouldBe("ACME-12");
        (await _trial.Client.SubmitDialogAsync(TeamsTrial.Dana, button: "Take it")).Text.ShouldBe("Taken.");
        _trial.Desk.Received.OfType<ButtonPress>().Last().Card.ShouldBeNull();
    }

    [Fact]
    public async Task A_message_extension_calls_the_command_with_the_message()
    {
        _trial.Desk.Answers = inbound => inbound is CommandCall ? Reply.Show(Sample.Form) : Reply.Done(CustomerText.Of($"Saved."));
        var said = await _trial.Client.SayAsync(TeamsTrial.Ada, TeamsTrial.Acme, "The shop is down & out");
        var opened = await _trial.Client.FetchTaskAsync(TeamsTrial.Dana, "escalate:message", TeamsCommandContext.Message, TeamsTrial.Acme, said.Id);
        opened.Kind.ShouldBe(TeamsOutcomeKind.DialogOpened);
        var call = _trial.Desk.Only<CommandCall>();
        call.Name.ShouldBe("escalate");
        call.Source.ShouldNotBeNull().Text.ShouldBe("The shop is down & out");
        call.Source.Message.MessageId.ShouldBe(said.Id);
        (await _trial.Client.SubmitDialogAsync(TeamsTrial.Dana, Sample.Filled)).Text.ShouldBe("Saved.");
    }

    [Fact]
    public async Task A_verb_is_called_as_the_words_after_its_command()
    {
        await _trial.Client.FetchTaskAsync(TeamsTrial.Dana, "liaison digest", TeamsCommandContext.Compose, TeamsTrial.Acme);
        var call = _trial.Desk.Only<CommandCall>();
        (call.Name, call.Text).ShouldBe(("liaison", "digest"));
    }

    private Task<TeamsOutcome> OpenAsync() => _trial.Client.PressAsync(TeamsTrial.Dana, _card.Id, "Open the form");
}
