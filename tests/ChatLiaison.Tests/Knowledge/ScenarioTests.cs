using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Knowledge;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using NodaTime;
using NodaTime.Text;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Knowledge;

public sealed class ScenarioTests
{
    private static readonly PlaybookSource Playbook = new();

    [Fact]
    public void Has_the_five_situations_and_a_card_for_each_common_type() => Playbook.Current.Scenarios.Keys.ShouldBe(
        [
            "not-a-bug", "frustrated", "owner-away", "security", "cancel-threat",
            "password-reset", "billing", "account-access", "login", "not-working", "performance", "feature-request", "complaint", "investigation",
        ]);

    [Fact]
    public void Every_scenario_ends_with_an_answer_that_is_needed() => Playbook.Current.Scenarios.Values
        .Where(s => !s.Steps[^1].Ask.Single(q => q.Key == s.End).Needed).Select(s => s.Key).ShouldBeEmpty();

    [Fact]
    public void One_that_is_under_way_goes_on_and_one_that_is_over_begins_once_more()
    {
        var scenario = Playbook.Current.Scenarios.Values.First(s => s.Steps.Count > 2);
        var (first, second) = (scenario.Steps[0], scenario.Steps[1]);
        var begun = new ScenarioWalk(Guid.NewGuid(), scenario.Key, "Dana", DeskWorld.Noon, null, "", [new(first.Key, new Dictionary<string, string>(), "", null, "Dana", DeskWorld.Noon)]);

        ScenarioRules.Open(scenario, null).ShouldBe(new ScenarioPlace(scenario, first, 1));
        ScenarioRules.Open(scenario, begun).ShouldBe(new ScenarioPlace(scenario, second, 1));
        ScenarioRules.Open(scenario, begun with { FinishedAt = DeskWorld.Noon }).ShouldBe(new ScenarioPlace(scenario, first, 2));
    }

    [Fact]
    public void Every_step_fits_a_form_on_both_platforms()
    {
        var c = Draft.In(CaseStatus.Investigating, DeskWorld.Noon);
        foreach (var (scenario, step) in from s in Playbook.Current.Scenarios.Values from step in s.Steps select (s, step))
        {
            var form = ScenarioForm.Make(c, new ScenarioPlace(scenario, step, 1));
            form.Title.Length.ShouldBeLessThanOrEqualTo(24, scenario.Key);
            form.Fields.Select(f => f.Id).ShouldBeUnique(scenario.Key);
            form.Fields.OfType<ChoiceField>().SelectMany(f => f.Choices).ShouldAllBe(x => x.Label.Length <= 75 && x.Value.Length <= 75, scenario.Key);
        }
    }

    [Theory]
    [InlineData("account-access", "", 0, "account-access")]
    [InlineData("complaint", "angry", 0, "frustrated")]
    [InlineData("", "at risk of leaving", 0, "cancel-threat")]
    [InlineData("billing", "calm", 3, "security")]
    public void The_strongest_sign_is_suggested_first(string type, string mood, int level, string best)
    {
        var c = Draft.In(CaseStatus.Investigating, DeskWorld.Noon) with { Type = type, Sentiment = mood, Level = level };
        string[] triggers = level > 0 ? ["security"] : [];
        Playbook.Current.Scenarios.Values.MaxBy(s => ScenarioRules.Fit(s, c, triggers, ownerAway: false))!.Key.ShouldBe(best);
    }

    [Theory]
    [InlineData(48, 5, 5)]
    [InlineData(2, 5, 5)]
    [InlineData(48, null, 48)]
    [InlineData(null, 5, 5)]
    [InlineData(null, null, null)]
    [InlineData(48, -1, null)]
    public void What_is_owed_is_due_when_somebody_said_and_else_within_its_span(int? within, int? answered, int? due)
    {
        var promise = new ScenarioPromise(new Script("promise", "", "Call."), within is { } span ? Duration.FromHours(span) : null, "when");
        var answers = new Dictionary<string, string>();
        if (answered is { } at)
        {
            answers["when"] = InstantPattern.ExtendedIso.Format(DeskWorld.Noon + Duration.FromHours(at));
        }

        ScenarioRules.Due(promise, answers, DeskWorld.Noon).ShouldBe(due is { } hours ? DeskWorld.Noon + Duration.FromHours(hours) : null);
    }

    public static TheoryData<string> Keys => [.. Playbook.Current.Scenarios.Keys];

    [Theory, MemberData(nameof(Keys))]
    public async Task It_is_walked_to_its_end_with_all_its_words_filled_and_what_it_leaves_owed_due_as_it_says(string key)
    {
        await using var world = await DeskWorld.CreateAsync();
        var (c, scenario) = (await world.OpenAsync(), Playbook.Current.Scenarios[key]);
        foreach (var step in scenario.Steps)
        {
            var answers = step.Ask.ToDictionary(q => q.Key, q => q.Key == step.Meeting?.Link ? "https://meet.example.com/abc" : Plausible(q, world.Now));
            (string, string)[] filled =
                [.. answers.Select(a => (ScenarioForm.Id(step, a.Key), a.Value)), .. step.Say.Count == 0 ? Array.Empty<(string, string)>() : [(ScenarioForm.Id(step, "pick"), "0")]];
            var (asked, common) = (await SubmitAsync(world, c, step.Key, key, filled), await world.Get<ScenarioDesk>().CommonAsync(c, CancellationToken.None));
            if (step.Say.Count > 0)
            {
                var preview = asked.ShouldBeOfType<FormReply>(step.Key).Form;
                asked = await SubmitAsync(world, c, step.Key, key, filled, preview.State);
            }

            asked.ShouldBeOfType(step == scenario.Steps[^1] ? typeof(DoneReply) : typeof(FormReply), step.Key);
            var all = ScenarioRules.Answers(await world.Get<ScenarioStore>().NewestAsync(c.Id, key, CancellationToken.None), answers);
            step.Say.Where(s => ScenarioRules.Unfilled(s, common, all).Count > 0 || ScenarioRules.Fill(s, common, all, "Dana").ToPlain().Contains('{')).ShouldBeEmpty(step.Key);
            var owed = (await world.OwedAsync(c)).Where(p => p.Kind == PromiseKind.Personal).ToList();
            if (step.Promise is { } promise)
            {
                owed.ShouldHaveSingleItem().DueAt.ShouldBe(promise.By.Length > 0 ? world.Now + Duration.FromHours(30) : world.Now + promise.Within);
                owed[0].OwnerId.ShouldBe(world.Person(promise.Owner.Length > 0 ? "Grace" : "Dana").Id);
                owed[0].Reason.ShouldNotContain('{');
            }
            else if (step.Meeting is not null)
            {
                owed.ShouldHaveSingleItem().DueAt.ShouldBe(world.Now + Duration.FromHours(30) + Playbook.Current.Handover.MinutesWithin);
                owed[0].Reason.ShouldBe("Hold the joint session with the customer and write its minutes");
            }
        }

        (await world.TextsAsync("select said from scenario_steps where said like '%{%'")).ShouldBeEmpty();
        (await world.Get<ScenarioStore>().NewestAsync(c.Id, key, CancellationToken.None))!.Ended.ShouldBe(Plausible(scenario.Questions.Single(q => q.Key == scenario.End), world.Now));
    }

    private static string Plausible(ScenarioQuestion question, Instant now) => question switch
    {
        { Moment: true } => InstantPattern.ExtendedIso.Format(now + Duration.FromHours(30)),
        { Person: true } => "Grace Lindqvist",
        { Choices: [var first, ..] } => first,
        _ => $"what there is to say of {question.Key}.",
    };

    [Fact]
    public async Task Temporary_access_comes_after_the_identity_and_its_end_is_reminded_of()
    {
        await using var world = await DeskWorld.CreateAsync();
        var c = await world.OpenAsync();
        (await SubmitAsync(world, c, "identity", ("identity_skip", "in a hurry"))).ShouldBeOfType<ErrorsReply>("the identity can't be left out");
        (await SubmitAsync(world, c, "identity", ("identity_checked_how", "By a document on record"), ("identity_checked_who", "Ada Byrne"))).ShouldBeOfType<FormReply>();

        var past = InstantPattern.ExtendedIso.Format(world.Now - Duration.FromHours(1));
        (await SubmitAsync(world, c, "temporary", ("temporary_access", "Read only."), ("temporary_expires", past), ("temporary_pick", "nothing"))).ShouldBeOfType<ErrorsReply>()
            .Errors.ShouldHaveSingleItem().Message.ShouldBe("That time has passed. Choose one that lies ahead.");
        var ahead = InstantPattern.ExtendedIso.Format(world.Now + Duration.FromHours(30));
        (await SubmitAsync(world, c, "temporary", ("temporary_access", "Read only."), ("temporary_expires", ahead), ("temporary_pick", "nothing"))).ShouldBeOfType<FormReply>();

        var promise = (await world.OwedAsync(c)).Single(p => p.Kind == PromiseKind.Personal);
        promise.DueAt.ShouldBe(world.Now + Duration.FromHours(30));
        promise.Reason.ShouldBe("End the temporary access of Ada Byrne: Read only.");
        promise.OwnerId.ShouldBe(world.Person("Dana").Id);
    }

    [Fact]
    public async Task A_step_that_somebody_did_meanwhile_is_not_done_twice()
    {
        await using var world = await DeskWorld.CreateAsync();
        var c = await world.OpenAsync();
        (string, string)[] filled = [("identity_checked_how", "By a document on record"), ("identity_checked_who", "Ada Byrne")];
        await SubmitAsync(world, c, "identity", filled);
        (await SubmitAsync(world, c, "identity", filled)).ShouldBeOfType<RefusedReply>().Reason.ToPlain().ShouldStartWith("Somebody did this step of ACME-1 meanwhile.");
    }

    private static Task<Reply> SubmitAsync(DeskWorld world, SupportCase c, string step, params (string Id, string Value)[] values) =>
        SubmitAsync(world, c, step, "account-access", values);

    private static Task<Reply> SubmitAsync(DeskWorld world, SupportCase c, string step, string scenario, (string Id, string Value)[] values, string? state = null) => world.Inbox.SubmitAsync(
        new FormSubmission(
            new ChatPerson("slack", "U0DANA", "Dana Park", false), new ChatPlace("slack", PlaceKind.Channel, "C0TRIAGE"), Guid.NewGuid().ToString(), "scenario.submit",
            state ?? $"{c.Id}/{scenario}/{step}/1", new FormValues(values.ToDictionary(v => v.Id, IReadOnlyList<string> (v) => [v.Value]))),
        CancellationToken.None);
}
