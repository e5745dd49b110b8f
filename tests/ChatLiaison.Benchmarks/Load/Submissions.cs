using System.Globalization;
using System.Text.Json.Nodes;

namespace ChatLiaison.Benchmarks.Load;

/// <summary>Submissions of a modal that the product opened: its own blocks and private words, the fields filled in. (Slack: view submission payloads.)</summary>
internal sealed class Submissions
{
    private const string Place = "C0CUST0";
    private readonly string[] parts;

    /// <param name="opened">The body of the call of views.open.</param>
    public Submissions(byte[] opened)
    {
        var view = JsonNode.Parse(opened)!["view"]!.AsObject();
        View = view.ToJsonString();
        Filled(view);
        var payload = new JsonObject
        {
            ["type"] = "view_submission",
            ["team"] = new JsonObject { ["id"] = Town.Team, ["domain"] = "bench" },
            ["user"] = new JsonObject { ["id"] = "@USER@", ["username"] = "person", ["name"] = "person", ["team_id"] = Town.Team },
            ["api_app_id"] = "A0BENCH",
            ["token"] = "xyz",
            ["trigger_id"] = "13345224609.738474920.8088930838d88f008e0",
            ["view"] = view.DeepClone(),
            ["response_urls"] = new JsonArray(),
            ["is_enterprise_install"] = false,
        };
        parts = payload.ToJsonString().Replace(Place + "\\u0022", "@PLACE@\\u0022", StringComparison.Ordinal).Split('@');
    }

    /// <summary>The modal as it was opened.</summary>
    public string View { get; }

    public HttpRequestMessage Make(Uri server, long number)
    {
        var (user, channel) = Town.Somebody(number);
        var json = string.Concat(parts.Select(part => part switch
        {
            "USER" => user,
            "PLACE" => channel,
            "NUMBER" => number.ToString(CultureInfo.InvariantCulture),
            _ => part,
        }));
        return SlackRequests.Interaction(server, json);
    }

    public static bool IsSaved(ReadOnlyMemory<byte> body) => body.Span.IndexOf("\"clear\""u8) >= 0;

    private static void Filled(JsonObject view)
    {
        view["id"] = "V@NUMBER@";
        view["team_id"] = Town.Team;
        view["app_id"] = "A0BENCH";
        view["app_installed_team_id"] = Town.Team;
        view["bot_id"] = "B0BOT";
        view["hash"] = "1700000000.abc";
        view["previous_view_id"] = null;
        view["root_view_id"] = "V@NUMBER@";
        view["state"] = new JsonObject
        {
            ["values"] = new JsonObject
            {
                ["issue"] = Typed("issue", "Checkout is down for everyone since nine; number @NUMBER@. Orders pile up and nobody can pay."),
                ["impact"] = Chosen("impact", "High"),
                ["urgency"] = Chosen("urgency", "Medium"),
                ["contact"] = Typed("contact", "Ada Byrne"),
            },
        };
    }

    private static JsonObject Typed(string action, string text) => new() { [action] = new JsonObject { ["type"] = "plain_text_input", ["value"] = text } };

    private static JsonObject Chosen(string action, string value) => new()
    {
        [action] = new JsonObject
        {
            ["type"] = "radio_buttons",
            ["selected_option"] = new JsonObject { ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = value }, ["value"] = value },
        },
    };
}
