using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Promises;

namespace ChatLiaison.Resolution;

/// <summary>
/// What people gave their word on and have yet to do, put before whoever resolves or ends the case: what they tick is done, the rest goes on
/// with its owner.
/// </summary>
internal sealed class StillPromised(CommitmentStore commitments)
{
    private const string Settled = "settled";
    private const int Shown = 20;

    public async Task<IReadOnlyList<Choice>> OfAsync(Guid caseId, CancellationToken cancellationToken) =>
        [.. (await commitments.OwedAsync(caseId, cancellationToken)).Where(o => o.Outlives).Select(o => new Choice(o.Id.ToString(), CommandWords.Cut(o.What, 75)))];

    /// <summary>What the customer is to hear and has not: once the case is resolved nobody owes it any more.</summary>
    public async Task<IReadOnlyList<string>> UntoldAsync(Guid caseId, CancellationToken cancellationToken) =>
        [.. (await commitments.OwedAsync(caseId, cancellationToken)).Where(o => o.Kind == PromiseKind.Inform).Select(o => o.What)];

    /// <summary>How many of them nobody ticked.</summary>
    public async Task<int> LeftAsync(Guid caseId, IReadOnlyList<Guid> ticked, CancellationToken cancellationToken) =>
        (await OfAsync(caseId, cancellationToken)).Count(p => !ticked.Contains(Guid.Parse(p.Value)));

    public static IEnumerable<Field> Note(IReadOnlyList<string> untold)
    {
        if (untold.Count > 0)
        {
            yield return new FormNote("untold", StaffText.Lines([StaffText.Of($"{"Not told yet, and over with this. Say it below if they still need to know:":b}"), .. untold.Take(Shown).Select(u => StaffText.Of($"• {CommandWords.Cut(u, 300)}"))]));
        }
    }

    /// <param name="rest">What becomes of the rest.</param>
    public static IEnumerable<Field> Ask(IReadOnlyList<Choice> promised, string rest)
    {
        if (promised.Count > 0)
        {
            yield return new ChoiceField(Settled, "This is still promised. What of it is done with this?", [.. promised.Take(Shown)]) { Multiple = true, Hint = rest };
        }
    }

    public static IReadOnlyList<Guid> Ticked(FormValues values) => [.. values.Many(Settled).Select(id => Guid.TryParse(id, out var promise) ? promise : Guid.Empty)];
}
