using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Tests.Teams;

/// <summary>Cards and activities that the tests send.</summary>
internal static class Cards
{
    public static JsonObject Text(string text) => new() { ["type"] = "message", ["text"] = text };

    public static JsonObject Message(JsonObject card) => new()
    {
        ["type"] = "message",
        ["attachments"] = new JsonArray(Attachment(card)),
    };

    public static JsonObject Attachment(JsonObject card) => new()
    {
        ["contentType"] = "application/vnd.microsoft.card.adaptive",
        ["content"] = card.DeepClone(),
    };

    /// <summary>A card of version 1.5 from the JSON of its elements and its buttons.</summary>
    public static JsonObject Of(string body, string actions = "[]") => new()
    {
        ["type"] = "AdaptiveCard",
        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
        ["version"] = "1.5",
        ["body"] = JsonNode.Parse(body),
        ["actions"] = JsonNode.Parse(actions),
    };

    public static JsonObject Button(string actions) => Of("""[{"type":"TextBlock","text":"A case","wrap":true}]""", actions);

    /// <summary>A button that opens a dialog.</summary>
    public static JsonObject Opener() =>
        Button("""[{"type":"Action.Submit","title":"Open","data":{"msteams":{"type":"task/fetch"},"case":"ACME-1"}}]""");

    public static JsonObject Form() => Of(
        """
        [{"type":"Input.Text","id":"title","label":"Title","isRequired":true,"errorMessage":"Give a title","maxLength":10},
         {"type":"Input.Text","id":"code","label":"Code","regex":"^[A-Z]+$","errorMessage":"Capitals only"},
         {"type":"Input.ChoiceSet","id":"priority","label":"Priority","value":"p2",
          "choices":[{"title":"High","value":"p1"},{"title":"Low","value":"p2"}]},
         {"type":"Input.Toggle","id":"urgent","title":"Urgent"}]
        """,
        """[{"type":"Action.Submit","title":"Save","data":{"form":"new-case","count":3}}]""");

    public static object Continue(JsonObject card, string title = "New case") => new
    {
        task = new { type = "continue", value = new { title, height = "medium", width = 400, card = Attachment(card) } },
    };

    public static JsonElement Json(JsonNode node) => JsonSerializer.SerializeToElement(node);
}
