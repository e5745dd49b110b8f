using System.Text.Json.Serialization;
using NodaTime;

namespace ChatLiaison.Chat;

/// <summary>How a run of words is set.</summary>
public enum Emphasis
{
    None,
    Bold,
    Italic,
    Code,
}

/// <summary>How an instant is shown to a reader, always in the reader's own zone where the platform can.</summary>
public enum MomentStyle
{
    /// <summary>15:00</summary>
    Time,

    /// <summary>Mon 23 Nov, 15:00</summary>
    DateAndTime,

    /// <summary>Mon 23 Nov</summary>
    Date,
}

/// <summary>A piece of text that a platform's renderer writes in its own notation. Words are stored as typed and escaped only there.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "t")]
[JsonDerivedType(typeof(WordSpan), "w")]
[JsonDerivedType(typeof(LinkSpan), "l")]
[JsonDerivedType(typeof(MentionSpan), "m")]
[JsonDerivedType(typeof(MomentSpan), "i")]
public abstract record Span;

/// <summary>Plain words; a newline is a line break.</summary>
public sealed record WordSpan(string Words, Emphasis Emphasis = Emphasis.None) : Span;

/// <summary>Words that lead to an absolute http(s) address.</summary>
public sealed record LinkSpan(string Url, string Words) : Span;

/// <summary>A person named so that their platform notifies them; shown by name on any other platform.</summary>
/// <param name="Platform">The platform on which <paramref name="UserId"/> means something.</param>
/// <param name="UserId">The platform's own id of the person.</param>
/// <param name="Name">The name to show where the mention can't be made.</param>
public sealed record MentionSpan(string Platform, string UserId, string Name) : Span;

/// <summary>An instant, shown in the reader's zone where the platform can, else in UTC and saying so.</summary>
public sealed record MomentSpan(Instant At, MomentStyle Style = MomentStyle.DateAndTime) : Span;
