namespace ChatLiaison.Playground.Page;

#pragma warning disable MA0048 // The acts of one contract, described in web/src/contract.ts, stand together.

/// <summary>Something that a person does in a chat's client.</summary>
internal abstract record Act
{
    public sealed record Say(string Room, string Text, string? Thread) : Act;

    public sealed record Upload(string Room, string Name, byte[] Content, string Text, string? Thread) : Act;

    /// <summary>A file for a form, posted nowhere.</summary>
    public sealed record Attach(string Name, byte[] Content) : Act;

    public sealed record Edit(MessageName Message, string Text) : Act;

    public sealed record Delete(MessageName Message) : Act;

    public sealed record React(MessageName Message, string Name) : Act;

    public sealed record Press(Holder On, ElementName Element, IReadOnlyDictionary<string, string> Typed) : Act;

    public sealed record Choose(Holder On, ElementName Element, IReadOnlyList<string> Values) : Act;

    public sealed record Suggest(Holder On, ElementName Element, string Typed) : Act;

    public sealed record Submit(IReadOnlyDictionary<string, IReadOnlyList<string>> Values, ElementName? Button) : Act;

    public sealed record Close(bool All) : Act;

    public sealed record OpenHome : Act;

    public sealed record MessageAction(MessageName Message, string Id) : Act;

    public sealed record GlobalAction(string Room, string Id) : Act;

    public sealed record Dismiss(int Notice) : Act;
}

internal sealed record MessageName(string Room, string Id);

/// <summary>What a button or a field belongs to: a message, or the view on show, or the home.</summary>
internal sealed record Holder(MessageName? Message, bool IsHome)
{
    public static Holder View { get; } = new(null, false);

    public static Holder Home { get; } = new(null, true);
}

/// <summary>A button or field, by its ids, its place in the card, or its words.</summary>
internal sealed record ElementName(string? Path, int? Index, string? Words)
{
    /// <summary>For a person to read.</summary>
    public string Shown => Words ?? Path ?? $"button {Index}";
}
