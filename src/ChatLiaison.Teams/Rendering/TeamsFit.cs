namespace ChatLiaison.Teams;

/// <summary>
/// Keeps what we draw under a ceiling of our own. Teams takes about three times as much, but older limits are still in the field, and
/// a card that is refused is a message that is lost.
/// </summary>
internal static class TeamsFit
{
    /// <summary>In bytes of UTF-8.</summary>
    public const int Ceiling = 28 * 1024;

    private const int ShortestText = 120;
    private static readonly int[] ItemSteps = [200, 100, 50, 25, 12, 6, 3, 1];

    /// <summary>Draws as it is; when that is too large, with the longest texts cut; when that is not enough, with fewer items.</summary>
    /// <param name="draw">Draws with at most so many characters a text and so many items a list.</param>
    public static ReadOnlyMemory<byte> Draw(Func<int, int, ReadOnlyMemory<byte>> draw)
    {
        var drawn = draw(int.MaxValue, int.MaxValue);
        if (drawn.Length <= Ceiling)
        {
            return drawn;
        }

        return LongestTexts(draw) ?? FewerItems(draw);
    }

    // The largest cap that fits, found by halving; capping all texts alike cuts the longest ones first.
    private static ReadOnlyMemory<byte>? LongestTexts(Func<int, int, ReadOnlyMemory<byte>> draw)
    {
        var (fits, tooLong) = (ShortestText, Ceiling);
        var best = draw(fits, int.MaxValue);
        while (best.Length <= Ceiling && tooLong - fits > 32)
        {
            var middle = (fits + tooLong) / 2;
            var drawn = draw(middle, int.MaxValue);
            if (drawn.Length <= Ceiling)
            {
                (best, fits) = (drawn, middle);
            }
            else
            {
                tooLong = middle;
            }
        }

        // Spelled out, since a bare null would turn into an empty drawing.
        return best.Length <= Ceiling ? best : default(ReadOnlyMemory<byte>?);
    }

    private static ReadOnlyMemory<byte> FewerItems(Func<int, int, ReadOnlyMemory<byte>> draw)
    {
        var drawn = ReadOnlyMemory<byte>.Empty;
        foreach (var items in ItemSteps)
        {
            drawn = draw(ShortestText, items);
            if (drawn.Length <= Ceiling)
            {
                break;
            }
        }

        return drawn;
    }
}
