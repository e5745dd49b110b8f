using ChatLiaison.Playground.Teams;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Teams;

public class AdaptiveCardCheckTests
{
    [Theory]
    [InlineData("""[{"type":"TextBlok","text":"x"}]""", "[]", "type TextBlok is unknown")]
    [InlineData("""[{"type":"Badge","text":"x"}]""", "[]", "type Badge is unknown")]
    [InlineData("""[{"text":"x"}]""", "[]", "type (none)")]
    [InlineData("""[{"type":"TextBlock"}]""", "[]", "TextBlock needs text")]
    [InlineData("""[{"type":"TextBlock","text":5}]""", "[]", "body[0].text: is not text")]
    [InlineData("""[{"type":"TextBlock","text":"x","wrap":"true"}]""", "[]", "wrap: is not true or false")]
    [InlineData("""[{"type":"TextBlock","text":"x","size":"huge"}]""", "[]", "size: is not one of")]
    [InlineData("""[{"type":"TextBlock","text":"x","colour":"good"}]""", "[]", "knows no colour")]
    [InlineData("""[{"type":"FactSet","facts":[{"title":"a"}]}]""", "[]", "Fact needs value")]
    [InlineData("""[{"type":"Container","items":[{"type":"Column"}]}]""", "[]", "type Column is unknown here")]
    [InlineData("""[{"type":"ColumnSet","columns":{}}]""", "[]", "columns: is not a list")]
    [InlineData("""[{"type":"Input.Text"}]""", "[]", "needs an id")]
    [InlineData("""[{"type":"Input.Text","id":"a"},{"type":"Input.Date","id":"a"}]""", "[]", "the id a is used 2 times")]
    [InlineData("""[{"type":"Input.Text","id":"a","regex":"("}]""", "[]", "regex is malformed")]
    [InlineData("""[{"type":"Input.ChoiceSet","id":"a"}]""", "[]", "needs choices")]
    [InlineData("""[{"type":"Input.ChoiceSet","id":"a","choices":[{"title":"A"}]}]""", "[]", "Input.Choice needs value")]
    [InlineData("""[{"type":"Input.ChoiceSet","id":"a","choices":[{"title":"A","value":"1"},{"title":"B","value":"1"}]}]""", "[]", "same value")]
    [InlineData("""[{"type":"Input.ChoiceSet","id":"a","isMultiSelect":true,"choices":[{"title":"A","value":"1,2"}]}]""", "[]", "a comma")]
    [InlineData("""[{"type":"Input.Toggle","id":"a"}]""", "[]", "Input.Toggle needs title")]
    [InlineData("[]", """[{"type":"Action.Http","title":"x"}]""", "type Action.Http is unknown")]
    [InlineData("[]", """[{"type":"Action.Execute","title":"x"}]""", "Action.Execute needs verb")]
    [InlineData("[]", """[{"type":"Action.Execute","title":"x","verb":""}]""", "Action.Execute needs a verb")]
    [InlineData("[]", """[{"type":"Action.OpenUrl","title":"x","url":"docs"}]""", "the url is not absolute")]
    [InlineData("[]", """[{"type":"Action.ToggleVisibility","title":"x","targetElements":["a"]}]""", "there is no element a")]
    [InlineData("[]", """[{"type":"Action.Submit","title":"x","data":[1]}]""", "neither text nor an object")]
    [InlineData("""[{"type":"Input.Text","id":"case"}]""", """[{"type":"Action.Submit","title":"x","data":{"case":"A"}}]""", "data key case is also the id")]
    public void Names_the_fault(string body, string actions, string fault) =>
        AdaptiveCardCheck.Faults(Cards.Json(Cards.Of(body, actions))).ShouldContain(found => found.Contains(fault, StringComparison.Ordinal));

    [Theory]
    [InlineData("1.6")]
    [InlineData("2")]
    [InlineData(null)]
    public void Takes_no_version_beyond_what_Teams_renders(string? version)
    {
        var card = Cards.Of("[]");
        card["version"] = version;
        AdaptiveCardCheck.Faults(Cards.Json(card)).ShouldNotBeEmpty();
    }

    [Fact]
    public void Wants_version_1_4_for_an_execute_action()
    {
        var card = Cards.Button("""[{"type":"Action.Execute","title":"x","verb":"x"}]""");
        card["version"] = "1.4";
        AdaptiveCardCheck.Faults(Cards.Json(card)).ShouldBeEmpty();
        card["version"] = "1.3";
        AdaptiveCardCheck.Faults(Cards.Json(card)).ShouldContain("card: Action.Execute needs version 1.4, not 1.3");
    }

    [Fact]
    public void Passes_a_card_that_uses_everything()
    {
        var card = Cards.Of(
            """
            [{"type":"TextBlock","text":"**Case**","wrap":true,"size":"Large","weight":"Bolder","style":"heading"},
             {"type":"RichTextBlock","inlines":["plain",{"type":"TextRun","text":"bold","weight":"bolder"}]},
             {"type":"ColumnSet","columns":[{"type":"Column","width":"auto","items":[{"type":"Image","url":"https://example.com/a.png","altText":"a"}]},
               {"width":2,"items":[]}]},
             {"type":"FactSet","facts":[{"title":"Owner","value":"Dana"}],"separator":true},
             {"type":"Table","columns":[{"width":1}],"rows":[{"type":"TableRow","cells":[{"type":"TableCell","items":[{"type":"TextBlock","text":"x"}]}]}]},
             {"type":"Container","style":"warning","selectAction":{"type":"Action.OpenUrl","url":"https://example.com"},"items":[]},
             {"type":"Input.ChoiceSet","id":"who","choices":[],"choices.data":{"type":"Data.Query","dataset":"graph.microsoft.com/users"}},
             {"type":"Input.Number","id":"n","min":1,"max":5,"value":2},
             {"type":"Input.Time","id":"t","min":"08:00"},
             {"type":"ActionSet","actions":[{"type":"Action.Submit","title":"s","data":{"x":1}}]}]
            """,
            """[{"type":"Action.Execute","title":"e","verb":"e","fallback":{"type":"Action.Submit","title":"e"}}]""");
        card["msteams"] = new System.Text.Json.Nodes.JsonObject { ["width"] = "Full" };
        AdaptiveCardCheck.Faults(Cards.Json(card)).ShouldBeEmpty();
    }
}
