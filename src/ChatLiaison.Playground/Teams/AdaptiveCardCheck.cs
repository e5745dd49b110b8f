using System.Text.Json;

namespace ChatLiaison.Playground.Teams;

/// <summary>Finds what a Teams client would not render or not answer for: shapes first, then <see cref="AdaptiveCardSense"/>.</summary>
public sealed class AdaptiveCardCheck
{
    private readonly List<string> _faults = [];

    private AdaptiveCardCheck()
    {
    }

    /// <summary>Every fault, as <c>place: what is wrong</c>; none for a good card.</summary>
    public static IReadOnlyList<string> Faults(JsonElement card)
    {
        var check = new AdaptiveCardCheck();
        check.Object(card, "AdaptiveCard", "card");
        return check._faults.Count > 0 ? check._faults : AdaptiveCardSense.Faults(card);
    }

    private void Value(JsonElement value, string kind, string place)
    {
        if (kind.StartsWith('['))
        {
            List(value, kind[1..^1], place);
            return;
        }

        var isText = value.ValueKind == JsonValueKind.String;
        var isNumber = value.ValueKind == JsonValueKind.Number;
        switch (kind)
        {
            case "any":
                break;
            case "s":
                Expect(isText, place, "is not text");
                break;
            case "n":
                Expect(isNumber, place, "is not a number");
                break;
            case "sn":
                Expect(isText || isNumber, place, "is neither text nor a number");
                break;
            case "so":
                Expect(isText || value.ValueKind == JsonValueKind.Object, place, "is neither text nor an object");
                break;
            case "b":
                Expect(value.ValueKind is JsonValueKind.True or JsonValueKind.False, place, "is not true or false");
                break;
            case "Fallback":
                Fallback(value, place);
                break;
            default:
                WordOrObject(value, kind, place);
                break;
        }
    }

    private void WordOrObject(JsonElement value, string kind, string place)
    {
        if (kind.Contains('|', StringComparison.Ordinal))
        {
            var isWord = value.ValueKind == JsonValueKind.String
                && kind.Split('|').Contains(value.GetString(), StringComparer.OrdinalIgnoreCase);
            Expect(isWord, place, $"is not one of {kind}");
            return;
        }

        Object(value, kind, place);
    }

    private void List(JsonElement value, string kind, string place)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            _faults.Add($"{place}: is not a list");
            return;
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            // A run of text may be written as plain text.
            if (kind != "Inline" || item.ValueKind != JsonValueKind.String)
            {
                Value(item, kind, $"{place}[{index}]");
            }

            index++;
        }
    }

    private void Fallback(JsonElement value, string place)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            Expect(string.Equals(value.GetString(), "drop", StringComparison.OrdinalIgnoreCase), place, "is not drop");
            return;
        }

        Object(value, value.Text("type")?.StartsWith("Action.", StringComparison.Ordinal) == true ? "Action" : "Element", place);
    }

    /// <param name="expected">A type, or a group of types.</param>
    private void Object(JsonElement value, string expected, string place)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            _faults.Add($"{place}: is not an object");
            return;
        }

        var group = AdaptiveCardShapes.TypesOf(expected);
        var type = value.Text("type") ?? (group is null && expected != "AdaptiveCard" ? expected : null);
        if (type is null || !(group?.Contains(type, StringComparer.Ordinal) ?? type == expected))
        {
            _faults.Add($"{place}: type {type ?? "(none)"} is unknown here, {expected} is expected");
            return;
        }

        var properties = AdaptiveCardShapes.PropertiesOf(type)!;
        foreach (var missing in properties.Where(property => property.IsRequired && value.Member(property.Name) is null))
        {
            _faults.Add($"{place}: {type} needs {missing.Name}");
        }

        foreach (var given in value.EnumerateObject())
        {
            if (properties.FirstOrDefault(property => property.Name == given.Name) is { } known)
            {
                Value(given.Value, known.Kind, $"{place}.{given.Name}");
            }
            else
            {
                _faults.Add($"{place}: {type} knows no {given.Name}");
            }
        }
    }

    private void Expect(bool isRight, string place, string problem)
    {
        if (!isRight)
        {
            _faults.Add($"{place}: {problem}");
        }
    }
}
