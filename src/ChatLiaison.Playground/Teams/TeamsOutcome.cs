using System.Text.Json;

namespace ChatLiaison.Playground.Teams;

public enum TeamsOutcomeKind
{
    /// <summary>A message went to the app, which needs to answer nothing.</summary>
    Sent,

    /// <summary>The answer's card stands in place of the message's own, for this user.</summary>
    CardReplaced,

    /// <summary>The answer's text was shown.</summary>
    MessageShown,

    DialogOpened,

    DialogClosed,

    /// <summary>The answer's attachments are in the user's compose box.</summary>
    Composed,

    UrlOpened,

    /// <summary>The client did it by itself: shown a card, toggled an element.</summary>
    DoneByClient,

    /// <summary>The client kept the form, because of <see cref="TeamsOutcome.Problems"/>.</summary>
    Invalid,

    /// <summary>The app answered with an error, or with something no client could show.</summary>
    Error,

    /// <summary>The app never answered: "Unable to reach app".</summary>
    Unreachable,
}

/// <summary>What a person saw after acting.</summary>
public sealed record TeamsOutcome(TeamsOutcomeKind Kind, string Text = "")
{
    /// <summary>The card that was shown; the opened URL is in <see cref="Text"/>.</summary>
    public JsonElement? Card { get; init; }

    public TeamsDialog? Dialog { get; init; }

    public IReadOnlyList<JsonElement> Attachments { get; init; } = [];

    /// <summary>What the client asks to correct, by input id.</summary>
    public IReadOnlyDictionary<string, string> Problems { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
