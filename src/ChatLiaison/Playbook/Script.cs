using System.Text.RegularExpressions;
using ChatLiaison.Chat;

namespace ChatLiaison.Playbook;

/// <summary>Words for customers, with <c>{slot}</c> places. Which slots a script may have is in <see cref="ScriptSlots"/>.</summary>
internal sealed partial record Script(string Key, string Title, string Text)
{
    private const int LongestFilled = 120;

    /// <summary>With fewer letters of its own, anybody's words could be it.</summary>
    private const int FewestOwn = 20;

    /// <summary>What it says by itself, between its slots.</summary>
    private readonly string[] pieces = OneLine(SlotPattern().Replace(Text, "\u0000")).Split('\u0000');

    /// <summary>The slots that the text names, each once, in order.</summary>
    public IReadOnlyList<string> Slots { get; } = [.. SlotPattern().Matches(Text).Select(m => m.Groups["slot"].Value).Distinct(StringComparer.Ordinal)];

    /// <summary>The text with its slots filled. What the text does not name is left aside.</summary>
    /// <exception cref="ArgumentException">The text names a slot that was not given, or was given empty.</exception>
    public CustomerText Fill(params IEnumerable<(string Slot, CustomerText Value)> values)
    {
        var given = values.ToDictionary(v => v.Slot, v => v.Value, StringComparer.Ordinal);
        var filled = CustomerText.Empty;
        var at = 0;
        foreach (Match slot in SlotPattern().Matches(Text))
        {
            if (!given.TryGetValue(slot.Groups["slot"].Value, out var value) || value.IsEmpty)
            {
                throw new ArgumentException($"The script '{Key}' needs the slot {slot.Value}, which was not filled.", nameof(values));
            }

            filled = filled.Then(CustomerText.Scripted(Text[at..slot.Index])).Then(value);
            at = slot.Index + slot.Length;
        }

        return filled.Then(CustomerText.Scripted(Text[at..]));
    }

    /// <summary>Whether words are this script and nothing else: its slots filled with what is known, and no word of anybody's own (K12).</summary>
    public bool IsAllOf(string words)
    {
        if (Slots.Any(s => !ScriptSlots.IsFilledIn(s)))
        {
            return false;
        }

        var (at, text) = (0, OneLine(words));
        for (var n = 0; n < pieces.Length; n++)
        {
            var found = text.IndexOf(pieces[n], at, StringComparison.Ordinal);
            if (found < 0 || found - at > (n == 0 ? 0 : LongestFilled))
            {
                return false;
            }

            at = found + pieces[n].Length;
        }

        return pieces.Length > 0 && (text.Length == at || (pieces[^1].Length == 0 && text.Length - at <= LongestFilled));
    }

    /// <summary>How many letters it says by itself.</summary>
    public int OwnLength => pieces.Sum(p => p.Length);

    /// <summary>Whether all that this script says by itself stands in words, in order, whatever stands between and around it. One that says next to nothing is in none.</summary>
    public bool IsIn(string words)
    {
        var (at, text) = (0, OneLine(words));
        foreach (var piece in pieces)
        {
            var found = text.IndexOf(piece, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + piece.Length;
        }

        return OwnLength >= FewestOwn;
    }

    private static string OneLine(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"\{(?<slot>[^{}]*)\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SlotPattern();
}
