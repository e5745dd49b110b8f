using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatLiaison.Benchmarks.Fakes;
using ChatLiaison.Benchmarks.Running;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChatLiaison.Benchmarks.Load;

/// <summary>
/// Invokes as Teams makes them, under a real RS256 token. As the connector does, one token comes with many activities. (Teams: dialogs;
/// Bot Connector authentication.)
/// </summary>
internal sealed class TeamsRequests
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");
    private readonly string serviceUrl;
    private readonly AuthenticationHeaderValue token;
    private JsonObject filled = [];

    public TeamsRequests(FakeTeams teams)
    {
        serviceUrl = teams.Url.ToString();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        token = new("Bearer", new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = FakeTeams.Issuer,
            Audience = Product.TeamsAppId,
            NotBefore = now.AddMinutes(-1),
            Expires = now.AddHours(1),
            Claims = new Dictionary<string, object> { ["serviceurl"] = serviceUrl },
            SigningCredentials = new(new RsaSecurityKey(teams.Key) { KeyId = FakeTeams.KeyId }, SecurityAlgorithms.RsaSha256),
        }));
    }

    public HttpRequestMessage Fetch(Uri server, long number) =>
        Invoke(server, number, "task/fetch", new JsonObject { ["action"] = "escalate.open", ["value"] = "" });

    /// <summary>The dialog of a task/fetch answer, filled in with words that never come twice.</summary>
    public HttpRequestMessage Submit(Uri server, long number)
    {
        var data = filled.DeepClone().AsObject();
        data["issue"] = $"Checkout is down for everyone since nine; number {number}. Orders pile up and nobody can pay.";
        return Invoke(server, number, "task/submit", data);
    }

    /// <summary>Learns from the answer to task/fetch what the dialog's button sends.</summary>
    public void Learn(byte[] answer)
    {
        var card = JsonNode.Parse(answer)!["task"]!["value"]!["card"]!["content"]!;
        filled = Buttons(card).First(b => b["type"]?.GetValue<string>() == "Action.Submit")["data"]!.DeepClone().AsObject();
        filled["impact"] = "High";
        filled["urgency"] = "Medium";
        filled["contact"] = "Ada Byrne";
    }

    public static bool IsDialog(ReadOnlyMemory<byte> body) => body.Span.IndexOf("\"continue\""u8) >= 0;

    public static bool IsSaved(ReadOnlyMemory<byte> body) => body.Span.IndexOf("Saved"u8) >= 0;

    private static IEnumerable<JsonObject> Buttons(JsonNode node) => node switch
    {
        JsonObject o => (o["type"]?.GetValueKind() == JsonValueKind.String ? [o] : Array.Empty<JsonObject>()).Concat(o.Where(p => p.Value is not null).SelectMany(p => Buttons(p.Value!))),
        JsonArray list => list.OfType<JsonNode>().SelectMany(Buttons),
        _ => [],
    };

    private HttpRequestMessage Invoke(Uri server, long number, string name, JsonObject data)
    {
        var channel = Town.TeamsChannel((int)(number % Town.Customers));
        var user = Town.TeamsUser((int)(number % Town.People));
        var activity = new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = name,
            ["id"] = "f:" + number.ToString(CultureInfo.InvariantCulture),
            ["timestamp"] = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
            ["localTimezone"] = "Europe/London",
            ["serviceUrl"] = serviceUrl,
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = "29:" + user, ["aadObjectId"] = user, ["name"] = "Person" },
            ["recipient"] = new JsonObject { ["id"] = "28:" + Product.TeamsAppId, ["name"] = "ChatLiaison" },
            ["conversation"] = new JsonObject { ["id"] = channel, ["conversationType"] = "channel", ["isGroup"] = true, ["tenantId"] = Town.Tenant },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Town.Tenant }, ["channel"] = new JsonObject { ["id"] = channel } },
            ["replyToId"] = "1700000000000",
            ["value"] = new JsonObject { ["data"] = data, ["context"] = new JsonObject { ["theme"] = "default" } },
        };
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(activity.ToJsonString()));
        content.Headers.ContentType = JsonType;
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, "api/messages")) { Content = content };
        request.Headers.Authorization = token;
        return request;
    }
}
