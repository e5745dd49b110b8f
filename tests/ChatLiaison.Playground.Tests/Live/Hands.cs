using System.Text.Json.Nodes;
using Shouldly;

namespace ChatLiaison.Playground.Tests.Live;

/// <summary>People's hands in one pane, by the page's API alone.</summary>
internal sealed class Hands(LivePlayground playground, string side)
{
    /// <summary>Does it, and once more where a busy machine took longer than the platform waits: that does no harm.</summary>
    public async Task<JsonNode> TryAsync(string who, object act)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await playground.PostAsync("act", new { side, @as = who, act });
            if (attempt == 4 || !(Has(answer, "in time") || Has(answer, "too long") || Has(answer, "reach")))
            {
                return answer;
            }
        }
    }

    public async Task<JsonNode> ActAsync(string who, object act)
    {
        var answer = await TryAsync(who, act);
        ((bool)answer["ok"]!).ShouldBeTrue(answer.ToJsonString());
        return answer;
    }

    public async Task SayAsync(string who, string room, string text, string? thread = null) => await ActAsync(who, new { @do = "say", room, text, thread });

    /// <summary>A command as each platform has it, in a room.</summary>
    public Task CommandAsync(string who, string room, string words) => SayAsync(who, room, side == "slack" ? $"/{words}" : $"@ChatLiaison {words}");

    /// <summary>Opens the form by which a problem is taken down.</summary>
    public async Task OpenFormAsync(string words)
    {
        await CommandAsync("dana", "acme", $"escalate {words}");
        if (side == "teams")
        {
            var offer = await SeesAsync("acme", m => Has(m, words) && Has(m, "Open the form"));
            await PressAsync("dana", offer, "Open the form");
        }

        await playground.SeesAsync(w => Views(w, "dana").FirstOrDefault(), "an open form");
    }

    /// <summary>Takes a problem of the highest priority down; gives the card in triage.</summary>
    public async Task<JsonNode> CaptureAsync(string words)
    {
        await OpenFormAsync(words);
        await SubmitAsync("dana");
        return await SeesAsync("triage", m => m["thread"] is null && Has(m, words));
    }

    /// <summary>Fills in what must be filled in and sends the form; where a preview comes first, that too.</summary>
    public async Task SubmitAsync(string who)
    {
        var view = await playground.SeesAsync(w => Views(w, who).LastOrDefault(), "an open form");
        for (var page = 0; page < 3 && view is not null; page++)
        {
            await ActAsync(who, new { @do = "submit", values = side == "slack" ? FormFilling.OfSlack(view["view"]!) : FormFilling.OfTeams(view["card"]!) });
            view = Views(await playground.WorldAsync(), who).LastOrDefault();
        }

        view.ShouldBeNull("the form is taken");
    }

    public async Task PressAsync(string who, JsonNode message, string words)
    {
        var on = new { message = (string)message["id"]!, room = (string)message["room"]! };
        var answer = MenuEntry(message, words) is { } entry
            ? await TryAsync(who, new { @do = "choose", on, element = new { block = entry.Block, action = entry.Action }, value = entry.Value })
            : await TryAsync(who, new { @do = "press", on, element = new { words } });
        ((bool)answer["ok"]!).ShouldBeTrue(answer.ToJsonString());
    }

    /// <summary>Waits for a message in a room.</summary>
    public Task<JsonNode> SeesAsync(string room, Func<JsonNode, bool> also) =>
        playground.SeesAsync(w => Messages(w, room).LastOrDefault(also), $"that message in {room} of {side}");

    public IEnumerable<JsonNode> Messages(JsonNode world, string room) =>
        world["panes"]![side]!["messages"]!.AsArray().OfType<JsonNode>().Where(m => (string)m["room"]! == room && !(bool)m["deleted"]!);

    public IEnumerable<JsonNode> Views(JsonNode world, string who) => world["panes"]![side]!["people"]![who]!["views"]!.AsArray().OfType<JsonNode>();

    public int Unread(JsonNode world, string who, string room) => (int?)world["panes"]![side]!["people"]![who]!["unread"]![room] ?? 0;

    public static bool Has(JsonNode message, string words) => message.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).Contains(words, StringComparison.Ordinal);

    // In Slack a card's further acts stand in a menu of their own.
    private static (string Block, string Action, string Value)? MenuEntry(JsonNode message, string words)
    {
        foreach (var block in (message["slack"]?["blocks"] as JsonArray)?.OfType<JsonObject>() ?? [])
        {
            var elements = ((block["elements"] as JsonArray)?.OfType<JsonObject>() ?? []).Append(block["accessory"] as JsonObject).OfType<JsonObject>();
            foreach (var menu in elements.Where(e => (string?)e["type"] == "overflow"))
            {
                if (menu["options"]!.AsArray().FirstOrDefault(o => (string?)o!["text"]!["text"] == words) is { } option)
                {
                    return ((string)block["block_id"]!, (string)menu["action_id"]!, (string)option["value"]!);
                }
            }
        }

        return null;
    }
}
