using ChatLiaison.Chat;
using ChatLiaison.Jobs;
using ChatLiaison.Outbox;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Intake;

/// <summary>A call that nobody completed: whoever took it down is asked once whether there was anything else.</summary>
internal sealed class OpenCallsJob(Database database, OutboxStore outbox, People.Directory directory, Platforms platforms) : IDeskJob
{
    private static readonly Duration Patience = Duration.FromMinutes(15);

    public string Name => "open-calls";

    public async Task RunAsync(Instant now, CancellationToken cancellationToken)
    {
        await using var work = database.Begin(now);
        foreach (var call in await CallStore.TakeForgottenAsync(work, now - Patience, cancellationToken))
        {
            if (directory.Current.PersonById(call.TakenBy) is { } taker && taker.ReachableOn(platforms.Keys) is [var platform, ..])
            {
                outbox.Post(work, Letter.ForStaff(new ToPerson(platform, taker.Identities[platform]), StaffCard
                    .Titled(StaffText.Of($"The call with {call.Caller} is not complete"))
                    .Say("Was there anything else? What you saved is safe; the call's entry in the record waits for this answer.")
                    .With(
                        Button.Act("call.finish", "No, that was all", call.Id.ToString(), ButtonStyle.Primary), Button.Open("call.resume", "One more problem", call.Id.ToString()))));
            }
        }

        await work.CommitAsync(cancellationToken);
    }
}
