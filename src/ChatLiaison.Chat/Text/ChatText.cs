using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace ChatLiaison.Chat;

/// <summary>
/// Text for people, as spans. Whom it may be shown to is its type: <see cref="CustomerText"/> may be shown to anyone,
/// <see cref="StaffText"/> only to our own people.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "for")]
[JsonDerivedType(typeof(CustomerText), "customer")]
[JsonDerivedType(typeof(StaffText), "staff")]
public abstract class ChatText(IReadOnlyList<Span> spans)
{
    private static readonly InstantPattern UtcTime = InstantPattern.Create("HH:mm 'UTC'", CultureInfo.InvariantCulture);
    private static readonly InstantPattern UtcDateTime = InstantPattern.Create("ddd d MMM, HH:mm 'UTC'", CultureInfo.InvariantCulture);
    private static readonly InstantPattern UtcDate = InstantPattern.Create("ddd d MMM", CultureInfo.InvariantCulture);

    public IReadOnlyList<Span> Spans { get; } = spans;

    [JsonIgnore]
    public bool IsEmpty => Spans.All(s => s is WordSpan { Words.Length: 0 });

    /// <summary>The words alone, for notifications, logs of lengths and searches; instants in UTC.</summary>
    public string ToPlain()
    {
        var plain = new StringBuilder();
        foreach (var span in Spans)
        {
            plain.Append(Plain(span));
        }

        return plain.ToString();
    }

    public override string ToString() => ToPlain();

    /// <summary>An instant in UTC, for places that can't show it in the reader's zone.</summary>
    public static string InUtc(Instant at, MomentStyle style) => style switch
    {
        MomentStyle.Time => UtcTime.Format(at),
        MomentStyle.Date => UtcDate.Format(at),
        _ => UtcDateTime.Format(at),
    };

    private static string Plain(Span span) => span switch
    {
        WordSpan words => words.Words,
        LinkSpan link => link.Words,
        MentionSpan mention => mention.Name,
        MomentSpan moment => InUtc(moment.At, moment.Style),
        _ => "",
    };
}
