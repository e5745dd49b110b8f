namespace ChatLiaison.Chat;

/// <summary>What a press does. It must be known when the button is drawn: one platform asks for a form in another way than for an act.</summary>
public enum ButtonEffect
{
    Acts,
    OpensForm,
    OpensLink,
}

public enum ButtonStyle
{
    Normal,
    Primary,
    Danger,
}

/// <summary>A button on a card, or the one button inside a form that asks for its further fields.</summary>
/// <param name="Action">Who answers: <c>command.verb</c>, for instance <c>escalate.open</c>. At most 100 characters.</param>
/// <param name="Label">At most 30 characters, so that no client cuts it.</param>
/// <param name="Value">Handed back unchanged when pressed: an opaque id, never trusted. At most 1,000 characters.</param>
/// <param name="Url">Where a link button leads; null for the others.</param>
/// <param name="Confirm">A question asked before an act that is hard to take back; null for none.</param>
public sealed record Button(
    string Action,
    string Label,
    ButtonEffect Effect,
    string Value = "",
    ButtonStyle Style = ButtonStyle.Normal,
    string? Url = null,
    string? Confirm = null)
{
    /// <summary>Stands in the card's menu of further acts instead of in the row, where a platform has one. For what is wanted seldom.</summary>
    public bool InMenu { get; init; }

    /// <summary>The same button, in the menu.</summary>
    public Button Further() => this with { InMenu = true };

    public static Button Act(string action, string label, string value, ButtonStyle style = ButtonStyle.Normal) =>
        new(action, label, ButtonEffect.Acts, value, style);

    public static Button Open(string action, string label, string value, ButtonStyle style = ButtonStyle.Normal) =>
        new(action, label, ButtonEffect.OpensForm, value, style);

    public static Button Link(string label, string url) => new("link", label, ButtonEffect.OpensLink, Url: url);
}
