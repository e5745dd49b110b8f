using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Escalation;
using ChatLiaison.Playbook;
using ChatLiaison.Resolution;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Resolution;

/// <summary>A fix is checked with the playbook's list and engineering's own, and a fix that does not work leads to management.</summary>
public sealed class FixTests
{
    private static readonly Instant Now = DeskWorld.Noon;
    private static readonly Actor Dana = new(Guid.NewGuid(), "Dana Park", Side.Staff);
    private static readonly Actor Jun = new(Guid.NewGuid(), "Jun Tanaka", Side.Staff);
    private static readonly ChatLiaison.Playbook.Playbook Playbook = PlaybookReader.Read(new Dictionary<string, string>(), [])!;

    private static SupportCase WithEngineering => Draft.In(CaseStatus.WithEngineering, Now) with { EngineeringOwner = new(Jun.Id!.Value, Jun.Name), Level = 2 };

    private static SupportCase Verifying => EndingRules.ReportFix(WithEngineering, Jun, "A null check.", "Export 10,000 rows\n\nLook at the log").After!;

    [Fact]
    public void What_engineering_named_is_ticked_first_and_then_the_playbook_s_list()
    {
        FixCheck.Items(Verifying, Playbook).Select(i => i.Label).ShouldBe(
        [
            "Export 10,000 rows", "Look at the log", "Their version", "Their configuration", "Their data", "The people who reported it", "The steps that the case describes",
        ]);
        FixCheck.Fields(Verifying, Playbook).Select(f => f.Id).ShouldBe(["fix", "checked", "unchecked"]);
        FixCheck.Fields(WithEngineering, Playbook).ShouldBeEmpty();
    }

    [Fact]
    public void What_stays_unticked_needs_a_reason_that_is_kept()
    {
        var all = FixCheck.Items(Verifying, Playbook).Select(i => i.Value).ToList();
        FixCheck.Wrong(Verifying, Filled(all, ""), Playbook).ShouldBeNull();
        FixCheck.Wrong(Verifying, Filled(all[..6], ""), Playbook).ShouldNotBeNull().Message.ShouldBe("Not everything is ticked. Check the rest and tick it, or say in a sentence why it is not checked.");
        FixCheck.Wrong(Verifying, Filled([], "They are asleep."), Playbook).ShouldBeNull();
        FixCheck.Wrong(WithEngineering, Filled([], ""), Playbook).ShouldBeNull();

        var (course, record) = FixCheck.Read(Verifying, Dana, Filled(all[..6], "They gave no steps."), Playbook);
        course.Checked.ShouldEndWith("; not with the steps that the case describes: They gave no steps.");
        record.ShouldHaveSingleItem().Kind.ShouldBe(CaseEventKind.Excepted);
        FixCheck.Read(Verifying, Dana, Filled(all, ""), Playbook).Events.ShouldHaveSingleItem().Kind.ShouldBe(CaseEventKind.Noted);
        FixCheck.Read(WithEngineering, Dana, Filled([], ""), Playbook).Events.ShouldBeEmpty();
    }

    [Fact]
    public void A_fix_that_does_not_work_is_counted_whoever_finds_it_out()
    {
        var once = EndingRules.RejectFix(Verifying, Dana).After!;
        (once.Course.NotFixed, once.Course.Fix, once.Status).ShouldBe((1, null, CaseStatus.WithEngineering));
        NotFixed.IsOffered(once).ShouldBeTrue();
        NotFixed.Climbs(once, Playbook).ShouldBeFalse();
        NotFixed.Reason(once).ShouldBe("Not fixed for the customer, once. Dana Park checked the fix and it does not work for them.");

        var resolved = EndingRules.Resolve(EndingRules.ReportFix(once, Jun, "Another one.").After!, Dana, "We mended it.", Now).After!;
        var twice = EndingRules.Reopen(resolved, DeskWorld.Ada, "It still hangs.").After!;
        (twice.Course.NotFixed, twice.Course.NotFixedWhy, twice.Status).ShouldBe((2, "Ada Byrne: It still hangs.", CaseStatus.WithEngineering));
        NotFixed.Climbs(twice, Playbook).ShouldBeTrue();
        NotFixed.Climbs(twice with { Expedited = true }, Playbook).ShouldBeFalse("management has it");
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    [InlineData(3, 4)]
    public void It_goes_to_management_from_whichever_level(int level, int target) =>
        LadderRules.TargetOf(Verifying with { Level = level }, EscalationEvents.NotFixed, Playbook).ShouldBe(target);

    [Fact]
    public void A_ladder_that_does_not_name_it_sends_it_to_management_too()
    {
        var silent = Playbook with { Levels = [.. Playbook.Levels.Select(l => l with { EnterAt = LevelEntry.Never })] };
        LadderRules.TargetOf(Verifying with { Level = 1 }, EscalationEvents.NotFixed, silent).ShouldBe(silent.Levels.First(l => l.Role == Role.Management).Number);
        LadderRules.TargetOf(Verifying with { Level = 1 }, EscalationEvents.Dissatisfaction, silent).ShouldBe(2);
    }

    private static FormValues Filled(IReadOnlyList<string> ticked, string why) => new(new Dictionary<string, IReadOnlyList<string>> { [FixCheck.Ticked] = ticked, [FixCheck.Why] = why.Length == 0 ? [] : [why] });
}
