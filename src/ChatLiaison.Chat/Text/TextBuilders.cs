using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;

namespace ChatLiaison.Chat;

/// <summary>
/// Collects an interpolated sentence for customers. Formats: <c>:b</c> sets the hole bold; an instant takes <c>:t</c> (time),
/// <c>:d</c> (date) or nothing (date and time). A bare string has no overload on purpose: say where the words come from.
/// </summary>
[InterpolatedStringHandler]
public readonly struct CustomerTextBuilder(int literalLength, int formattedCount)
{
    internal List<Span> Spans { get; } = new(Math.Max(1, (formattedCount * 2) + Math.Min(literalLength, 1)));

    public void AppendLiteral(string literal) => Spans.Add(new WordSpan(literal));

    public void AppendFormatted(CustomerText text) => Spans.AddRange(text.Spans);

    public void AppendFormatted(CustomerText text, string format) => Spans.AddRange(format == "b" ? text.Bold().Spans : text.Spans);

    public void AppendFormatted(int count) => Spans.Add(new WordSpan(count.ToString(CultureInfo.InvariantCulture)));

    public void AppendFormatted(Instant at, string format = "") => Spans.Add(Moments.Of(at, format));

    public void AppendFormatted(LinkSpan link) => Spans.Add(link);

    public void AppendFormatted(MentionSpan person) => Spans.Add(person);
}

/// <summary>Collects an interpolated sentence for staff; any words may fill a hole. Formats as for <see cref="CustomerTextBuilder"/>, and <c>:c</c> for code.</summary>
[InterpolatedStringHandler]
public readonly struct StaffTextBuilder(int literalLength, int formattedCount)
{
    internal List<Span> Spans { get; } = new(Math.Max(1, (formattedCount * 2) + Math.Min(literalLength, 1)));

    public void AppendLiteral(string literal) => Spans.Add(new WordSpan(literal));

    public void AppendFormatted(ChatText text) => Spans.AddRange(text.Spans);

    public void AppendFormatted(string? words, string format = "") => Spans.Add(new WordSpan(words ?? "", format switch
    {
        "b" => Emphasis.Bold,
        "i" => Emphasis.Italic,
        "c" => Emphasis.Code,
        _ => Emphasis.None,
    }));

    public void AppendFormatted(int count) => Spans.Add(new WordSpan(count.ToString(CultureInfo.InvariantCulture)));

    public void AppendFormatted(Instant at, string format = "") => Spans.Add(Moments.Of(at, format));

    public void AppendFormatted(LinkSpan link) => Spans.Add(link);

    public void AppendFormatted(MentionSpan person) => Spans.Add(person);
}

internal static class Moments
{
    internal static MomentSpan Of(Instant at, string format) => new(at, format switch
    {
        "t" => MomentStyle.Time,
        "d" => MomentStyle.Date,
        _ => MomentStyle.DateAndTime,
    });
}
