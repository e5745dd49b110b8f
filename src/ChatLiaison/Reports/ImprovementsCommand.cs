using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Reviews;
using NodaTime;

namespace ChatLiaison.Reports;

/// <summary><c>/liaison improvements</c>: what was changed in how we work, whether it helped, and what reviews suggest (S214, S231, S232).</summary>
internal sealed class ImprovementsCommand(ImprovementStore store, ImprovementDesk desk, ReviewStore reviews, CaseStore cases) : IChatCommand
{
    private const int Shown = 10;
    private const int Ideas = 5;
    private static readonly Duration Recent = Duration.FromDays(90);

    public CommandSpec Spec { get; } = new("liaison improvements", "", "What was changed in how we work and whether it helped, and what reviews suggest.");

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var card = StaffCard.Titled("Improvements");
        var shown = 0;
        var newest = await store.NewestAsync(Shown + 30, cancellationToken);
        foreach (var improvement in newest)
        {
            if (shown == Shown || await SeenAsync(caller, improvement.CaseId, cancellationToken) is not { } from)
            {
                continue;
            }

            shown++;
            card = card.Row(Line(await desk.MeasureAsync(improvement, caller.Now, cancellationToken), from), null);
        }

        card = shown == 0 ? card.Say("None is recorded yet.") : card;
        return Reply.Show((await IdeasAsync(card, caller, [.. newest.Select(i => i.CaseId).OfType<Guid>()], cancellationToken)).With(Button.Open("improve.open", "Record an improvement", "", ButtonStyle.Primary)));
    }

    /// <param name="taken">The cases whose review has led to an improvement.</param>
    private async Task<StaffCard> IdeasAsync(StaffCard card, Caller caller, HashSet<Guid> taken, CancellationToken cancellationToken)
    {
        var ideas = new List<(SupportCase Case, string Idea)>();
        foreach (var review in await reviews.IdeasAsync(caller.Now - Recent, Ideas + 30, cancellationToken))
        {
            if (ideas.Count < Ideas && !taken.Contains(review.CaseId) && await cases.FindAsync(review.CaseId, cancellationToken) is { } c && CaseActs.MaySee(caller, c))
            {
                ideas.Add((c, review.Idea));
            }
        }

        return ideas.Count == 0 ? card : ideas.Aggregate(card.Say(StaffText.Of($"{"What reviews say could be simpler":b}")), (drawn, idea) => drawn.Row(
            StaffText.Of($"{idea.Case.Reference:b} {CommandWords.Cut(idea.Idea, 200)}"),
            Button.Open("improve.open", "It was changed", new ImproveNote(idea.Case.Id.ToString(), "", CommandWords.Cut(idea.Idea, 300)).ToString())));
    }

    /// <summary>The reference of the case that it comes from, empty for none; null when the caller may not see that case.</summary>
    private async Task<string?> SeenAsync(Caller caller, Guid? caseId, CancellationToken cancellationToken) => caseId is not { } id ? ""
        : await cases.FindAsync(id, cancellationToken) is { } c && CaseActs.MaySee(caller, c) ? c.Reference : null;

    private static StaffText Line(Measured measured, string from)
    {
        var i = measured.Improvement;
        string[] about = [from.Length > 0 ? $"from {from}" : "", i.Pattern];
        var links = string.Join("; ", about.Where(a => a.Length > 0));
        return StaffText.Lines(
        [
            StaffText.Of($"{i.What:b} {i.By}, {i.At:d}{(links.Length > 0 ? $" ({links})" : "")}"),
            measured.Words,
        ]);
    }
}
