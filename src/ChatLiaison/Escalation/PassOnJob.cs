using ChatLiaison.Cases;
using ChatLiaison.Jobs;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Escalation;

/// <summary>Whoever was asked and can't be reached any more (blocked, gone, away) gives way to the next one at once (C14).</summary>
internal sealed class PassOnJob(Database database, AskStore asks, PassOn passOn, People.Directory directory, Platforms platforms) : IDeskJob
{
    public string Name => "pass-on";

    public async Task RunAsync(Instant now, CancellationToken cancellationToken)
    {
        var at = new Availability(directory.Current, now);
        foreach (var ask in await asks.OpenAsync(cancellationToken))
        {
            if (Lost(ask.PersonId, at) is { } why)
            {
                await PassAsync(ask with { Outcome = AskOutcome.Unreachable, Words = why }, now, cancellationToken);
            }
        }
    }

    private async Task PassAsync(Ask ask, Instant now, CancellationToken cancellationToken)
    {
        await using var work = database.Begin(now);
        if (await CaseStore.HoldAsync(work, ask.CaseId, cancellationToken) is not { } c
            || (await AskStore.ListAsync(work, ask.CaseId, cancellationToken)).Find(a => a.PersonId == ask.PersonId && a.Level == ask.Level) is not { IsOpen: true })
        {
            return;
        }

        if (c.Status.IsOpen())
        {
            await passOn.RunAsync(work, c, Actor.Desk, ask, $"{ask.Words}.", cancellationToken);
        }
        else
        {
            AskStore.Settle(work, c.Id, null);
        }

        await work.CommitAsync(cancellationToken);
    }

    private string? Lost(Guid personId, Availability at) => directory.Current.PersonById(personId) switch
    {
        null => "Whoever was asked is not in the directory any more",
        { Active: false } person => $"{person.Name} has left",
        var person when !person.IsReachableOn(platforms.Keys) => $"{person.Name} can't be reached",
        var person when at.AwayUntil(person) is not null => $"{person.Name} is away",
        _ => null,
    };
}
