namespace ChatLiaison.Playground.Reading;

/// <summary>Something that a person sees: a message, or a passing notice.</summary>
/// <param name="Place">The conversation's id.</param>
/// <param name="Id">Empty for a passing notice.</param>
/// <param name="Root">The message whose thread it is in, or null.</param>
/// <param name="Words">What a reader sees, without notation.</param>
/// <param name="Raw">All that is in it, what nobody sees included.</param>
public sealed record Note(string Place, string Id, string? Root, bool ByBot, string Words, string Raw)
{
    public IReadOnlyList<string> Buttons { get; init; } = [];

    public bool Says(string words) => Words.Contains(words, StringComparison.Ordinal);
}
