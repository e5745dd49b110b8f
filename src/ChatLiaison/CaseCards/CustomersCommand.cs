using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Customers;

namespace ChatLiaison.CaseCards;

/// <summary>
/// <c>/liaison customers [KEY]</c>: a customer's record on one card: who looks after them, what is open and promised, their mood and the last
/// touch; without a key, all customers that are the caller's (S4).
/// </summary>
internal sealed class CustomersCommand(CaseStore cases, CustomerGlances glances, LogReader log, People.Directory directory) : IChatCommand
{
    private const int Shown = 15;
    private const int Named = 5;

    public CommandSpec Spec { get; } = new("liaison customers", "[KEY]", "A customer at a glance: contact, open cases, promises, mood, last touch. Alone, those that are yours.");

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) => ShowAsync(caller, call.Text.Trim(), cancellationToken);

    public Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) => ShowAsync(caller, press.Value, cancellationToken);

    private async Task<Reply> ShowAsync(Caller caller, string key, CancellationToken cancellationToken)
    {
        if (key.Length == 0)
        {
            return Reply.Show(await MineAsync(caller, cancellationToken));
        }

        return directory.Current.CustomerByKey(key.ToUpperInvariant()) is { } customer
            ? Reply.Show(await RecordAsync(caller, customer, cancellationToken))
            : Reply.Refused(CustomerText.Of($"There is no customer {CustomerText.Name(CommandWords.Cut(key, 40))}. Give the key that their cases begin with, such as /liaison customers ACME."));
    }

    private async Task<StaffCard> MineAsync(Caller caller, CancellationToken cancellationToken)
    {
        var mine = directory.Current.Customers.Where(c => c.LiaisonId is { } liaison && liaison == caller.PersonId).OrderBy(c => c.Name, StringComparer.Ordinal).ToList();
        var card = StaffCard.Titled(mine.Count == 0 ? "You are nobody's usual contact" : "Your customers");
        var glanced = await glances.OfAsync([.. mine.Take(Shown).Select(c => c.Id)], cancellationToken);
        foreach (var customer in mine.Take(Shown))
        {
            var now = glanced[customer.Id];
            card = card.Row(
                StaffText.Of($"{customer.Name:b} ({customer.Key})\n{now.Cases} · {now.Promises}{(now.Mood.Length == 0 ? "" : $" · {now.Mood}")}"),
                Button.Act("customers.show", customer.Key, customer.Key));
        }

        return mine.Count > Shown ? card.Small(StaffText.Of($"And {mine.Count - Shown} more: name one with its key.")) : card;
    }

    private async Task<StaffCard> RecordAsync(Caller caller, Customer customer, CancellationToken cancellationToken)
    {
        var now = (await glances.OfAsync([customer.Id], cancellationToken))[customer.Id];
        var open = await cases.ListOpenAsync(null, customer.Id, Named, cancellationToken);
        var last = (await log.ListAsync(caller, customer.Id, null, LogReader.Always, 1, cancellationToken)).FirstOrDefault()?.Entry;
        return StaffCard.Titled(StaffText.Of($"{customer.Name} ({customer.Key})"))
            .Facts(
                ("Usual contact", customer.LiaisonId is { } id && directory.Current.PersonById(id) is { } person ? person.Name : "nobody yet"),
                ("Open cases", now.OpenCases == 0 ? "none" : StaffText.Of($"{now.Cases}: {string.Join(", ", open.Select(c => $"{c.Reference} {c.Priority}"))}{(now.OpenCases > Named ? ", …" : "")}")),
                ("Promises", now.Promises),
                ("Mood", now.Mood.Length == 0 ? "nothing noted" : now.Mood),
                ("Last touch", last is null ? "none on record" : StaffText.Of($"{last.At}: {InteractionWords.Name(last.Kind)}, {CommandWords.Cut(last.Summary, 200)}")))
            .With(
                Button.Act("cases.show", "Open cases", customer.Key), Button.Act("cases.promises", "Promises", $"promises {customer.Key}"),
                Button.Open("customer.open", "Usual contact", customer.Key));
    }
}
