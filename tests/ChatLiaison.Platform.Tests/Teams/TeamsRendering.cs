using System.Text.Json;
using ChatLiaison.Chat;
using ChatLiaison.Platform.Tests.Rendering;
using ChatLiaison.Playground.Teams;
using ChatLiaison.Teams;
using Shouldly;
using Xunit;

namespace ChatLiaison.Platform.Tests.Teams;

public sealed class TeamsRendering
{
    private static readonly TeamsFormView InLondon = new("Europe/London", Card: null);

    public static TheoryData<string> Cards => [.. Gallery.Cards.Keys];

    public static TheoryData<string> Forms => [.. Gallery.Forms.Keys];

    [Theory]
    [MemberData(nameof(Cards))]
    public void Draws_each_card_as_stored(string name) =>
        ExpectedFile.ShouldHold(name, "teams", TeamsCardRenderer.Render(Gallery.Cards[name]));

    [Theory]
    [MemberData(nameof(Forms))]
    public void Draws_each_form_as_stored(string name) =>
        ExpectedFile.ShouldHold(name, "teams", new TeamsFormRenderer().Render(Gallery.Forms[name], InLondon));

    [Fact]
    public void Draws_a_refused_form_with_the_marks_and_what_was_typed()
    {
        var typed = new Dictionary<string, string> { ["title"] = "Half a title", ["tags"] = "t2,t5", ["due"] = "2026-11-24", ["due__time"] = "09:30" };
        var view = InLondon with { Typed = typed, Errors = [new("title", "A title needs two words."), new("", "Nothing was saved.")] };
        ExpectedFile.ShouldHold("form-refused", "teams", new TeamsFormRenderer().Render(Gallery.Forms["form-every-field"], view));
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void Stays_under_its_ceiling_and_in_what_clients_draw(string name)
    {
        var drawn = TeamsCardRenderer.Render(Gallery.Cards[name]);
        drawn.Length.ShouldBeLessThanOrEqualTo(TeamsFit.Ceiling);
        AdaptiveCardCheck.Faults(Parsed(drawn)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Draws_forms_that_clients_take(string name)
    {
        var drawn = new TeamsFormRenderer().Render(Gallery.Forms[name], InLondon);
        drawn.Length.ShouldBeLessThanOrEqualTo(TeamsFit.Ceiling);
        AdaptiveCardCheck.Faults(Parsed(drawn)).ShouldBeEmpty();
    }

    [Fact]
    public void Offers_the_whole_text_only_when_something_was_cut()
    {
        var whole = Button.Open("case.whole", "Read all", "ACME-12");
        Text(StaffCard.Plain("Short") with { Whole = whole }).ShouldNotContain("Read all");
        var cut = Text(StaffCard.Plain(string.Concat(Enumerable.Repeat("long words ", 5000))).Say("A short one stays.") with { Whole = whole });
        cut.ShouldContain("Read all");
        cut.ShouldContain("…");
        cut.ShouldContain("A short one stays.");
    }

    [Fact]
    public void A_form_too_large_to_travel_can_still_be_shown_again()
    {
        var large = new Form("a.b", "Large", "Send", [new TextField("text", "Text") { Initial = new string('x', 3000), Hint = new string('y', 9000) }]) { Token = "t" };
        var forms = new TeamsFormRenderer();
        var envelope = TeamsEnvelope.Read(Parsed(forms.Render(large, InLondon)).GetProperty("actions")[0].GetProperty("data"))!;
        envelope.Form.ShouldBeNull();
        forms.FormOf(envelope).ShouldBeSameAs(large);
        new TeamsFormRenderer().FormOf(envelope).ShouldBeNull();
    }

    [Theory]
    [InlineData("- item", "\\- item")]
    [InlineData("1. one", "1\\. one")]
    [InlineData("in 1. place", "in 1. place")]
    [InlineData("a*b_c", "a\\*b\\_c")]
    [InlineData("<at>Dana</at>", "&lt;at\\>Dana&lt;/at\\>")]
    [InlineData("{{TIME(2026-01-01T00:00:00Z)}}", "{{TIME\\(2026-01-01T00:00:00Z\\)}}")]
    [InlineData("one\ntwo", "one\n\ntwo")]
    public void Escapes_what_people_typed(string typed, string expected) => TeamsText.Escape(typed).ShouldBe(expected);

    private static string Text(Card card) => System.Text.Encoding.UTF8.GetString(TeamsCardRenderer.Render(card).Span);

    private static JsonElement Parsed(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
