using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Promises;
using NodaTime;

namespace ChatLiaison.CaseCards;

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

        var all = caller.CustomerId is { } of ? await owed.OfCustomerAsync(of, Shown * 8, cancellationToken) : [];
        var words = all
            .Where(o => IsWord(o) && o is { State: PromiseState.Running, DueAt: not null })
            .GroupBy(o => o.CaseId).ToDictionary(g => g.Key, g => g.Min(o => o.DueAt!.Value));
        return Draw(open, words, all.Where(o => IsTold(o) || IsLateWord(o)).OrderBy(IsTold).ToLookup(o => o.CaseId));
    }

    /// <param name="nextWords">By case, when the customer hears from us next.</param>
    /// <param name="promised">By case, what they were promised in words, and the words that are late; null for nothing.</param>
    public static CustomerCard Draw(IReadOnlyList<SupportCase> open, IReadOnlyDictionary<Guid, Instant> nextWords, ILookup<Guid, OwedLine>? promised = null)
    {
        var card = CustomerCard.Titled(open.Count == 0 ? CustomerText.Of($"You have no open cases with us") : CustomerText.Of($"Your open cases"));
        return open.Aggregate(card, (list, c) => list.Row(
            CustomerText.Of($"{c.ReferenceText:b} {CustomerText.Said(c.Title)}\n{Standing(c, nextWords)}{Lines(promised?[c.Id] ?? [])}"),
            Button.Open("case.look", c.Reference, c.Id.ToString())));
    }

    /// <summary>Words of a person that the customer has read.</summary>
    private static bool IsTold(OwedLine o) => o is { Told: true, DueAt: not null } && o.Kind.IsInWords();

    private static bool IsLateWord(OwedLine o) =>
        IsWord(o) && o is { State: PromiseState.Broken, DueAt: not null };

    private static bool IsWord(OwedLine o) => o.Kind.IsAnswer() || o.Kind == PromiseKind.StatusUpdate;

    private static CustomerText Lines(IEnumerable<OwedLine> owed) => owed.Aggregate(CustomerText.Empty, (text, o) => CustomerText.Of($"{text}\n{Line(o)}"));

    private static CustomerText Line(OwedLine o) => o switch
    {
        _ when !IsTold(o) => CustomerText.Of($"We owe you a word since {o.DueAt!.Value}. It is late, and not forgotten."),
        { State: PromiseState.Broken } => CustomerText.Of($"Promised: {CustomerText.Approved(o.What, "the team")}. It was due {o.DueAt!.Value} and is late."),
        _ => CustomerText.Of($"Promised: {CustomerText.Approved(o.What, "the team")}, by {o.DueAt!.Value}"),
    };

    private static CustomerText Standing(SupportCase c, IReadOnlyDictionary<Guid, Instant> nextWords) => c.Status switch
    {
        CaseStatus.Resolved => CustomerText.Of($"Resolved: please tell us whether it works."),
        CaseStatus.WaitingOnCustomer => CustomerText.Of($"Blocked: we wait for your answer."),
        _ when nextWords.TryGetValue(c.Id, out var next) => CustomerText.Of($"{CaseWords.PublicStatus(c)}. You will hear from us by {next}."),
        _ => CaseWords.PublicStatus(c),
    };
}
