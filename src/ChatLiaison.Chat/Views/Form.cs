using System.Text.Json.Serialization;

namespace ChatLiaison.Chat;

/// <summary>A dialog to fill in. What is submitted comes back as a <see cref="FormSubmission"/> with the same action, state and token.</summary>
/// <param name="Action">Who answers: <c>command.verb</c>.</param>
/// <param name="Title">At most 24 characters.</param>
/// <param name="Submit">The label of the submit button, at most 24 characters.</param>
/// <param name="Fields">What is asked first; no more than five of them required.</param>
public sealed record Form(string Action, string Title, string Submit, IReadOnlyList<Field> Fields)
{
    /// <summary>Handed back unchanged: an opaque note of what the form is about, never trusted. At most 2,000 characters.</summary>
    public string State { get; init; } = "";

    /// <summary>Minted when the form is made; submitting twice with one token is the same submission.</summary>
    public string Token { get; init; } = "";

    /// <summary>Fields one step further: hidden until the person asks for them (or <see cref="ShowMore"/>).</summary>
    public IReadOnlyList<Field> More { get; init; } = [];

    /// <summary>The label of the button that shows <see cref="More"/>.</summary>
    public string MoreLabel { get; init; } = "Add more detail";

    /// <summary>
    /// The action pressed for <see cref="More"/> on platforms that can't unfold fields in place: the desk answers with the same form,
    /// <see cref="ShowMore"/> set. What was typed stays.
    /// </summary>
    public string MoreAction { get; init; } = "";

    public bool ShowMore { get; init; }

    /// <summary>Stands beside the submit button and leads back a step: the desk answers its press with a form; null for none.</summary>
    public Button? Back { get; init; }

    /// <summary>Drawn by platforms that can't open a form from typed words: a card whose button opens this form.</summary>
    public Button? Opener { get; init; }

    /// <summary>The sentence beside <see cref="Opener"/>.</summary>
    public CustomerText OpenerText { get; init; } = CustomerText.Empty;

    /// <summary>Every field, shown or not.</summary>
    [JsonIgnore]
    public IEnumerable<Field> AllFields => Fields.Concat(More);
}
