using ChatLiaison.Cases;
using ChatLiaison.Chat;

namespace ChatLiaison.CaseCards;

/// <summary>
/// Another capability's part of a case's cards and brief: facts to read and acts to press. Found by scanning, so that a capability is
/// seen on a case without the cards knowing it. It is read at every drawing: ask for no rows where the case itself tells that there are none.
/// </summary>
internal interface ICasePart
{
    /// <summary>Lower stands first.</summary>
    int Order { get; }

    /// <returns>Null when there is nothing to say about this case.</returns>
    ValueTask<CasePart?> ReadAsync(SupportCase c, CancellationToken cancellationToken);
}

/// <summary>What a capability has to say about one case.</summary>
internal sealed record CasePart
{
    /// <summary>For our own people, on the card in triage and in the brief.</summary>
    public IReadOnlyList<(string Label, StaffText Value)> Facts { get; init; } = [];

    /// <summary>Engineering reads these facts in its technical brief, too.</summary>
    public bool IsForEngineering { get; init; }

    /// <summary>What our own people should read before they start; on the card in triage, in the brief, and in what comes before a meeting.</summary>
    public IReadOnlyList<ReadFirst> Reading { get; init; } = [];

    /// <summary>For the customer, on the card in their channel.</summary>
    public IReadOnlyList<(string Label, CustomerText Value)> CustomerFacts { get; init; } = [];

    /// <summary>For our own people; what is wanted seldom goes into the menu (<see cref="Button.Further"/>).</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    public IReadOnlyList<Button> CustomerButtons { get; init; } = [];

    /// <summary>Who has all that is known of the case before them in their own conversation, so that it need not be said to them twice; null for nobody.</summary>
    public Guid? Briefed { get; init; }
}

/// <summary>Something to read before one starts.</summary>
/// <param name="Note">What it is, or how to get at it where it has no address.</param>
/// <param name="Url">An absolute web address; empty for none.</param>
internal sealed record ReadFirst(string Title, string Note, string Url)
{
    public StaffText Line => (Url.Length > 0 ? new StaffText([new LinkSpan(Url, Title)]) : Title).Then(Note.Length > 0 ? $" · {Note}" : "");

    public string Markdown => $"{(Url.Length > 0 ? $"[{Title}]({Url})" : Title)}{(Note.Length > 0 ? $" ({Note})" : "")}";
}
