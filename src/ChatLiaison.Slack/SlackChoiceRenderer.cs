using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>A choice as radio buttons, a list, or a list that is searched as the person types.</summary>
internal static class SlackChoiceRenderer
{
    private const int MostRadios = 4;
    private const int MostOptions = 100;
    private const int LongestOption = 75;

    public static void Write(Utf8JsonWriter writer, ChoiceField choice)
    {
        var searched = choice.SuggestFrom is not null;
        var radio = !searched && !choice.Multiple && choice.Choices.Count <= MostRadios;
        writer.WriteString("type", (searched, radio, choice.Multiple) switch
        {
            (true, _, true) => "multi_external_select",
            (true, _, _) => "external_select",
            (_, true, _) => "radio_buttons",
            (_, _, true) => "multi_static_select",
            _ => "static_select",
        });

        // A search names where its answers come from by its action: Slack hands nothing else back with it.
        writer.WriteString("action_id", choice.SuggestFrom ?? choice.Id);
        if (searched)
        {
            writer.WriteNumber("min_query_length", 0);
        }
        else
        {
            WriteChoices(writer, choice.Choices);
        }

        WriteInitial(writer, choice);
        if (!radio)
        {
            SlackFieldRenderer.WritePlaceholder(writer, choice.Placeholder);
        }
    }

    public static void WriteOptions(Utf8JsonWriter writer, IEnumerable<Choice> choices)
    {
        writer.WriteStartArray("options");
        foreach (var choice in choices.Take(MostOptions))
        {
            WriteOption(writer, choice);
        }

        writer.WriteEndArray();
    }

    private static void WriteChoices(Utf8JsonWriter writer, IReadOnlyList<Choice> choices)
    {
        if (choices.Count <= MostOptions)
        {
            WriteOptions(writer, choices);
            return;
        }

        writer.WriteStartArray("option_groups");
        foreach (var group in choices.Chunk(MostOptions).Take(MostOptions))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("label");
            SlackText.WritePlain(writer, $"{SlackCut.At(group[0].Label, 36)} – {SlackCut.At(group[^1].Label, 36)}", LongestOption);
            WriteOptions(writer, group);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteInitial(Utf8JsonWriter writer, ChoiceField choice)
    {
        // Slack refuses an initial option that is not among the options.
        var chosen = choice.Choices.Where(c => choice.Initial.Contains(c.Value)).ToList();
        if (chosen.Count == 0)
        {
            return;
        }

        if (!choice.Multiple)
        {
            writer.WritePropertyName("initial_option");
            WriteOption(writer, chosen[0]);
            return;
        }

        writer.WriteStartArray("initial_options");
        foreach (var one in chosen)
        {
            WriteOption(writer, one);
        }

        writer.WriteEndArray();
    }

    private static void WriteOption(Utf8JsonWriter writer, Choice choice)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("text");
        SlackText.WritePlain(writer, SlackText.OneLine(choice.Label), LongestOption);
        writer.WriteString("value", choice.Value);
        writer.WriteEndObject();
    }
}
