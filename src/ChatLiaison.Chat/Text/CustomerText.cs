using System.Text.Json.Serialization;

namespace ChatLiaison.Chat;

/// <summary>
/// Text that a customer may read. It is built from literals in code (<see cref="Of"/>), from names, from what the customer said,
/// from the playbook's customer scripts, or from words that a named person previewed and approved: there is no other door, and none
/// from <see cref="StaffText"/> but the last.
/// </summary>
public sealed class CustomerText : ChatText
{
    public static readonly CustomerText Empty = new([]);

    /// <summary>For storage and for this project alone: spans don't say whose they are.</summary>
    [JsonConstructor]
    internal CustomerText(IReadOnlyList<Span> spans)
        : base(spans)
    {
    }

    /// <summary>An interpolated sentence; holes take customer text, instants, counts, links and mentions, never a bare string.</summary>
    public static CustomerText Of(CustomerTextBuilder sentence) => new(sentence.Spans);

    /// <summary>A name or a reference, which is no secret to anyone in the room: a person, a customer, a case.</summary>
    public static CustomerText Name(string name) => new([new WordSpan(name)]);

    /// <summary>What the customer said or wrote to us, or what was taken down in a form on their behalf to be read back to them.</summary>
    public static CustomerText Said(string words) => new([new WordSpan(words)]);

    /// <summary>Words from the playbook that were written for customers.</summary>
    public static CustomerText Scripted(string words) => new([new WordSpan(words)]);

    /// <summary>Words that a person wrote or previewed as going to the customer, and sent.</summary>
    /// <param name="words">The words as previewed.</param>
    /// <param name="approvedBy">Who pressed send; must not be empty.</param>
    public static CustomerText Approved(string words, string approvedBy)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(approvedBy);
        return new([new WordSpan(words)]);
    }

    public CustomerText Bold() => new([.. Spans.Select(s => s is WordSpan w ? w with { Emphasis = Emphasis.Bold } : s)]);

    public CustomerText Then(CustomerText next) => new([.. Spans, .. next.Spans]);
}
