using ChatLiaison.Chat;

namespace ChatLiaison.Commands;

/// <summary>Every command, found by scanning; help, both manifests and the parity page are made from it.</summary>
internal sealed class CommandCatalog
{
    private readonly Dictionary<string, IChatCommand> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IChatCommand> byPrefix = new(StringComparer.Ordinal);

    public CommandCatalog(IEnumerable<IChatCommand> commands)
    {
        foreach (var command in commands.OrderBy(c => c.Spec.IsVerb).ThenBy(c => c.Spec.Name, StringComparer.Ordinal))
        {
            byName.Add(command.Spec.Name, command);
            byPrefix.Add(command.Spec.Name.Split(' ')[^1], command);
            if (command.Formerly is { } former)
            {
                byPrefix.Add(former, command);
            }
        }
    }

    public IEnumerable<IChatCommand> All => byName.Values;

    public IReadOnlyList<CommandSpec> Specs => [.. byName.Values.Select(c => c.Spec)];

    /// <summary>Who answers a button or a form: the command whose last word, or former name, stands before a dot; the longest that fits.</summary>
    public IChatCommand? ByAction(string action)
    {
        for (var dot = action.LastIndexOf('.'); dot > 0; dot = action.LastIndexOf('.', dot - 1))
        {
            if (byPrefix.TryGetValue(action[..dot], out var command))
            {
                return command;
            }
        }

        return null;
    }

    /// <summary>Finds what was called and what stands after it: a command, or a verb of <c>liaison</c>. Null when there is no such command.</summary>
    public (IChatCommand Command, string Text)? Find(string name, string text)
    {
        var (first, rest) = CommandWords.Split(text);
        if (byName.TryGetValue($"{name} {CommandWords.Lower(first)}", out var verb))
        {
            return (verb, rest);
        }

        return byName.TryGetValue(name, out var command) ? (command, text) : null;
    }

    /// <summary>Finds a command in typed words: <c>/case ACME-1</c>, <c>escalate …</c>, or a verb without <c>liaison</c> before it.</summary>
    public (IChatCommand Command, string Text)? FindInWords(string typed)
    {
        var (first, rest) = CommandWords.Split(typed.TrimStart('/'));
        var name = CommandWords.Lower(first);
        return Find(name, rest) ?? Find("liaison", typed.TrimStart('/')) switch
        {
            { Command.Spec.IsVerb: true } verb => verb,
            _ => null,
        };
    }
}

internal static class CommandWords
{
    /// <summary>The first word, and what stands after it.</summary>
    public static (string First, string After) Split(string text)
    {
        var trimmed = text.Trim();
        var space = trimmed.AsSpan().IndexOfAny(" \t\n\u00a0");
        return space < 0 ? (trimmed, "") : (trimmed[..space], trimmed[(space + 1)..].Trim());
    }

#pragma warning disable CA1308 // Commands are written in lower case.
    public static string Lower(string word) => word.ToLowerInvariant();
#pragma warning restore CA1308

    /// <summary>Cut at a word, with an ellipsis, when longer than <paramref name="length"/>.</summary>
    public static string Cut(string text, int length)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        if (line.Length <= length)
        {
            return line;
        }

        var at = line.LastIndexOf(' ', length - 1);
        return (at > length / 2 ? line[..at] : line[..(length - 1)]).TrimEnd() + "…";
    }
}
