using System.Text.Json.Serialization;
using NodaTime;

namespace ChatLiaison.Chat;

/// <summary>One choice of a list. Value ≤ 75 characters, Label ≤ 75.</summary>
public sealed record Choice(string Value, string Label);

/// <summary>One thing to fill in, or to read, in a form.</summary>
/// <param name="Id">Unique in the form; letters, digits and underscores.</param>
/// <param name="Label">The question, as the person reads it.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "f")]
[JsonDerivedType(typeof(TextField), "t")]
[JsonDerivedType(typeof(ChoiceField), "c")]
[JsonDerivedType(typeof(MomentField), "m")]
[JsonDerivedType(typeof(FilesField), "a")]
[JsonDerivedType(typeof(FormNote), "n")]
public abstract record Field(string Id, string Label)
{
    public bool Required { get; init; }

    /// <summary>A line under the field.</summary>
    public string? Hint { get; init; }
}

/// <summary>Typed words.</summary>
public sealed record TextField(string Id, string Label) : Field(Id, Label)
{
    public bool Multiline { get; init; }

    /// <summary>In characters; at most 3,000.</summary>
    public int MaxLength { get; init; } = 3000;

    public string Initial { get; init; } = "";

    public string? Placeholder { get; init; }
}

/// <summary>A choice from a list.</summary>
public sealed record ChoiceField(string Id, string Label, IReadOnlyList<Choice> Choices) : Field(Id, Label)
{
    public bool Multiple { get; init; }

    /// <summary>Values chosen when the form opens.</summary>
    public IReadOnlyList<string> Initial { get; init; } = [];

    /// <summary>
    /// When set, the list is long and is searched as the person types: the desk answers a <see cref="ChoiceQuery"/> with this source.
    /// <see cref="Choices"/> then holds the first page, for platforms and clients that can't search.
    /// </summary>
    public string? SuggestFrom { get; init; }

    public string? Placeholder { get; init; }
}

/// <summary>A date with a time of day, in the person's own zone; handed back as an instant.</summary>
public sealed record MomentField(string Id, string Label) : Field(Id, Label)
{
    public Instant? Initial { get; init; }
}

/// <summary>Files to attach, where the platform takes them in a form; elsewhere the hint says to post them in the thread.</summary>
public sealed record FilesField(string Id, string Label) : Field(Id, Label);

/// <summary>Words to read between the fields; a preview, for instance.</summary>
public sealed record FormNote(string Id, ChatText Text) : Field(Id, "");
