using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Teams;

/// <summary>Where a card or form is drawn: the writer, how much may be drawn, and what was noted on the way.</summary>
/// <param name="textMost">The most characters of any one text.</param>
/// <param name="itemMost">The most items of any one list, and the most elements.</param>
/// <param name="inDialog">True inside a dialog, where presses come back as submits.</param>
internal sealed class TeamsCanvas(Utf8JsonWriter json, int textMost, int itemMost, bool inDialog)
{
    private bool _separate;
    private bool _cut;

    public Utf8JsonWriter Json { get; } = json;

    public TeamsMentions Mentions { get; } = new();

    public bool InDialog { get; } = inDialog;

    /// <summary>True once something was left out.</summary>
    public bool Cut => _cut;

    public string Markdown(ChatText text) => TeamsText.Markdown(TeamsCut.Spans(text.Spans, textMost, ref _cut), Mentions);

    public string Escape(string words)
    {
        _cut |= words.Length > textMost;
        return TeamsText.Escape(TeamsCut.Words(words, textMost));
    }

    public IEnumerable<T> Some<T>(IReadOnlyList<T> items)
    {
        _cut |= items.Count > itemMost;
        return items.Take(itemMost);
    }

    /// <summary>Cards have no element for a line; the next element is told to draw one above itself.</summary>
    public void SeparateNext() => _separate = true;

    /// <summary>Begins an element of the body.</summary>
    public void Start(string type)
    {
        Json.WriteStartObject();
        Json.WriteString("type", type);
        if (_separate)
        {
            Json.WriteBoolean("separator", true);
            _separate = false;
        }
    }

    public void End() => Json.WriteEndObject();

    public void TextBlock(string text, bool subtle = false, string? color = null, string? weight = null, string? align = null)
    {
        Start("TextBlock");
        Json.WriteString("text", text);
        Json.WriteBoolean("wrap", true);
        if (subtle)
        {
            Json.WriteBoolean("isSubtle", true);
            Json.WriteString("size", "small");
        }

        Put("color", color);
        Put("weight", weight);
        Put("horizontalAlignment", align);
        End();
    }

    public void Put(string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            Json.WriteString(name, text);
        }
    }
}
