using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Customers;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Intake;

/// <summary>Completes calls: one entry in the customer's record, and word to the team of their usual contact (S64).</summary>
internal sealed class CallDesk(Database database, CallStore calls, OutboxStore outbox, People.Directory directory, Platforms platforms)
{
    private const int ToldAtMost = 20;

    public CallStore Calls => calls;

    public Database Database => database;

    /// <summary>In a unit of work of its own; true when it was open until now.</summary>
    public async Task<bool> CompleteAsync(Caller caller, string key, Call call, CancellationToken cancellationToken)
    {
        await using var work = database.Begin(caller.Now);
        if (!await InboxStore.TryClaimAsync(work, key, cancellationToken) || !await CompleteAsync(work, call, cancellationToken))
        {
            return false;
        }

        await work.CommitAsync(cancellationToken);
        return true;
    }

    public async Task<bool> CompleteAsync(UnitOfWork work, Call call, CancellationToken cancellationToken)
    {
        if (!await CallStore.CompleteAsync(work, call.Id, cancellationToken))
        {
            return false;
        }

        var cases = await CallStore.CasesAsync(work, call.Id, cancellationToken);
        var taker = directory.Current.PersonById(call.TakenBy);
        InteractionStore.Record(work, new Interaction
        {
            Id = call.Id,
            CustomerId = call.CustomerId,
            At = call.BeganAt,
            Kind = call.Kind,
            Direction = InteractionDirection.FromCustomer,
            Contact = call.Caller,
            Staff = taker?.Name ?? "",
            StaffId = call.TakenBy,
            Summary = Summary(call, cases),
            Cases = [.. cases.Select(c => c.Id)],
            Source = "call",
        });
        TellTeam(work, call);
        return true;
    }

    private static string Summary(Call call, List<CallCase> cases)
    {
        var about = cases.Count == 0 ? "No problem was taken down." : string.Join("; ", cases.Select(c => c.Title));
        return CommandWords.Cut($"{about}{(call.Mood.Length > 0 ? $" They sounded {call.Mood}." : "")} Asked whether there was anything else: no.", 2000);
    }

    /// <summary>The usual contact, or whoever stands in for them, and the others of the contact's team; not who took it down.</summary>
    public IReadOnlyList<Person> TeamOf(Call call, Instant now)
    {
        var known = directory.Current;
        if (known.CustomerById(call.CustomerId)?.LiaisonId is not { } id || known.PersonById(id) is not { } liaison)
        {
            return [];
        }

        var team = known.People.Where(p => liaison.Team.Length > 0 && p.Team.Equals(liaison.Team, StringComparison.OrdinalIgnoreCase) && !known.Absences.IsAway(p.Id, now)).Select(p => p.Id);
        var first = known.Absences.StandIn(id, now) ?? id;
        return [.. team.Prepend(first).Distinct().Where(p => p != call.TakenBy).Select(known.PersonById).OfType<Person>().Where(p => p.Active && p.IsReachableOn(platforms.Keys)).Take(ToldAtMost)];
    }

    private void TellTeam(UnitOfWork work, Call call)
    {
        foreach (var person in TeamOf(call, work.Now))
        {
            var platform = person.ReachableOn(platforms.Keys)[0];
            outbox.Post(work, Letter.LiveForStaff(new ToPerson(platform, person.Identities[platform]), CallCard.CardName, call.Id.ToString()) with
            {
                NotBefore = person.IsAwake(work.Now) ? work.Now : person.Quiet.EndsAt(work.Now, person.Zone),
            });
        }
    }
}

/// <summary>What the usual contact's team is told of a call.</summary>
internal sealed class CallCard(CallStore calls, People.Directory directory) : ILiveCard
{
    public const string CardName = "call";

    public string Name => CardName;

    public async Task<Card?> DrawAsync(string subject, NodaTime.Instant now, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(subject, out var id) || await calls.FindAsync(id, cancellationToken) is not { } call)
        {
            return null;
        }

        var (known, cases) = (directory.Current, (await calls.CasesAsync(id, cancellationToken)).Where(c => !c.Restricted).ToList());
        var card = StaffCard.Titled(StaffText.Of($"{call.Caller} of {known.CustomerById(call.CustomerId)?.Name ?? "a customer"} reached us"))
            .Facts(
                ("How", call.Source), ("When", StaffText.Of($"{call.BeganAt}")), ("Taken down by", known.PersonById(call.TakenBy)?.Name ?? ""), ("Mood", call.Mood),
                ("Reach them", call.Reach), ("Anything else?", "asked: no"));
        return cases.Aggregate(card, (lines, c) => lines.Row(StaffText.Of($"{c.Reference:b} {c.Title}"), Button.Act("case.show", c.Reference, c.Id.ToString())));
    }
}
