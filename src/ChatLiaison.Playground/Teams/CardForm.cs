using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ChatLiaison.Playground.Teams;

/// <summary>
/// The inputs of a card as the client fills, checks and sends them. An input left empty is not sent; everything sent is text.
/// Source: Adaptive Cards, input validation.
/// </summary>
internal sealed class CardForm
{
    private readonly IReadOnlyList<JsonElement> _inputs;
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <param name="typed">By input id or label.</param>
    /// <exception cref="InvalidOperationException">The card has no such input, or offers no such choice: a person could not do it.</exception>
    public CardForm(IReadOnlyList<JsonElement> inputs, IReadOnlyDictionary<string, string>? typed)
    {
        _inputs = inputs;
        foreach (var input in inputs)
        {
            _values[IdOf(input)] = InitialOf(input);
        }

        foreach (var (key, value) in typed ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            var input = inputs.Where(input => IdOf(input) == key || input.Text("label") == key || input.Text("title") == key).ToList();
            if (input.Count != 1)
            {
                var known = string.Join(", ", inputs.Select(each => $"{IdOf(each)} ({each.Text("label")})"));
                throw new InvalidOperationException($"The form has {input.Count} inputs {key}. It has: {known}.");
            }

            _values[IdOf(input[0])] = Picked(input[0], value);
        }
    }

    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>What the client would not let pass, by input id.</summary>
    public IReadOnlyDictionary<string, string> Problems() => _inputs
        .Select(input => (Id: IdOf(input), Problem: ProblemOf(input, _values[IdOf(input)])))
        .Where(found => found.Problem is not null)
        .ToDictionary(found => found.Id, found => found.Problem!, StringComparer.Ordinal);

    /// <summary>The button's own data with the inputs merged in, flat.</summary>
    public JsonNode Merge(JsonElement? data)
    {
        if (data is { ValueKind: JsonValueKind.String } text)
        {
            return JsonValue.Create(text.GetString())!;
        }

        var merged = data is { ValueKind: JsonValueKind.Object } given ? TeamsJson.Object(given) : [];
        foreach (var (id, value) in _values.Where(pair => pair.Value.Length > 0))
        {
            merged[id] = value;
        }

        return merged;
    }

    private static string IdOf(JsonElement input) => input.Text("id") ?? "";

    private static string InitialOf(JsonElement input) => input.Text("type") == "Input.Toggle"
        ? input.Text("value") ?? input.Text("valueOff") ?? "false"
        : input.Member("value")?.AsText() ?? "";

    /// <summary>What the input sends when a person picks or types this: a choice may be named by its title.</summary>
    private static string Picked(JsonElement input, string value)
    {
        if (input.Text("type") == "Input.Toggle")
        {
            var on = input.Text("valueOn") ?? "true";
            return value == on || value == "true" ? on : input.Text("valueOff") ?? "false";
        }

        if (input.Text("type") != "Input.ChoiceSet" || value.Length == 0 || input.Member("choices.data") is not null)
        {
            return value;
        }

        var choices = input.Items("choices").ToList();
        string ValueOf(string word) => choices
            .Where(choice => choice.Text("value") == word || choice.Text("title") == word)
            .Select(choice => choice.Text("value"))
            .FirstOrDefault()
            ?? throw new InvalidOperationException(
                $"{IdOf(input)} offers no {word}. It offers: {string.Join(", ", choices.Select(choice => choice.Text("title")))}.");

        return input.IsTrue("isMultiSelect") ? string.Join(',', value.Split(',').Select(ValueOf)) : ValueOf(value);
    }

    private static string? ProblemOf(JsonElement input, string value)
    {
        var message = input.Text("errorMessage") ?? "This is not valid.";
        if (value.Length == 0 || (input.Text("type") == "Input.Toggle" && value == (input.Text("valueOff") ?? "false")))
        {
            return input.IsTrue("isRequired") ? message : null;
        }

        var isGood = input.Text("type") switch
        {
            "Input.Text" => IsGoodText(input, value),
            "Input.Number" => IsGoodNumber(input, value),
            "Input.Date" => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                && IsBetween(input, value),
            "Input.Time" => TimeOnly.TryParseExact(value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                && IsBetween(input, value),
            _ => true,
        };
        return isGood ? null : message;
    }

    private static bool IsGoodText(JsonElement input, string value) =>
        (input.Member("maxLength") is not { ValueKind: JsonValueKind.Number } longest || value.Length <= longest.GetDouble())
        && (input.Text("regex") is not { } pattern || Regex.IsMatch(value, pattern, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1)));

    private static bool IsGoodNumber(JsonElement input, string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && (input.Member("min") is not { ValueKind: JsonValueKind.Number } min || number >= min.GetDouble())
        && (input.Member("max") is not { ValueKind: JsonValueKind.Number } max || number <= max.GetDouble());

    // Dates and times of these formats are in order as texts.
    private static bool IsBetween(JsonElement input, string value) =>
        string.CompareOrdinal(value, input.Text("min") ?? "") >= 0
        && (input.Text("max") is not { } max || string.CompareOrdinal(value, max) <= 0);
}
