using System.Text.Json.Serialization;

namespace ChatLiaison.Chat;

/// <summary>
/// A message with structure. Whom it may be shown to is its type: <see cref="CustomerCard"/> or <see cref="StaffCard"/>.
/// Cards are immutable; each method gives a new one.
/// </summary>
/// <param name="Title">The heading, also the notification's words; empty for a plain message.</param>
/// <param name="Elements">What stands below the heading.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "for")]
[JsonDerivedType(typeof(CustomerCard), "customer")]
[JsonDerivedType(typeof(StaffCard), "staff")]
public abstract record Card(ChatText Title, IReadOnlyList<CardElement> Elements)
{
    /// <summary>Opens the whole text; drawn only when something had to be cut to fit the platform's limits.</summary>
    public Button? Whole { get; init; }

    /// <summary>Everything on the card as plain words, for notifications and searches.</summary>
    public string ToPlain() => string.Join('\n', PlainLines().Where(line => line.Length > 0));

    private IEnumerable<string> PlainLines()
    {
        yield return Title.ToPlain();
        foreach (var element in Elements)
        {
            foreach (var line in PlainLinesOf(element))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> PlainLinesOf(CardElement element) => element switch
    {
        Paragraph p => [p.Text.ToPlain()],
        Quote q => [q.Text.ToPlain()],
        SmallPrint s => [s.Text.ToPlain()],
        FactList f => f.Facts.Select(x => $"{x.Label}: {x.Value.ToPlain()}"),
        BulletList b => b.Items.Select(x => $"• {x.ToPlain()}"),
        CardTable t => t.Rows.Select(row => string.Join("  ", row)),
        CardRow r => [r.Text.ToPlain()],
        _ => [],
    };
}

/// <summary>A card that may be shown where a customer can read it. Only customer text goes in.</summary>
[method: JsonConstructor]
public sealed record CustomerCard(ChatText Title, IReadOnlyList<CardElement> Elements) : Card(Title, Elements)
{
    public static CustomerCard Titled(CustomerText title) => new(title, []);

    public static CustomerCard Plain(CustomerText text) => new(CustomerText.Empty, [new Paragraph(text)]);

    public CustomerCard Say(CustomerText text) => Add(new Paragraph(text));

    public CustomerCard Quoting(CustomerText text) => Add(new Quote(text));

    public CustomerCard Small(CustomerText text) => Add(new SmallPrint(text));

    public CustomerCard List(IEnumerable<CustomerText> items) => Add(new BulletList([.. items]));

    public CustomerCard Facts(params IEnumerable<(string Label, CustomerText Value)> facts) =>
        Add(new FactList([.. facts.Where(f => !f.Value.IsEmpty).Select(f => new Fact(f.Label, f.Value))]));

    public CustomerCard Row(CustomerText text, Button? button) => Add(new CardRow(text, button));

    public CustomerCard Line() => Add(new Divider());

    public CustomerCard With(params IReadOnlyList<Button> buttons) => buttons.Count == 0 ? this : Add(new ButtonRow(buttons));

    private CustomerCard Add(CardElement element) => this with { Elements = [.. Elements, element] };
}

/// <summary>A card for our own people.</summary>
[method: JsonConstructor]
public sealed record StaffCard(ChatText Title, IReadOnlyList<CardElement> Elements) : Card(Title, Elements)
{
    public static StaffCard Titled(StaffText title) => new(title, []);

    public static StaffCard Plain(StaffText text) => new(StaffText.Empty, [new Paragraph(text)]);

    public StaffCard Say(StaffText text) => Add(new Paragraph(text));

    public StaffCard Quoting(StaffText text) => Add(new Quote(text));

    public StaffCard Small(StaffText text) => Add(new SmallPrint(text));

    public StaffCard List(IEnumerable<StaffText> items) => Add(new BulletList([.. items]));

    public StaffCard Facts(params IEnumerable<(string Label, StaffText Value)> facts) =>
        Add(new FactList([.. facts.Where(f => !f.Value.IsEmpty).Select(f => new Fact(f.Label, f.Value))]));

    public StaffCard Table(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows) => Add(new CardTable(columns, rows));

    public StaffCard Row(StaffText text, Button? button) => Add(new CardRow(text, button));

    public StaffCard Line() => Add(new Divider());

    public StaffCard With(params IReadOnlyList<Button> buttons) => buttons.Count == 0 ? this : Add(new ButtonRow(buttons));

    private StaffCard Add(CardElement element) => this with { Elements = [.. Elements, element] };
}
