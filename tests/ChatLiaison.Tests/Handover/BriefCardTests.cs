using System.Text.Json;
using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Customers;
using ChatLiaison.Handover;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using ChatLiaison.Tests.Conventions;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Handover;

/// <summary>The brief as it is drawn, in the neutral language. The platforms' renderings of this very card are stored beside it.</summary>
public sealed class BriefCardTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n" };

    private static readonly Instant Now = DeskWorld.Noon;

    [Fact]
    public void A_brief_is_drawn_as_stored()
    {
        var path = Path.Combine(Source.Root, "tests", "ChatLiaison.Platform.Tests", "Rendering", "Expected", "card-technical-brief.json");
        var drawn = JsonSerializer.Serialize(
            JsonDocument.Parse(ChatJson.Write(BriefCard.Draw(Brief()))).RootElement, Readable) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECTED") == "1")
        {
            File.WriteAllText(path, drawn);
        }

        drawn.ShouldBe(File.ReadAllText(path));
    }

    [Fact]
    public void The_text_has_every_section()
    {
        var text = BriefText.Write(Brief());
        foreach (var heading in new[]
                 {
                     "## Technical Brief: Acme Ltd / Orders fail", "### Customer Information", "### Issue Details", "### Attempted Solutions", "### Changes Before It Began",
                     "### Seen Before", "### Communication History", "### Customer's Technical Level", "### Attachments",
                 })
        {
            text.ShouldContain(heading);
        }

        text.ShouldContain("[ ] Novice  [ ] Intermediate  [x] Advanced");
        text.ShouldContain("- 2026-11-23 11:20 UTC - Ada Byrne: Nobody can order");
    }

    [Fact]
    public void How_much_time_there_is_and_how_to_reach_them_is_on_the_card_and_in_the_text()
    {
        var brief = With(Brief(), d => d with { Deadline = Now + Duration.FromHours(5), Timeframe = "Before their sale", ReachBy = "phone", ReachDetails = "+1 555 0100", ReachFor = ["news"] });
        var (card, text) = (BriefCard.Draw(brief).ToPlain(), BriefText.Write(brief));
        card.ShouldContain("Reach them by: phone: +1 555 0100 (for news)");
        card.ShouldContain("Hard deadline: Mon 23 Nov, 17:00 UTC");
        card.ShouldContain("Timeframe: Before their sale");
        text.ShouldContain("- **Reach Them By**: phone: +1 555 0100 (for news)\n");
        text.ShouldContain("- **Hard Deadline**: 2026-11-23 17:00 UTC\n- **Timeframe**: Before their sale\n");
        BriefText.Write(Brief()).ShouldNotContain("Deadline");
    }

    [Fact]
    public void A_wish_shows_its_use_benefit_and_cost_and_nothing_to_reproduce()
    {
        var brief = With(Brief(), d => d with { FeatureUse = "Every Monday", FeatureBenefit = "Two hours saved", Steps = "" });
        brief = brief with { Case = brief.Case with { Type = "feature-request" } };
        foreach (var words in new[] { BriefCard.Draw(brief).ToPlain(), BriefText.Write(brief).Replace("**", "", StringComparison.Ordinal) })
        {
            words.ShouldContain("How they would use it: Every Monday");
            words.ShouldContain("What it would bring them: Two hours saved");
            words.ShouldContain("What it costs them to be without: not said yet");
            words.ShouldNotContain("Steps to");
            words.ShouldNotContain("Expected");
        }
    }

    private static TechnicalBrief With(TechnicalBrief brief, Func<CaseDetails, CaseDetails> change) =>
        brief with { Case = brief.Case with { Details = change(brief.Case.Details) } };

    private static TechnicalBrief Brief()
    {
        var customer = new Customer(
            1, "ACME", "Acme Ltd", null, [new("slack", "C0ACME")], [], null,
            new Dictionary<string, string> { ["Version"] = "4.2", ["Health"] = "https://status.example.com/acme" });
        var c = Draft.In(CaseStatus.WithEngineering, Now) with
        {
            EngineeringOwner = new Party(Guid.Empty, "Mateo Silva"),
            Id = Guid.Parse("11111111-1111-4111-8111-111111111111"),
            Details = new()
            {
                Issue = "Orders fail since nine", ContactTitle = "CTO", TechnicalLevel = "advanced", StartedAt = Now - Duration.FromHours(3), ProductVersion = "4.2.1",
                Browser = "Firefox", Steps = "1. Fill the basket\n2. Press Order", BusinessImpact = "They sell nothing", Files = [new("error.png", "https://files.example.com/error.png", "image")],
            },
        };
        var playbook = PlaybookReader.Read(new Dictionary<string, string>(), [])!;
        return new TechnicalBrief
        {
            View = new CaseView(c, customer, [], playbook, DirectorySnapshot.Empty),
            Case = c,
            Score = BriefScore.Of(c),
            History = [new(Now - Duration.FromMinutes(40), "Ada Byrne: Nobody can order"), new(Now - Duration.FromMinutes(30), "Call with Ada Byrne: It began after lunch")],
            Tried = [new(Now - Duration.FromMinutes(20), "Dana Park: Restarted the worker, no change")],
            Spent = Duration.FromMinutes(25),
            Window = new Interval(Now - Duration.FromHours(27), Now - Duration.FromHours(3)),
            Changes = [new("d-1", Now - Duration.FromHours(4), "deployment", "orders 4.2.1", "orders", "production", [], "Mateo", "https://deploy.example.com/812")],
            Alike = [new("ACME-3", "Orders fail at night", "The queue was full; it is larger now.", true, Now - Duration.FromDays(9), 0.5)],
            Look = [("Health", "https://status.example.com/acme")],
            Links = [new("https://tracker.example.com/BUG-12", "Export bug", "In review", Now, "Dana Park", Now)],
            Handoff = new Handoff
            {
                Id = Guid.Empty, CaseId = c.Id, SentAt = Now, SentBy = "Dana Park", To = c.EngineeringOwner, Score = 75, Where = new ToChannel("slack", "C0ENG"),
            },
            Questions =
            [
                new(Guid.Empty, Guid.Empty, c.Id, QuestionKind.Bounce, Now - Duration.FromMinutes(9), "Mateo Silva", null, ["steps"], "Every order?", Guid.Empty)
                {
                    AnsweredAt = Now, AnsweredBy = "Dana Park", Answer = "Only with a voucher.",
                },
            ],
        };
    }
}
