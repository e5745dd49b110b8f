using System.Text.Json.Serialization;

namespace ChatLiaison.Chat;

/// <summary>Text for our own people only. Anything may go in; nothing comes out towards a customer.</summary>
[method: JsonConstructor]
public sealed class StaffText(IReadOnlyList<Span> spans) : ChatText(spans)
{
    public static readonly StaffText Empty = new([]);

    public static StaffText Of(StaffTextBuilder sentence) => new(sentence.Spans);

    public static implicit operator StaffText(string words) => new([new WordSpan(words)]);

    public static implicit operator StaffText(CustomerText text) => new(text.Spans);

    public static StaffText FromString(string words) => words;

    public static StaffText FromCustomerText(CustomerText text) => text;

    public StaffText Bold() => new([.. Spans.Select(s => s is WordSpan w ? w with { Emphasis = Emphasis.Bold } : s)]);

    public StaffText Then(StaffText next) => new([.. Spans, .. next.Spans]);

    /// <summary>Joins the pieces with line breaks between them.</summary>
    public static StaffText Lines(IEnumerable<StaffText> pieces)
    {
        var spans = new List<Span>();
        foreach (var piece in pieces)
        {
            if (spans.Count > 0)
            {
                spans.Add(new WordSpan("\n"));
            }

            spans.AddRange(piece.Spans);
        }

        return new(spans);
    }
}
