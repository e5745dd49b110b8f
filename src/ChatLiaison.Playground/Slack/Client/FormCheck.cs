using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>What Slack's client checks before it sends a form: required fields, lengths, addresses, numbers.</summary>
internal static class FormCheck
{
    /// <returns>Block id to error; empty when the form may go.</returns>
    public static ImmutableSortedDictionary<string, string> Of(SlackView view)
    {
        var errors = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var element in BlockElements.In(view.Blocks).Where(e => e.IsInput))
        {
            var state = view.Typed.GetValueOrDefault(element.Key);
            var error = state is null || FieldValues.IsEmpty(state)
                ? element.Block.Flag("optional") ? null : "Please complete this required field."
                : Check(element, state);
            if (error is not null)
            {
                errors[element.BlockId] = error;
            }
        }

        return errors.ToImmutable();
    }

    private static string? Check(PlacedElement element, JsonObject state)
    {
        var text = state.Text("value") ?? "";
        return element.Type switch
        {
            "plain_text_input" => Length(element.Element, text),
            "email_text_input" when !text.Contains('@', StringComparison.Ordinal) => "Must be a valid email address.",
            "url_text_input" when !Uri.TryCreate(text, UriKind.Absolute, out _) => "Must be a valid URL.",
            "number_input" => Number(element.Element, text),
            _ => null,
        };
    }

    private static string? Length(JsonObject input, string text)
    {
        if (text.Length < (input.Number("min_length") ?? 0))
        {
            return $"Must be at least {input.Number("min_length")} characters.";
        }

        var most = input.Number("max_length") ?? 3000;
        return text.Length > most ? $"Must be at most {most} characters." : null;
    }

    private static string? Number(JsonObject input, string text)
    {
        if (!decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            || (!input.Flag("is_decimal_allowed") && number != decimal.Truncate(number)))
        {
            return "Must be a number.";
        }

        var (least, most) = (Bound(input, "min_value"), Bound(input, "max_value"));
        return number < least || number > most ? "Out of range." : null;
    }

    private static decimal? Bound(JsonObject input, string key) =>
        decimal.TryParse(input.Text(key), NumberStyles.Number, CultureInfo.InvariantCulture, out var bound) ? bound : null;
}
