using System.Text.RegularExpressions;
using ChatLiaison.Commands;
using NodaTime;

namespace ChatLiaison.Away;

/// <summary>What somebody who says that they are away may mean by it.</summary>
/// <param name="Cover">The name as typed, without an at sign; empty for nobody.</param>
internal sealed record AwayWish(Instant From, Instant Until, string Reason, string Cover);

/// <summary>What was understood, or one sentence that says what is wrong and what to write instead.</summary>
internal sealed record AwayReading(AwayWish? Wish, string Wrong)
{
    public static AwayReading No(string wrong) => new(null, wrong);
}

/// <summary>
/// Reads <c>until Tuesday 9:00 because of a course cover @Lee</c>: when, why, and who covers, in any order. Pure; the words for times are in
/// <see cref="AwayTimes"/>.
/// </summary>
/// <param name="isName">Whether words name one of our people: then a cover needs no at sign, even inside a reason.</param>
internal sealed partial class AwayReader(LocalCalendar calendar, Func<string, bool> isName)
{
    private const int TextAtMost = 600;
    private const int ReasonAtMost = 300;
    private const int NameWordsAtMost = 4;

    public AwayReading Read(string text)
    {
        var typed = Spaces().Replace(text, " ").Trim().TrimEnd('.', '!');
        if (typed.Length > TextAtMost)
        {
            return AwayReading.No($"That is too long to understand. Say when, why and who covers in at most {TextAtMost} characters.");
        }

        typed = Fluff().Replace(typed, "");
        var (rest, cover) = TakeCover(typed);
        var (when, reason) = TakeReason(rest);
        var span = new AwayTimes(calendar).Read(when);
        if (span.RestAt >= 0 && reason.Length == 0)
        {
            // Words that are no time can only be why: "today sick".
            reason = LeadingFor().Replace(when[span.RestAt..], "");
        }

        return span.Wrong.Length > 0
            ? AwayReading.No(span.Wrong)
            : new AwayReading(new AwayWish(span.From, span.Until, CommandWords.Cut(reason, ReasonAtMost), cover), "");
    }

    /// <summary>The last word "cover" with a name behind it. Inside a reason it must be a name that we know, or have an at sign.</summary>
    private (string Others, string Cover) TakeCover(string text)
    {
        var because = Reason().Match(text) is { Success: true } found ? found.Index : text.Length;
        foreach (var mark in Cover().Matches(text).Reverse())
        {
            var behind = text[(mark.Index + mark.Length)..].TrimStart();
            var (name, after) = NameIn(behind, surely: mark.Index < because || behind.StartsWith('@'));
            if (name.Length > 0)
            {
                return ($"{text[..mark.Index].TrimEnd(' ', ',', ';')} {after}".Trim(), name);
            }
        }

        return (text, "");
    }

    private (string Name, string After) NameIn(string behind, bool surely)
    {
        var words = behind.TrimStart('@').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var count = Math.Min(NameWordsAtMost, words.Length); count > 0; count--)
        {
            var name = string.Join(' ', words[..count]).TrimEnd(',', ';', ')');
            if (isName(name))
            {
                return (name, string.Join(' ', words[count..]));
            }
        }

        if (!surely || words.Length == 0)
        {
            return ("", "");
        }

        // Nobody whom we know: all of it up to where another part begins, so that it can be named in the answer.
        var unknown = string.Join(' ', words);
        var end = PartBegins().Match(unknown) is { Success: true } next ? next.Index : unknown.Length;
        return (CommandWords.Cut(unknown[..end].Trim(' ', ',', ';'), 60), unknown[end..]);
    }

    private static (string When, string Reason) TakeReason(string text)
    {
        if (Reason().Match(text) is { Success: true } because)
        {
            return (text[..because.Index].Trim(' ', ',', ';'), text[(because.Index + because.Length)..].Trim(' ', ':', ')'));
        }

        return Aside().Match(text) is { Success: true } aside
            ? ($"{text[..aside.Index]} {text[(aside.Index + aside.Length)..]}".Trim(), aside.Groups["why"].Value.Trim())
            : (text, "");
    }

    [GeneratedRegex(@"^for\s+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex LeadingFor();

    [GeneratedRegex(@"[\s\u00a0\u2007\u202f]+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(i am|i'm|i’m|i will be|i'll be|i’ll be|be)?\s*(away|out of office|ooo|off|out)?\b\s*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Fluff();

    [GeneratedRegex(@"\b(and |with )?(cover(ed|ing)?( for me)?( by| is|:)?|my cover is|deputy:?|backup:?)(?=\s|@)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Cover();

    [GeneratedRegex(@"\b(because( of)?|due to|reason:?|as i)(?=\s)|\bfor(?= (a|an|the|my|our|some) (?!(day|week|hour|minute|half|fortnight|month|couple|few|rest|whole|next|morning|afternoon)\b))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Reason();

    [GeneratedRegex(@"\((?<why>[^()]{1,300})\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Aside();

    [GeneratedRegex(@"\b(because|due to|until|till|from|today|tomorrow|reason)\b|\(", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PartBegins();
}
