using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Promises;
using NodaTime;

namespace ChatLiaison.Updates;

/// <summary>A customer's open cases as they may see them: how each stands, and what was promised for when.</summary>
internal sealed class CustomerCaseList(CaseStore cases, OwedStore owed)
{
    private const int Shown = 15;

    /// <summary>
    /// An answer to a customer stands where they asked when that is their channel: all of it is theirs to read, and not everyone who is a
    /// guest can be written to alone.
    /// </summary>
    public static Reply Answer(CustomerCard card, ChatPlace place, bool discreet = false) =>
        Reply.Show(card, place.Kind == PlaceKind.Channel && !discreet ? Visibility.Here : Visibility.Private);

    /// <summary>The list where it was asked for. A restricted case is named only to who reported it, and never in a channel.</summary>
    public async Task<Reply> AnswerAsync(Caller caller, ChatPlace place, CancellationToken cancellationToken) =>
        Answer(await DrawAsync(caller, cancellationToken, discreetly: place.Kind != PlaceKind.Channel), place);

    /// <param name="discreetly">Nobody else reads it.</param>
    public async Task<CustomerCard> DrawAsync(Caller caller, CancellationToken cancellationToken, bool discreetly = false)
    {
        var open = caller.CustomerId is { } id ? await cases.ListOpenAsync(null, id, Shown, cancellationToken) : [];
        if (discreetly)
        {
            open.InsertRange(0, await cases.ListReportedInConfidenceAsync(caller.Chat.Platform, caller.Chat.Id, cancellationToken));
        }

        var words = (caller.CustomerId is { } of ? await owed.OfCustomerAsync(of, Shown * 8, cancellationToken) : [])
            .Where(o => o is { Kind: PromiseKind.FirstResponse or PromiseKind.NextResponse or PromiseKind.StatusUpdate, State: PromiseState.Running, DueAt: not null })
            .GroupBy(o => o.CaseId).ToDictionary(g => g.Key, g => g.Min(o => o.DueAt!.Value));
        return Draw(open, words);
    }

    /// <param name="nextWords">By case, when the customer hears from us next.</param>
    public static CustomerCard Draw(IReadOnlyList<SupportCase> open, IReadOnlyDictionary<Guid, Instant> nextWords)
    {
        var card = CustomerCard.Titled(open.Count == 0 ? CustomerText.Of($"You have no open cases with us") : CustomerText.Of($"Your open cases"));
        return open.Aggregate(card, (list, c) => list.Row(
            CustomerText.Of($"{c.ReferenceText:b} {CustomerText.Said(c.Title)}\n{Standing(c, nextWords)}"),
            Button.Open("case.look", c.Reference, c.Id.ToString())));
    }

    private static CustomerText Standing(SupportCase c, IReadOnlyDictionary<Guid, Instant> nextWords) => c.Status switch
    {
        CaseStatus.Resolved => CustomerText.Of($"Resolved: please tell us whether it works."),
        CaseStatus.WaitingOnCustomer => CustomerText.Of($"Blocked: we wait for your answer."),
        _ when nextWords.TryGetValue(c.Id, out var next) => CustomerText.Of($"{UpdateCard.StatusText(c)}. You will hear from us by {next}."),
        _ => UpdateCard.StatusText(c),
    };
}
