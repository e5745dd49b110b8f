using ChatLiaison.Cases;
using ChatLiaison.WorkingThread;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.WorkingThread;

public sealed class LearnedTests
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    [Theory]
    [InlineData("cause: a full disk", "CauseFound", "a full disk", "We have found the cause: a full disk")]
    [InlineData("Cause: a full disk -> we add space", "CauseFound", "a full disk. Plan: we add space", "We have found the cause: a full disk\nThis is what we do now: we add space")]
    [InlineData("roadblock: no disk → we borrow one", "RoadblockHit", "no disk. Way round: we borrow one", "Something is in our way: no disk\nThis is how we get round it: we borrow one")]
    [InlineData("estimate: about two weeks", "EstimateKnown", "about two weeks", "This is our estimate: about two weeks")]
    [InlineData("estimate: at 15:00, the disk comes", "EstimateKnown", "Mon 23 Nov, 15:00 UTC. It rests on: the disk comes", "We expect this to be fixed by 15. That rests on: the disk comes")]
    [InlineData("estimate: at 09:00", "EstimateKnown", "at 09:00", "This is our estimate: at 09:00")]
    public void A_line_of_the_working_thread_is_recorded_and_drafted(string line, string kind, string recorded, string draft)
    {
        var learned = Learned.Typed(WorkEntryRules.Read(line), DeskWorld.Noon, London, at => at.InUtc().Hour.ToString(System.Globalization.CultureInfo.InvariantCulture))!;

        learned.Kind.ToString().ShouldBe(kind);
        learned.Recorded.ShouldBe(recorded);
        learned.Draft.ShouldBe(draft);
    }

    [Theory]
    [InlineData("finding: a full disk")]
    [InlineData("the cause is unknown")]
    [InlineData("question: which disk?")]
    public void Other_lines_are_nothing_to_tell(string line) => Learned.Typed(WorkEntryRules.Read(line), DeskWorld.Noon, London, _ => "").ShouldBeNull();

    [Fact]
    public void A_question_is_kept_as_one() => WorkEntryRules.Read("question: which disk?").ShouldBe(new CaseEvent(CaseEventKind.QuestionRaised, "which disk?"));

    [Theory]
    [InlineData("no disk Way round: we borrow one", "no disk", "we borrow one")]
    [InlineData("no disk", "no disk", "")]
    public void What_is_in_the_way_is_told_apart_from_the_way_round(string recorded, string what, string way) => Learned.SplitRoadblock(recorded).ShouldBe((what, way));
}
