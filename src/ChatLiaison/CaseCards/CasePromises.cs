using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Outbox;
using ChatLiaison.Promises;

namespace ChatLiaison.CaseCards;

/// <summary><c>/case REF promises</c>: everything that was ever promised on the case, kept or broken, by whom and where.</summary>
internal sealed class CasePromises(CaseViews views, CommitmentStore commitments, Platforms platforms) : ICaseAspect
{
    private const int Shown = 20;

    public string Word => "promises";

    public async Task<Reply> ShowAsync(Caller caller, SupportCase c, string rest, CancellationToken cancellationToken)
    {
        var view = await views.ReadAsync(c, cancellationToken);
        var said = await commitments.OfCaseAsync(c.Id, cancellationToken);
        var all = view.Promises.Where(p => !p.IsTimer).ToList();
        var kept = all.Count(p => p.State == PromiseState.Kept);
        var broken = all.Count(p => p.BrokenAt is not null);
        var card = StaffCard.Titled(StaffText.Of($"Promises on {c.Reference}: {kept} kept, {broken} broken, {view.Owed.Count} owed"));
        foreach (var promise in view.Owed.Concat(all.Where(p => !p.IsOwed).OrderByDescending(p => p.FulfilledAt)).Take(Shown))
        {
            card = card.Row(Line(view, promise, said.GetValueOrDefault(promise.Id)), promise.IsOwed && promise.Kind.IsInWords()
                ? (said.GetValueOrDefault(promise.Id)?.Way ?? default).Button($"{c.Id}/{promise.Id}")
                : null);
        }

        var open = view.Owed.Any(p => p.Kind.IsInWords() && said.GetValueOrDefault(p.Id)?.Way is null or { IsTicked: true });
        return Reply.Show(card.With(
        [
            Button.Open("promise.open", "Record a promise", c.Id.ToString()),
            .. open ? [Button.Open("withdraw.open", "Take one back", c.Id.ToString())] : (IReadOnlyList<Button>)[],
            .. c.Status.IsOpen() ? [Button.Open("plan.open", "How they are told", c.Id.ToString())] : (IReadOnlyList<Button>)[],
            Button.Act("case.why", "Why these times", c.Id.ToString()),
        ]));
    }

    private StaffText Line(CaseView view, Promise p, Promised? promised)
    {
        var what = p.Kind.IsInWords() || p.Kind == PromiseKind.Inform ? p.Reason : PromiseWords.Name(p.Kind);
        var owner = view.OwnerOf(p) is { Length: > 0 } name ? name : "whoever takes the case";
        var by = promised is null || promised.By == owner || promised.By == Actor.Desk.Name ? StaffText.Empty : StaffText.Of($", given by {promised.By}");
        var link = promised?.Source is { } source && platforms.Find(source.Platform)?.LinkTo(source) is { } url
            ? StaffText.Of($" · {new LinkSpan(url, "where it was said")}")
            : StaffText.Empty;
        return StaffText.Of($"{what:b}\n{State(p)} · {owner}{by}{link}");
    }

    private static StaffText State(Promise p) => p switch
    {
        { State: PromiseState.Kept, FulfilledAt: { } at } => StaffText.Of($"kept {at}"),
        { State: PromiseState.Broken, Dropped: true, DueAt: { } due } => StaffText.Of($"broken: due {due}, and not done"),
        { State: PromiseState.Broken, FulfilledAt: { } at, DueAt: { } due } => StaffText.Of($"broken: due {due}, done {at}"),
        { State: PromiseState.Broken, DueAt: { } due } => StaffText.Of($"{"late":b} since {due}"),
        { State: PromiseState.Cancelled } => "no longer needed",
        { State: PromiseState.Paused } => "stands still while we wait",
        { DueAt: { } due } => StaffText.Of($"by {due}"),
        _ => "owed",
    };
}
