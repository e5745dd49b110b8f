using ChatLiaison.Chat;

namespace ChatLiaison.Cases;

/// <summary>
/// A document as text to copy, in a form: the one place where both platforms hand over words exactly as they are, and where nothing can be
/// fetched by anybody who was not shown it.
/// </summary>
internal static class CopyForm
{
    private const int PieceLength = 2900;
    private const int MostPieces = 5;

    /// <param name="action">The action that only closes it.</param>
    /// <param name="opener">Opens it where a form needs a press.</param>
    /// <param name="note">What it is.</param>
    /// <param name="more">What to do when not all of it has room; the number of lines that were left out is said before it.</param>
    public static Form Of(string action, Button opener, StaffText note, string text, string more)
    {
        var (pieces, leftOut) = Cut(text, PieceLength, MostPieces);
        return new Form(
            action, "Copy as text", "Close",
            [
                new FormNote("note", leftOut == 0 ? note : StaffText.Of($"{note} {leftOut} lines at the end had no room. {more}")),
                .. pieces.Select((piece, n) => new TextField($"text{n}", pieces.Count == 1 ? "Markdown" : $"Markdown, part {n + 1} of {pieces.Count}")
                {
                    Multiline = true,
                    Initial = piece,
                }),
            ])
        {
            Token = CaseForm.NewToken(),
            Opener = opener,
            OpenerText = CustomerText.Of($"The button opens the text to copy."),
        };
    }

    /// <summary>Cut into pieces of at most <paramref name="length"/> characters, between lines; what no piece has room for is left out.</summary>
    /// <returns>The pieces, and how many lines were left out.</returns>
    public static (IReadOnlyList<string> Pieces, int LeftOut) Cut(string text, int length, int most)
    {
        var pieces = new List<System.Text.StringBuilder> { new() };
        var lines = text.TrimEnd('\n').Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at].Length < length ? lines[at] : lines[at][..(length - 1)];
            if (pieces[^1].Length + line.Length + 1 > length)
            {
                if (pieces.Count == most)
                {
                    return ([.. pieces.Select(p => p.ToString())], lines.Length - at);
                }

                pieces.Add(new System.Text.StringBuilder());
            }

            pieces[^1].Append(line).Append('\n');
        }

        return ([.. pieces.Select(p => p.ToString())], 0);
    }
}
