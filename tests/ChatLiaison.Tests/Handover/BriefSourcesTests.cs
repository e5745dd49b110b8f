using ChatLiaison.Cases;
using ChatLiaison.Handover;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Handover;

public sealed class BriefSourcesTests
{
    private static readonly Instant Now = DeskWorld.Noon;

    [Fact]
    public void Likeness_is_the_same_either_way_and_full_only_for_the_same() => Prop.ForAll<string, string>((a, b) =>
    {
        var (x, y) = (AlikeRules.Words(a ?? ""), AlikeRules.Words(b ?? ""));
        var like = AlikeRules.Likeness(x, y);
        return like is >= 0 and <= 1 && like == AlikeRules.Likeness(y, x) && (x.Count == 0 || AlikeRules.Likeness(x, x) == 1);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_reads_alike_is_found_and_the_customers_own_comes_first()
    {
        var c = Draft.In(CaseStatus.New, Now) with { Title = "The nightly export hangs", Details = new() { Issue = "The nightly export hangs at 90 percent" } };
        var found = AlikeRules.Best(
            c,
            [
                new("GLOBEX-2", "The nightly export hangs", "The nightly export hangs", "Restarted it.", false, Now),
                new("ACME-3", "The nightly export hangs", "The nightly export hangs", "", true, Now),
                new("ACME-4", "Invoice shows the wrong address", "Wrong address", "", true, Now),
            ],
            3);
        found.Select(f => f.Reference).ShouldBe(["ACME-3", "GLOBEX-2"]);
    }

    [Theory]
    [InlineData("https://Tracker.example.com/BUG-12/", "https://tracker.example.com/BUG-12")]
    [InlineData("<https://tracker.example.com/BUG-12#comment-3>", "https://tracker.example.com/BUG-12")]
    [InlineData("http://tracker.example.com/show?id=12", "http://tracker.example.com/show?id=12")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("BUG-12", null)]
    [InlineData("ftp://tracker.example.com/x", null)]
    public void Addresses_that_differ_in_nothing_that_counts_are_the_same(string given, string? compared) =>
        (LinkRules.Read(given) is { } url ? LinkRules.Compared(url) : null).ShouldBe(compared);

    [Fact]
    public void Time_spent_leaves_out_what_was_waited()
    {
        TimelineLine[] record =
        [
            At(0, CaseEventKind.Opened), At(10, CaseEventKind.Acknowledged), At(15, CaseEventKind.Taken), At(40, CaseEventKind.Waiting), At(100, CaseEventKind.Resumed),
            At(110, CaseEventKind.Resolved), At(200, CaseEventKind.Reopened),
        ];
        TimeSpent.Of(record[..1], Now + Duration.FromMinutes(60)).ShouldBe(Duration.Zero);
        TimeSpent.Of(record[..3], Now + Duration.FromMinutes(30)).ShouldBe(Duration.FromMinutes(20));
        TimeSpent.Of(record[..4], Now + Duration.FromMinutes(90)).ShouldBe(Duration.FromMinutes(30));
        TimeSpent.Of(record[..6], Now + Duration.FromMinutes(150)).ShouldBe(Duration.FromMinutes(40));
        TimeSpent.Of(record, Now + Duration.FromMinutes(205)).ShouldBe(Duration.FromMinutes(45));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(300, true)]
    [InlineData(-300, true)]
    [InlineData(301, false)]
    [InlineData(-301, false)]
    public void A_signature_holds_for_five_minutes_either_way(int off, bool holds)
    {
        var timestamp = (Now.ToUnixTimeSeconds() + off).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var signature = HookSignature.Sign("a long enough secret", timestamp, "{}"u8);
        (HookSignature.Refusal("a long enough secret", timestamp, signature, "{}"u8, Now) is null).ShouldBe(holds);
        HookSignature.Refusal("a long enough secret", timestamp, signature, "{ }"u8, Now).ShouldNotBeNull();
        HookSignature.Refusal("a long enough secret", timestamp, signature.ToUpperInvariant(), "{}"u8, Now).ShouldNotBeNull();
        HookSignature.Refusal("a long enough secret", timestamp, "", "{}"u8, Now).ShouldNotBeNull();
        HookSignature.Refusal("a long enough secret", "99999999999999999", signature, "{}"u8, Now).ShouldNotBeNull();
    }

    private static TimelineLine At(int minute, CaseEventKind kind) => new(Now + Duration.FromMinutes(minute), kind, "Dana Park", Side.Staff, false, "");
}
