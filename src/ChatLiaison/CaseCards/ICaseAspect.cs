using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.CaseCards;

/// <summary>One thing that <c>/case REF WORD</c> can show. Found by scanning: a capability adds a word without the command knowing it.</summary>
internal interface ICaseAspect
{
    /// <summary>In lower case, without spaces or hyphens: <c>why</c>.</summary>
    string Word { get; }

    /// <param name="c">A case that the caller may see; the caller is one of our own people.</param>
    /// <param name="rest">What stood after the word, trimmed.</param>
    Task<Reply> ShowAsync(Caller caller, SupportCase c, string rest, CancellationToken cancellationToken);
}
