using ChatLiaison.Cases;
using ChatLiaison.Commands;
using ChatLiaison.Knowledge;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Knowledge;

public sealed class KnowledgeRulesTests
{
    private static readonly IReadOnlyList<KnowledgeEntry> OfPlaybook =
        [.. new PlaybookSource().Current.Knowledge.Pages.Select(p => new KnowledgeEntry(p.Key, p.Value))];

    [Theory]
    [InlineData("password-reset", "I forgot it", "identity-check password-reset")]
    [InlineData("login", "Sign in by SSO fails", "identity-check single-sign-on")]
    [InlineData("security", "Somebody else's file", "security-cases")]
    [InlineData("billing", "What is this line?", "invoices")]
    [InlineData("performance", "It takes minutes", "slow")]
    [InlineData("", "SAML stopped", "single-sign-on")]
    [InlineData("other", "Nothing that we know", "")]
    public void Policies_of_its_type_stand_first_and_then_what_fits(string type, string issue, string keys) =>
        string.Join(' ', KnowledgeRules.Best(OfPlaybook, Case(type, issue)).Select(e => e.Key)).ShouldBe(keys);

    [Theory]
    [InlineData("not-working", "The export hangs", 7)]
    [InlineData("not-working", "The exports hang", 7)]
    [InlineData("not-working", "The report hangs for ever", 5)]
    [InlineData("not-working", "The page is empty", 0)]
    [InlineData("performance", "The export is slow", 0)]
    [InlineData("performance", "The export hangs", 4)]
    [InlineData("", "The export is slow", 2)]
    public void One_that_names_words_fits_where_they_are_met_and_elsewhere_only_where_two_are(string type, string issue, int fit)
    {
        var page = Page("Stalled", types: ["not-working"], words: ["export", "hang"]);

        KnowledgeRules.Fit(page, type, Topics.Of(issue)).ShouldBe(fit);
    }

    [Fact]
    public void A_phrase_is_met_where_all_of_its_words_are() =>
        new[] { "Our single sign-on broke", "A single user, signed on" }
            .Select(issue => KnowledgeRules.Fit(Page("x", words: ["single sign-on"]), "", Topics.Of(issue)) > 0).ShouldBe([true, false]);

    [Fact]
    public void No_more_than_two_policies_and_three_others_are_suggested_those_that_helped_first()
    {
        var many = Enumerable.Range(0, 9).Select(i => new KnowledgeEntry($"p{i}x", Page($"{i}", KnowledgeKind.Policy, types: ["login"])))
            .Concat(Enumerable.Range(0, 9).Select(i => new KnowledgeEntry($"e{i}x", Page($"{i}", types: ["login"])) { Helped = i == 7 ? 2 : 0 }));

        KnowledgeRules.Best(many, Case("login", "")).Select(e => e.Key).ShouldBe(["p0x", "p1x", "e7x", "e0x", "e1x"]);
    }

    [Fact]
    public void What_fits_its_type_alone_does_not_speak_of_a_matter()
    {
        KnowledgeRules.IsCovered(OfPlaybook, Case("not-working", "The export hangs")).ShouldBeFalse();
        KnowledgeRules.IsCovered(OfPlaybook, Case("login", "SSO fails")).ShouldBeTrue();
        KnowledgeRules.IsCovered([new("#1", Page("x", types: ["billing"], words: ["export"]))], Case("not-working", "The export hangs")).ShouldBeFalse("one word of another type is chance");
    }

    [Theory]
    [InlineData("sso", "single-sign-on")]
    [InlineData("invoices", "invoices")]
    [InlineData("Password reset", "password-reset identity-check")]
    [InlineData("certificates", "single-sign-on")]
    [InlineData("the and of", "")]
    [InlineData("zebra", "")]
    public void A_search_finds_titles_before_words_and_words_before_what_is_written(string words, string keys) =>
        string.Join(' ', KnowledgeRules.Search(OfPlaybook, words, key => key).Select(e => e.Key)).ShouldBe(keys);

    [Fact]
    public void Whoever_keeps_an_entry_senior_support_and_admins_change_it_and_nobody_the_playbook_s()
    {
        var (author, other) = (Guid.NewGuid(), Guid.NewGuid());
        var kept = new KnowledgeEntry("#1", Page("x")) { Kept = new KeptBy(1, author, "Dana", DeskWorld.Noon, null, "", 1) { ChangedBy = "Dana", ChangedAt = DeskWorld.Noon } };
        bool May(Guid who, Role role, KnowledgeEntry entry) => KnowledgeRules.MayChange(entry, new Caller(new("slack", "U", "x", false), who, "x", new HashSet<Role> { role }, null));

        May(author, Role.Liaison, kept).ShouldBeTrue();
        May(other, Role.Liaison, kept).ShouldBeFalse();
        May(other, Role.SeniorSupport, kept).ShouldBeTrue();
        May(other, Role.Admin, kept).ShouldBeTrue();
        May(other, Role.Management, kept).ShouldBeFalse();
        May(author, Role.Admin, OfPlaybook[0]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Investigating", false, "ACME-1 is not resolved yet.")]
    [InlineData("Cancelled", false, "ACME-1 is not resolved yet.")]
    [InlineData("Resolved", true, "ACME-1 is restricted")]
    [InlineData("Resolved", false, null)]
    [InlineData("Closed", false, null)]
    public void Only_what_was_resolved_is_kept_and_nothing_that_is_restricted(string status, bool restricted, string? why)
    {
        var refusal = KnowledgeRules.RefusalToKeep(Draft.In(Enum.Parse<CaseStatus>(status), DeskWorld.Noon) with { Restricted = restricted })?.ToPlain();

        (why is null ? refusal is null : refusal?.StartsWith(why, StringComparison.Ordinal) == true).ShouldBeTrue(refusal);
    }

    private static SupportCase Case(string type, string issue)
    {
        var c = Draft.In(CaseStatus.Investigating, DeskWorld.Noon) with { Type = type, Title = issue };
        return c with { Details = c.Details with { Issue = issue } };
    }

    private static KnowledgePage Page(string title, KnowledgeKind kind = KnowledgeKind.Procedure, IReadOnlyList<string>? types = null, IReadOnlyList<string>? words = null) =>
        new(title, kind) { Text = "x", Types = types ?? [], Words = words ?? [] };
}
