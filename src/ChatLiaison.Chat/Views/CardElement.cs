using System.Text.Json.Serialization;

namespace ChatLiaison.Chat;

/// <summary>One thing on a card, top to bottom.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "e")]
[JsonDerivedType(typeof(Paragraph), "p")]
[JsonDerivedType(typeof(FactList), "f")]
[JsonDerivedType(typeof(Quote), "q")]
[JsonDerivedType(typeof(SmallPrint), "s")]
[JsonDerivedType(typeof(Divider), "d")]
[JsonDerivedType(typeof(BulletList), "u")]
[JsonDerivedType(typeof(CardTable), "t")]
[JsonDerivedType(typeof(CardRow), "r")]
[JsonDerivedType(typeof(ButtonRow), "b")]
public abstract record CardElement;

public sealed record Paragraph(ChatText Text) : CardElement;

/// <summary>One labelled value.</summary>
public sealed record Fact(string Label, ChatText Value);

/// <summary>Labelled values, drawn compactly (two columns where the platform has them).</summary>
public sealed record FactList(IReadOnlyList<Fact> Facts) : CardElement;

/// <summary>Somebody's words, set apart.</summary>
public sealed record Quote(ChatText Text) : CardElement;

/// <summary>A line in small, muted type.</summary>
public sealed record SmallPrint(ChatText Text) : CardElement;

public sealed record Divider : CardElement;

public sealed record BulletList(IReadOnlyList<ChatText> Items) : CardElement;

/// <summary>A small table of short cells; the first column is left-aligned, the others right-aligned.</summary>
public sealed record CardTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : CardElement;

/// <summary>A line of text with one button beside it: one item of a queue.</summary>
public sealed record CardRow(ChatText Text, Button? Button) : CardElement;

public sealed record ButtonRow(IReadOnlyList<Button> Buttons) : CardElement;
