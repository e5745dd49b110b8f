using ChatLiaison.Cases;
using ChatLiaison.Playbook;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Cases;

public sealed class CaseRulesTests
{
    private static readonly Instant Now = DeskWorld.Noon;
    private static readonly Actor Dana = new(Guid.NewGuid(), "Dana Park", Side.Staff);
    private static readonly Party Priya = new(Guid.NewGuid(), "Priya Raman");

    private static readonly Dictionary<string, Func<SupportCase, CaseDecision>> Acts = new()
    {
        ["acknowledge"] = c => CaseRules.Acknowledge(c, Dana, Now),
        ["take"] = c => CaseRules.Take(c, Dana, Now),
        ["on it"] = c => CaseRules.OnIt(c, Dana, Now),
        ["assign"] = c => CaseRules.Assign(c, Dana, Priya, Now),
        ["tell"] = c => CaseRules.Tell(c, Dana, "News", null, false, Now),
        ["wait"] = c => CaseRules.Wait(c, Dana, CaseStatus.WaitingOnCustomer, "Which version?", Now),
        ["resume"] = c => CaseRules.Resume(c, Dana),
        ["prioritise"] = c => CaseRules.Prioritise(c, Dana, Priority.P1),
        ["resolve"] = c => EndingRules.Resolve(c, Dana, "Restarted it", Now),
        ["reopen"] = c => EndingRules.Reopen(c, Dana, ""),
        ["follow up"] = c => EndingRules.FollowUp(c, Dana, "", "", Now),
        ["verify"] = c => EndingRules.Verify(c, Dana, "It works."),
        ["report a fix"] = c => EndingRules.ReportFix(c, Dana, "A new build"),
        ["reject a fix"] = c => EndingRules.RejectFix(c, Dana),
        ["close"] = c => EndingRules.Close(c, Dana, Now),
        ["cancel"] = c => EndingRules.Cancel(c, Dana, "A duplicate", Now),
    };

    // One letter a status, in their order: New, Acknowledged, Investigating, WithEngineering, WaitingOnCustomer, WaitingOnThirdParty,
    // Verifying, Resolved, Closed, Cancelled. A dash refuses; a letter is where the case stands afterwards.
    [Theory]
    [InlineData("acknowledge", "A---------")]
    [InlineData("take", "IIIECTV---")]
    [InlineData("on it", "IIIECTV---")]
    [InlineData("assign", "AAIECTV---")]
    [InlineData("tell", "AAIECTVR--")]
    [InlineData("wait", "CCCC-CC---")]
    [InlineData("resume", "----II----")]
    [InlineData("prioritise", "NAIECTV---")]
    [InlineData("resolve", "RRRRRRR---")]
    [InlineData("reopen", "-------I--")]
    [InlineData("follow up", "-------R--")]
    [InlineData("verify", "-------R--")]
    [InlineData("report a fix", "VVVVVV----")]
    [InlineData("reject a fix", "------I---")]
    [InlineData("close", "-------D--")]
    [InlineData("cancel", "XXXXXXXX--")]
    public void An_act_leads_from_each_status_to(string act, string table)
    {
        const string Letters = "NAIECTVRDX";
        var found = string.Concat(Enum.GetValues<CaseStatus>().Select(status =>
            Acts[act](Draft.In(status, Now)) is { After: { } after } ? Letters[(int)after.Status] : '-'));

        found.ShouldBe(table);
    }

    [Fact]
    public void A_refusal_says_why_and_changes_nothing()
    {
        foreach (var (status, act) in from s in Enum.GetValues<CaseStatus>() from a in Acts.Values select (s, a))
        {
            var decision = act(Draft.In(status, Now));
            if (decision.Refusal is { } reason)
            {
                decision.After.ShouldBeNull();
                decision.Events.ShouldBeEmpty();
                reason.ToPlain().ShouldEndWith(".", customMessage: $"{status}");
                reason.ToPlain().ShouldContain("ACME-1");
            }
            else
            {
                decision.Events.ShouldNotBeEmpty();
            }
        }
    }

    [Fact]
    public void Only_a_person_of_ours_stops_the_acknowledge_clock()
    {
        var fresh = Draft.In(CaseStatus.New, Now);

        CaseRules.Tell(fresh, Actor.Desk, "Received", null, false, Now).After!.AcknowledgedAt.ShouldBeNull();
        CaseRules.Tell(fresh, DeskWorld.Ada, "Hello?", null, false, Now).After!.AcknowledgedAt.ShouldBeNull();
        CaseRules.Tell(fresh, Dana, "On it", null, false, Now).After!.AcknowledgedAt.ShouldBe(Now);
    }

    [Fact]
    public void Refuses_to_promise_an_update_for_a_time_that_has_passed() =>
        CaseRules.Tell(Draft.In(CaseStatus.Investigating, Now), Dana, "News", Now, false, Now).Refusal.ShouldNotBeNull();

    [Fact]
    public void The_customers_answer_ends_the_wait_on_the_customer_and_no_other()
    {
        CaseRules.CustomerWrote(Draft.In(CaseStatus.WaitingOnCustomer, Now), "Version 3").After!.Status.ShouldBe(CaseStatus.Investigating);
        CaseRules.CustomerWrote(Draft.In(CaseStatus.WaitingOnThirdParty, Now), "Any news?").After!.Status.ShouldBe(CaseStatus.WaitingOnThirdParty);
        CaseRules.CustomerWrote(Draft.In(CaseStatus.New, Now), "Any news?").After!.NewForOwner.ShouldBe(1);
    }

    [Fact]
    public void Comes_back_until_it_is_closed()
    {
        EndingRules.Reopen(Draft.In(CaseStatus.Resolved, Now) with { ResolvedAt = Now - Duration.FromDays(60) }, Dana, "").After!.Reopened.ShouldBe(1);
        EndingRules.Reopen(Draft.In(CaseStatus.Closed, Now), Dana, "").Refusal!.ToPlain().ShouldContain("/escalate");
        EndingRules.Reopen(Draft.In(CaseStatus.Closed, Now), DeskWorld.Ada, "").Refusal!.ToPlain().ShouldContain("Write in this channel");
        EndingRules.Verify(Draft.In(CaseStatus.Cancelled, Now), DeskWorld.Ada, "").Refusal!.ToPlain().ShouldNotContain("/");
    }

    [Fact]
    public void What_the_customer_is_sent_goes_before_the_end()
    {
        var cancelled = EndingRules.Cancel(Draft.In(CaseStatus.Resolved, Now), Dana, "A duplicate", Now, "We go on with the other one.", "Cancelled although it is not followed up.");
        cancelled.Events.Select(e => e.Kind).ShouldBe([CaseEventKind.CustomerTold, CaseEventKind.Excepted, CaseEventKind.Cancelled]);
        cancelled.After!.Status.ShouldBe(CaseStatus.Cancelled);
        EndingRules.Cancel(Draft.In(CaseStatus.New, Now), Dana, "A duplicate", Now).Events.ShouldHaveSingleItem();
    }

    [Fact]
    public void Whoever_acknowledges_a_case_of_nobody_holds_it()
    {
        CaseRules.Acknowledge(Draft.In(CaseStatus.New, Now), Dana, Now).After!.Owner!.Id.ShouldBe(Dana.Id!.Value);
        CaseRules.Acknowledge(Draft.In(CaseStatus.New, Now) with { Owner = Priya }, Dana, Now).After!.Owner.ShouldBe(Priya);
    }

    [Fact]
    public void After_a_wait_it_is_with_engineering_again_when_it_was()
    {
        var waiting = Draft.In(CaseStatus.WaitingOnCustomer, Now) with { EngineeringOwner = Priya };

        CaseRules.Resume(waiting, Dana).After!.Status.ShouldBe(CaseStatus.WithEngineering);
        CaseRules.CustomerWrote(waiting, "Version 9").After!.Status.ShouldBe(CaseStatus.WithEngineering);
        CaseRules.Resume(waiting with { EngineeringOwner = null }, Dana).After!.Status.ShouldBe(CaseStatus.Investigating);
    }

    [Fact]
    public void A_correction_names_the_case_anew()
    {
        var c = Draft.In(CaseStatus.Investigating, Now);

        EndingRules.Correct(c, c.Details with { Issue = "The import hangs.\nSince nine." }).After!.Title.ShouldBe("The import hangs.");
        EndingRules.Correct(c, c.Details with { Outcome = "A file" }).After!.Title.ShouldBe(c.Title);
    }

    [Fact]
    public void Triage_keeps_who_did_it_and_retargets_only_when_the_priority_changes()
    {
        var c = Draft.In(CaseStatus.New, Now);
        var same = TriageRules.Triage(c, Dana, c.Priority, null, Now);

        same.Events.ShouldHaveSingleItem().Kind.ShouldBe(CaseEventKind.Triaged);
        (same.After!.Details.TriagedBy, same.After.Details.TriagedAt, same.After.AcknowledgedAt).ShouldBe(("Dana Park", Now, null));
        TriageRules.Triage(c, Dana, Priority.P1, null, Now).Events[^1].Kind.ShouldBe(CaseEventKind.PriorityChanged);
        TriageRules.Triage(c, Dana, c.Priority, new CaseType("security", "Security", "Security") { Restricted = true }, Now).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public void A_file_is_kept_once()
    {
        var log = new ChatLiaison.Chat.ChatFile("export.log", "https://files.example/1", "text");
        var details = new CaseDetails().With([log, log]).With([log, log with { Url = "" }]);

        details.Files.ShouldBe([log]);
    }
}
