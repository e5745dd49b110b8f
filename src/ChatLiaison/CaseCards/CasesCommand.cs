using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Customers;

namespace ChatLiaison.CaseCards;

/// <summary><c>/cases</c>: mine, a customer's, or all that are open; <c>/cases promises</c>: what is owed. Customers see their own, as customers may.</summary>
internal sealed class CasesCommand(CaseStore cases, People.Directory directory, PromiseList promises, CustomerCaseList ofCustomer) : IChatCommand
{
    private const int Shown = 15;

    public CommandSpec Spec { get; } = new("cases", "[mine|all|KEY|promises …]", "Open cases, or what is promised: yours, a customer's, or all.");

    public Access Access => Access.Anyone;

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) => ShowAsync(caller, call.Place, call.Text, cancellationToken);

    public Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) => ShowAsync(caller, press.Place, press.Value, cancellationToken);

    private async Task<Reply> ShowAsync(Caller caller, ChatPlace place, string which, CancellationToken cancellationToken)
    {
        if (caller.IsCustomer)
        {
            return await ofCustomer.AnswerAsync(caller, place, cancellationToken);
        }

        var (first, rest) = CommandWords.Split(which);
        var word = CommandWords.Lower(first);
        if (word == "promises")
        {
            return await promises.ShowAsync(caller, rest, cancellationToken);
        }

        var customer = word is "" or "mine" or "all" ? null : Find(word);
        if (customer is null && word is not ("" or "mine" or "all"))
        {
            return Reply.Refused(CustomerText.Of($"There is no customer {CustomerText.Name(CommandWords.Cut(word, 40))}. Say /cases mine, /cases all, or /cases with a customer's key."));
        }

        // In a customer's channel the bare command means that customer; elsewhere it means the caller.
        var here = word.Length == 0 && caller.CustomerId is { } id ? directory.Current.CustomerById(id) : customer;
        var mine = here is null && word != "all" ? caller.PersonId : null;
        var found = await ListAsync(caller, mine, here?.Id, cancellationToken);
        var title = here is not null ? $"Open cases of {here.Name}" : mine is not null ? "Your open cases" : "Open cases";
        var card = StaffCard.Titled(found.Count == 0 ? StaffText.Of($"{title}: none") : StaffText.Of($"{title}"));
        foreach (var c in found.Take(Shown))
        {
            card = card.Row(Line(c), Button.Act("case.show", c.Reference, c.Id.ToString()));
        }

        return Reply.Show(found.Count > Shown ? card.Small(StaffText.Of($"These are the first {Shown}. Name a customer's key to see only theirs.")) : card);
    }

    /// <summary>The open cases, with those restricted ones first that the caller may see.</summary>
    private async Task<List<SupportCase>> ListAsync(Caller caller, Guid? mine, int? customer, CancellationToken cancellationToken)
    {
        var restricted = (await cases.ListRestrictedAsync(cancellationToken)).Where(c => CaseActs.MaySee(caller, c)
            && (mine is null || c.Owner?.Id == mine || c.EngineeringOwner?.Id == mine) && (customer is null || c.CustomerId == customer));
        return [.. restricted, .. await cases.ListOpenAsync(mine, customer, Shown + 1, cancellationToken)];
    }

    private Customer? Find(string word) =>
        directory.Current.CustomerByKey(word.ToUpperInvariant()) ?? directory.Current.Customers.FirstOrDefault(c => c.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase));

    private static StaffText Line(SupportCase c)
    {
        var with = (c.Owner, c.EngineeringOwner) switch
        {
            ({ } owner, { } engineer) => $"{owner.Name} and {engineer.Name} (engineering)",
            (null, { } engineer) => $"{engineer.Name} (engineering)",
            _ => c.Owner?.Name ?? "nobody yet",
        };
        var news = c.NewForOwner > 0 ? StaffText.Of($" · {c.NewForOwner} new") : StaffText.Empty;
        return StaffText.Of($"{c.Reference:b} {c.Priority.ToString()} · {c.Title}\n{c.Status.ForStaff()} · with {with}{news}");
    }
}
