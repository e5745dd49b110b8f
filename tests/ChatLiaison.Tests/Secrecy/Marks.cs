using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatLiaison.Tests.Secrecy;

/// <summary>Who reads at a customer's: everyone in their channel, or one person alone.</summary>
/// <param name="User">The person's id on the story's platform; empty for the channel.</param>
internal sealed record Reader(int Customer, string User = "")
{
    public override string ToString() => User.Length == 0 ? $"the channel of customer {Customer}" : $"{User} of customer {Customer}";
}

/// <summary>Words that nobody can guess: one stands in every text that is typed, and only who may read it is to see it again.</summary>
internal sealed partial class Marks
{
    private readonly Dictionary<string, HashSet<Reader>> readers = new(StringComparer.Ordinal);

    public int Count { get; private set; }

    public string New()
    {
        var mark = $"zq{Count++.ToString("D6", CultureInfo.InvariantCulture)}";
        readers.Add(mark, []);
        return mark;
    }

    private static IEnumerable<string> In(string text) => Mark().Matches(text).Select(m => m.Value);

    /// <summary>From now on this reader may read all that is marked in the text.</summary>
    public void Allow(string text, Reader reader)
    {
        foreach (var mark in In(text))
        {
            if (readers.TryGetValue(mark, out var known))
            {
                known.Add(reader);
            }
        }
    }

    /// <summary>The customers who may read something of a text: what answers it is for them.</summary>
    public IReadOnlyList<Reader> ReadersOf(string text) => [.. In(text).SelectMany(mark => readers.GetValueOrDefault(mark) ?? []).Select(r => r with { User = "" }).Distinct()];

    /// <summary>What one person of a customer's may read, all of them may from now on.</summary>
    public void Open(Reader alone)
    {
        foreach (var known in readers.Values.Where(r => r.Contains(alone)))
        {
            known.Add(alone with { User = "" });
        }
    }

    /// <summary>A new story begins: nobody has read anything.</summary>
    public void Forget() => readers.Clear();

    /// <summary>What this reader may not read of a text; null when all is well.</summary>
    public string? LeakIn(string text, Reader reader) =>
        In(text).FirstOrDefault(mark => !readers.TryGetValue(mark, out var known) || (!known.Contains(reader) && !known.Contains(reader with { User = "" })));

    [GeneratedRegex("zq[0-9]{6}", RegexOptions.NonBacktracking)]
    private static partial Regex Mark();
}
