namespace ChatLiaison.Chat;

/// <summary>What a command is called and how; help, both manifests and the parity page are made from it.</summary>
/// <param name="Name">One word for a command of its own (<c>escalate</c>), or two for a verb (<c>liaison digest</c>).</param>
/// <param name="Usage">What may follow the name: <c>[text]</c>; empty for nothing.</param>
/// <param name="Summary">One sentence, at most 120 characters.</param>
public sealed record CommandSpec(string Name, string Usage, string Summary)
{
    /// <summary>The title of a shortcut that calls the command with no words, at most 24 characters; null for none.</summary>
    public string? Shortcut { get; init; }

    /// <summary>The title of an action on a message that calls the command with that message, at most 24 characters; null for none.</summary>
    public string? MessageShortcut { get; init; }

    public bool IsVerb => Name.Contains(' ', StringComparison.Ordinal);
}
