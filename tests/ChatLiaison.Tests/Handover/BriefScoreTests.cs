using ChatLiaison.Cases;
using ChatLiaison.Handover;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Handover;

public sealed class BriefScoreTests
{
    private static readonly SupportCase Bare = Draft.In(CaseStatus.Investigating, DeskWorld.Noon) with { Details = new() };

    [Fact]
    public void The_weights_of_each_kind_are_a_hundred()
    {
        BriefItem.OfProblem.Sum(i => i.Weight).ShouldBe(100);
        BriefItem.OfWish.Sum(i => i.Weight).ShouldBe(100);
        BriefItem.OfProblem.Select(i => i.Key).ShouldBeUnique();
        BriefItem.OfWish.Select(i => i.Key).ShouldBeUnique();
    }

    [Fact]
    public void A_brief_says_exactly_what_is_not_there()
    {
        var items = BriefItem.OfProblem;
        foreach (var some in Gen.SubListOf(items.AsEnumerable()).Sample(200))
        {
            var details = some.Aggregate(new CaseDetails(), (d, item) => item.Set(d, item.Key == BriefItem.Started ? "2026-11-23T02:00:00Z" : "said"));
            var score = BriefScore.Of(Bare with { Details = details });
            score.Percent.ShouldBe(some.Sum(i => i.Weight));
            score.Missing.Order(Comparer<BriefItem>.Create((a, b) => string.CompareOrdinal(a.Key, b.Key)))
                .ShouldBe(items.Except(some).OrderBy(i => i.Key, StringComparer.Ordinal));
        }
    }

    [Fact]
    public void The_weightiest_gap_is_named_first()
    {
        var score = BriefScore.Of(Bare with { Details = new() { Issue = "x", Expected = "y", ProductVersion = "4" } });
        score.InWords().ShouldStartWith("35 % complete. Missing: steps to see it (15), what happens instead (10)");
        BriefScore.Of(Bare with { Type = "feature-request", Details = new() { Issue = "x" } }).InWords().ShouldStartWith("25 % complete. Missing: how they would use it (25)");
    }

    [Fact]
    public void A_screenshot_is_evidence_and_a_browser_is_an_environment()
    {
        var details = new CaseDetails { Files = [new("s.png", "https://x.example/s.png", "image")], Browser = "Firefox" };
        BriefScore.Of(Bare with { Details = details }).Missing.ShouldNotContain(i => i.Key == "errors" || i.Key == "environment");
    }
}
