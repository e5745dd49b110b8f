using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>One block of a message, planned before anything is written: the plan is what is cut to Slack's limits.</summary>
internal abstract record SlackBlock
{
    public abstract void Write(Utf8JsonWriter writer);
}

internal sealed record HeaderBlock(string Words) : SlackBlock
{
    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "header");
        writer.WritePropertyName("text");
        SlackText.WritePlain(writer, Words, 150);
        writer.WriteEndObject();
    }
}

/// <summary>A heading that holds a time: a header block takes plain text only, which would show it in UTC.</summary>
internal sealed record TimedHeadingBlock(IReadOnlyList<Span> Spans) : SlackBlock
{
    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "rich_text");
        writer.WriteStartArray("elements");
        SlackRichText.WriteSection(writer, [.. Spans.Select(s => s is WordSpan words ? words with { Emphasis = Emphasis.Bold } : s)]);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}

/// <summary>One element of rich text: a paragraph, a quotation, one list, preformatted lines.</summary>
internal sealed record RichPart(string Type, IReadOnlyList<IReadOnlyList<Span>> Texts)
{
    public void Write(Utf8JsonWriter writer)
    {
        if (Type == "rich_text_list")
        {
            SlackRichText.WriteList(writer, Texts);
            return;
        }

        SlackRichText.WriteSection(writer, Texts[0], Type);
    }
}

internal sealed record RichBlock(List<RichPart> Parts) : SlackBlock
{
    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "rich_text");
        writer.WriteStartArray("elements");
        foreach (var part in Parts)
        {
            part.Write(writer);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}

internal sealed record FactsBlock(IReadOnlyList<Fact> Facts) : SlackBlock
{
    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "section");
        if (Facts is [var only])
        {
            // Fields stand in two columns: one alone would leave half the width empty.
            writer.WritePropertyName("text");
            Write(writer, only);
        }
        else
        {
            writer.WriteStartArray("fields");
            foreach (var fact in Facts)
            {
                Write(writer, fact);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Fact fact) =>
        SlackText.WriteObject(writer, fact.Value, 2000, string.IsNullOrWhiteSpace(fact.Label) ? "–" : fact.Label);
}

internal sealed record RowBlock(ChatText Text, Button Button) : SlackBlock
{
    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "section");
        writer.WritePropertyName("text");
        SlackText.WriteObject(writer, Text, 3000);
        writer.WritePropertyName("accessory");
        SlackButtons.Write(writer, Button);
        writer.WriteEndObject();
    }
}

internal sealed record SmallBlock(ChatText Text) : SlackBlock
{
    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "context");
        writer.WriteStartArray("elements");
        SlackText.WriteObject(writer, Text, SlackLayout.LongestSmallPrint);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}

internal sealed record DividerBlock : SlackBlock
{
    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "divider");
        writer.WriteEndObject();
    }
}

internal sealed record ButtonsBlock(IReadOnlyList<Button> Buttons) : SlackBlock
{
    public override void Write(Utf8JsonWriter writer) => SlackButtons.WriteBlock(writer, Buttons);
}
