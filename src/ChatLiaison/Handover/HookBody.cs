using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace ChatLiaison.Handover;

/// <summary>Reads the JSON of an event and gathers what is wrong with it, a plain sentence for each mistake. Pure.</summary>
internal sealed class HookBody
{
    private const int MostCustomers = 200;
    private readonly List<string> problems = [];
    private readonly JsonElement root;

    private HookBody(JsonElement root, params string[] keys)
    {
        this.root = root;
        foreach (var key in root.EnumerateObject().Select(p => p.Name).Where(k => !keys.Contains(k)))
        {
            problems.Add($"There is no '{Cut(key)}': write {string.Join(", ", keys)}.");
        }
    }

    /// <param name="isCustomer">Whether a customer has this key.</param>
    public static (SystemChange? Change, IReadOnlyList<string> Problems) Change(ReadOnlyMemory<byte> body, Func<string, bool> isCustomer, Instant now)
    {
        if (Parse(body) is not { } root)
        {
            return (null, [NotJson]);
        }

        var read = new HookBody(root, "id", "at", "kind", "title", "service", "environment", "customers", "by", "url");
        var change = new SystemChange(
            read.Needed("id", 200, "your own id of the event, so that a second delivery is known"), read.At(now), read.Kind(), read.Needed("title", 300, "what changed"),
            read.Text("service", 100), read.Text("environment", 100), read.Customers(isCustomer), read.Text("by", 100), read.Url(needed: false));
        return read.problems.Count > 0 ? (null, read.problems) : (change, []);
    }

    public static (TicketNews? News, IReadOnlyList<string> Problems) Ticket(ReadOnlyMemory<byte> body, Instant now)
    {
        if (Parse(body) is not { } root)
        {
            return (null, [NotJson]);
        }

        var read = new HookBody(root, "id", "at", "url", "title", "status");
        var news = new TicketNews(
            read.Needed("id", 200, "your own id of the event, so that a second delivery is known"), read.At(now), read.Url(needed: true), read.Text("title", 300),
            read.Needed("status", 60, "how the ticket stands, such as In review"));
        return read.problems.Count > 0 ? (null, read.problems) : (news, []);
    }

    private const string NotJson = "The body is no JSON object: send { \"id\": …, \"at\": …, … }.";

    private static JsonElement? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 8 });
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string Needed(string key, int most, string what)
    {
        var text = Text(key, most);
        if (text.Length == 0 && !problems.Exists(p => p.StartsWith($"'{key}'", StringComparison.Ordinal)))
        {
            problems.Add($"'{key}' is missing: write {what}.");
        }

        return text;
    }

    private string Text(string key, int most)
    {
        if (!root.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return "";
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            problems.Add($"'{key}' is no text: write it in quotes.");
            return "";
        }

        // PostgreSQL keeps no zero character.
        var text = value.GetString()!.Replace("\0", "", StringComparison.Ordinal).Trim();
        if (text.Length > most)
        {
            problems.Add($"'{key}' is longer than {most} characters: shorten it.");
        }

        return text;
    }

    private Instant At(Instant now)
    {
        var text = Needed("at", 40, "when it took place, such as 2026-11-23T02:10:00Z");
        if (text.Length == 0)
        {
            return now;
        }

        var parsed = OffsetDateTimePattern.ExtendedIso.Parse(text);
        if (!parsed.Success)
        {
            problems.Add("'at' is not a time: write it like 2026-11-23T02:10:00Z.");
            return now;
        }

        var at = parsed.Value.ToInstant();
        if (at > now + Duration.FromMinutes(5))
        {
            problems.Add("'at' lies ahead: send an event once it has taken place.");
        }

        return at;
    }

    private string Kind()
    {
        var kind = Needed("kind", 40, string.Join(", ", SystemChange.Kinds[..^1]) + " or " + SystemChange.Kinds[^1]);
        if (kind.Length > 0 && !SystemChange.Kinds.Contains(kind))
        {
            problems.Add($"'kind' is \"{Cut(kind)}\": write {string.Join(", ", SystemChange.Kinds[..^1])} or {SystemChange.Kinds[^1]}.");
        }

        return kind;
    }

    private string Url(bool needed)
    {
        var text = needed ? Needed("url", LinkRules.MostLength, "the ticket's address, as it is linked to the case") : Text("url", LinkRules.MostLength);
        if (text.Length is > 0 and <= LinkRules.MostLength && LinkRules.Read(text) is null)
        {
            problems.Add("'url' is not a web address: write it whole, such as https://tracker.example.com/BUG-12.");
        }

        return text;
    }

    private List<string> Customers(Func<string, bool> isCustomer)
    {
        if (!root.TryGetProperty("customers", out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > MostCustomers || value.EnumerateArray().Any(k => k.ValueKind != JsonValueKind.String))
        {
            problems.Add($"'customers' is no list of keys: write [\"ACME\"] with at most {MostCustomers}, or leave it out for everyone.");
            return [];
        }

        List<string> keys = [.. value.EnumerateArray().Select(k => k.GetString()!.ToUpperInvariant()).Distinct()];
        problems.AddRange(keys.Where(k => !isCustomer(k)).Select(k => $"There is no customer '{Cut(k)}': write a customer's key, or leave 'customers' out."));
        return keys;
    }

    private static string Cut(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
