using System.Text.RegularExpressions;
using ChatLiaison.Chat;

namespace ChatLiaison.Playbook;

/// <summary>Words for customers, with <c>{slot}</c> places. Which slots a script may have is in <see cref="ScriptSlots"/>.</summary>
internal sealed partial record Script(string Key, string Title, string Text)
{
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

    [GeneratedRegex(@"\{(?<slot>[^{}]*)\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SlotPattern();
}
