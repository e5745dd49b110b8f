using ChatLiaison.Cases;
using NodaTime;

namespace ChatLiaison.Quality;

internal enum KudosKind
{
    /// <summary>From a colleague.</summary>
    Thanks,

    /// <summary>From a customer.</summary>
    Praise,
}

/// <summary>A good word for one of our people (S234).</summary>
/// <param name="By">A colleague, or who at the customer.</param>
internal sealed record Kudos(KudosKind Kind, Guid ToId, string By, string What, Instant At)
{
    public Guid? ById { get; init; }

    public Guid? CaseId { get; init; }

    public int? CustomerId { get; init; }

    /// <summary>The rating or the message that it comes from, so that it is kept once; empty for thanks.</summary>
    public string Source { get; init; } = "";
}

/// <summary>What somebody typed after <c>/liaison thank</c>.</summary>
/// <param name="Reference">Empty when no case is named.</param>
internal sealed record ThanksWords(string Name, string What, string Reference)
{
    private const string For = " for ";

    /// <summary><c>@Name for what [REF]</c>; the name is empty when there is no <c>for</c>.</summary>
    public static ThanksWords Read(string text)
    {
        var words = text.Trim();
        var at = words.IndexOf(For, StringComparison.OrdinalIgnoreCase);
        var (name, what) = at < 0 ? ("", words) : (words[..at].Trim(), words[(at + For.Length)..].Trim());
        var last = what[(what.LastIndexOf(' ') + 1)..].Trim('(', ')', '.');
        return CaseWords.IsReference(last) && last.Length < what.Length
            ? new(name, what[..what.LastIndexOf(' ')].Trim(), last.ToUpperInvariant())
            : new(name, what, "");
    }
}
