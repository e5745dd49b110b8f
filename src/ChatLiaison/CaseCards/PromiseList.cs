using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Outbox;
using ChatLiaison.Promises;

namespace ChatLiaison.CaseCards;

/// <summary><c>/cases promises [mine|KEY|all|overdue]</c>: what is owed, by whom, and where it was said.</summary>
internal sealed class PromiseList(OwedStore owed, People.Directory directory, Platforms platforms)
{
    private const int Shown = 15;

    public async Task<Reply> ShowAsync(Caller caller, string which, CancellationToken cancellationToken)
    {
        var word = CommandWords.Lower(CommandWords.Split(which).First);
        switch (word)
        {
            case "all":
                return Reply.Show(Draw("What is owed", await owed.AllAsync(Shown + 1, cancellationToken), caller));
            case "overdue" or "late":
                return Reply.Show(Draw("What is late", await owed.OverdueAsync(Shown + 1, cancellationToken), caller));
            case "" or "mine" when caller.PersonId is { } me && (word.Length > 0 || caller.CustomerId is null):
                return Reply.Show(Draw("What you owe", await owed.OfPersonAsync(me, Shown + 1, cancellationToken), caller));
        }

        var known = directory.Current;
        var customer = word.Length == 0 ? caller.CustomerId is { } here ? known.CustomerById(here) : null : known.CustomerByKey(word.ToUpperInvariant());
        return customer is null
            ? Reply.Refused(CustomerText.Of($"Say /cases promises mine, all or overdue, or a customer's key, for instance: /cases promises ACME"))
            : Reply.Show(Draw($"What we owe {customer.Name}", await owed.OfCustomerAsync(customer.Id, Shown + 1, cancellationToken), caller));
    }

    private StaffCard Draw(string title, List<OwedLine> lines, Caller caller)
    {
        var card = StaffCard.Titled(lines.Count == 0 ? StaffText.Of($"{title}: nothing") : StaffText.Of($"{title}"));
        foreach (var line in lines.Take(Shown))
        {
            card = card.Row(Line(line, caller), line.InWords
                ? line.Way.Button($"{line.CaseId}/{line.Id}")
                : Button.Act("case.promises", line.Reference, line.CaseId.ToString()));
        }

        return lines.Count > Shown ? card.Small(StaffText.Of($"These are the first {Shown}. Name a customer's key to see only theirs.")) : card;
    }

    private StaffText Line(OwedLine line, Caller caller)
    {
        var due = line switch
        {
            { State: PromiseState.Paused } => StaffText.Of($"stands still while we wait"),
            { State: PromiseState.Broken, DueAt: { } at } => StaffText.Of($"{"late":b} since {at}"),
            { DueAt: { } at } => StaffText.Of($"by {at}"),
            _ => StaffText.Empty,
        };
        var who = line.OwnerId is not { } id ? "nobody holds it" : id == caller.PersonId ? "you" : directory.Current.PersonById(id)?.Name ?? "somebody who has left";
        var what = line.InWords || line.Kind == PromiseKind.Inform ? line.What : PromiseWords.Name(line.Kind);
        var said = line.Source is { } source && platforms.Find(source.Platform)?.LinkTo(source) is { } url
            ? StaffText.Of($" · {new LinkSpan(url, "where it was said")}")
            : StaffText.Empty;
        return StaffText.Of($"{line.Reference:b} {what}\n{due} · {who}{said}");
    }
}
