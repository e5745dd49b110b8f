using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using NodaTime;

namespace ChatLiaison.Handover;

/// <summary>Everything that engineering gets to know of a case, gathered at one moment (S62, S63).</summary>
internal sealed record TechnicalBrief
{
    public required CaseView View { get; init; }

    /// <summary>The case, with what the directory knows of its contact filled in.</summary>
    public required SupportCase Case { get; init; }

    public required BriefScore Score { get; init; }

    /// <summary>What was said with the customer, oldest first.</summary>
    public required IReadOnlyList<HistoryLine> History { get; init; }

    /// <summary>What our own people noted, oldest first.</summary>
    public required IReadOnlyList<HistoryLine> Tried { get; init; }

    public required Duration Spent { get; init; }

    /// <summary>The span that <see cref="Changes"/> were looked for in; it ends when the problem began.</summary>
    public required Interval Window { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<SystemChange> Changes { get; init; }

    public required IReadOnlyList<AlikeCase> Alike { get; init; }

    /// <summary>Where to look first: a name and an address.</summary>
    public required IReadOnlyList<(string Name, string Url)> Look { get; init; }

    public required IReadOnlyList<CaseLink> Links { get; init; }

    public BugReport? Bug { get; init; }

    /// <summary>The newest hand-off; null when it was never handed over.</summary>
    public Handoff? Handoff { get; init; }

    public required IReadOnlyList<HandoffQuestion> Questions { get; init; }

    /// <summary>What other capabilities have to say to engineering.</summary>
    public IEnumerable<(string Label, StaffText Value)> Beside => View.Parts.Where(p => p.IsForEngineering).SelectMany(p => p.Facts);

    public string Title => $"Technical Brief: {View.CustomerName} / {Case.Title}";

    /// <summary>The question that waits for an answer; null when none does.</summary>
    public HandoffQuestion? OpenQuestion => Questions.LastOrDefault(q => q.AnsweredAt is null);

    public HandoffCounts Counts => new(Questions.Count(q => q.Kind == QuestionKind.Bounce), Questions.Count(q => q.Kind == QuestionKind.Ask));
}

/// <summary>One line of what was said or done.</summary>
internal sealed record HistoryLine(Instant At, string Text);
