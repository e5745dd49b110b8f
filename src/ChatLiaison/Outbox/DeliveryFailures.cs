using ChatLiaison.Chat;
using ChatLiaison.People;
using ChatLiaison.Storage;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace ChatLiaison.Outbox;

/// <summary>Carries out the verdict on a message that could not be sent.</summary>
internal sealed partial class DeliveryFailures(
    Database database, DeliveryStore store, OutboxStore outbox, People.Directory directory, PersonStore people, Discretion discretion, ILogger<DeliveryFailures> log)
{
    public async Task HandleAsync(QueuedMessage message, ChatPlatformException failure, Platforms platforms, Instant now, CancellationToken cancellationToken)
    {
#pragma warning disable CA5394 // Chance spreads waits; nothing is kept secret by it.
        var (verdict, when) = DeliveryRules.Judge(failure.Failure, failure.RetryAfter, message.Attempts, message.Kind, now, Random.Shared.NextDouble());
#pragma warning restore CA5394
        switch (verdict)
        {
            case Verdict.TryAgain:
                await store.PostponeAsync(message, when, failure.Message, false, now, cancellationToken);
                break;
            case Verdict.LookFirst:
                await store.UncertainAsync(message, when, failure.Message, cancellationToken);
                break;
            case Verdict.Drop:
                await store.EndAsync(message, dead: false, failure.Message, cancellationToken);
                break;
            case Verdict.Redirect when message.To is ToPerson person:
                await RedirectAsync(message, person, platforms, failure.Message, now, cancellationToken);
                break;

            // A word in passing to somebody who is in a channel with us (a guest, say, whom the platform lets nobody write to): the channel's
            // own card tells them the same.
            case Verdict.Redirect when message is { To: ToPersonInChannel, Audience: Audience.Customer }:
                await store.EndAsync(message, dead: false, failure.Message, cancellationToken);
                break;
            default:
                await BuryAsync(message, failure.Message, now, cancellationToken);
                break;
        }
    }

    /// <summary>Gives a message up and tells the admins, unless it was itself for them.</summary>
    public async Task BuryAsync(QueuedMessage message, string why, Instant now, CancellationToken cancellationToken)
    {
        LogBuried(message.Id, message.Lane, why);
        await store.EndAsync(message, dead: true, why, cancellationToken);
        if (directory.Current.Channel(ChannelUse.Admins) is not { } admins || message.To is ToChannel { ChannelId: var channel } && channel == admins.ChannelId)
        {
            return;
        }

        await using var work = database.Begin(now);
        outbox.Post(work, Letter.ForStaff(
            new ToChannel(admins.Platform, admins.ChannelId),
            StaffCard.Titled("A message could not be delivered")
                .Say(StaffText.Of($"To {message.Lane:c}: {why}"))
                .Small("It is kept. Mend the cause, then send it again with /liaison outbox.")));
        await work.CommitAsync(cancellationToken);
    }

    /// <summary>A person who can't be written to is marked, and the message goes to another platform of theirs, else to triage with their name on it.</summary>
    private async Task RedirectAsync(QueuedMessage message, ToPerson person, Platforms platforms, string why, Instant now, CancellationToken cancellationToken)
    {
        var ours = directory.Current.PersonByIdentity(person.Platform, person.UserId);
        if (ours is not null)
        {
            await people.MarkUnreachableAsync(ours.Id, person.Platform, why, now, cancellationToken);
            await directory.RefreshAsync(cancellationToken);
            ours = directory.Current.PersonById(ours.Id);
        }

        await using var work = database.Begin(now);
        work.Write("update outbox set state = 'Cancelled', claimed_until = null, last_error = $2 where id = $1", message.Id, "Redirected: " + why);
        if (message.Audience == Audience.Staff && Elsewhere(message, person, ours, platforms.Keys) is { } letter)
        {
            outbox.Post(work, letter);
            if (letter.To is ToChannel)
            {
                await TellThoseWhoMaySeeAsync(work, message, ours?.Name ?? person.UserId, platforms, cancellationToken);
            }

            LogRedirected(message.Id, person.Platform, Letter.LaneOf(letter.To), why);
        }
        else if (message is { Audience: Audience.Customer, Droppable: false, CaseId: { } caseId } && await UntoldAsync(caseId, platforms.Keys, cancellationToken) is { } untold)
        {
            outbox.Post(work, untold);
        }

        await work.CommitAsync(cancellationToken);
    }

    /// <summary>The customer was to be told alone and can't be: whoever holds the case has to do it themselves.</summary>
    private async Task<Letter?> UntoldAsync(Guid caseId, IReadOnlySet<string> platforms, CancellationToken cancellationToken)
    {
        var c = await database.Ask("select coalesce(owner_id, liaison_id), reference, contact_name from cases where id = $1", caseId)
            .FirstAsync(row => (Holder: row.IdOrNull(0), Reference: row.Text(1), Contact: row.Text(2)), cancellationToken);
        return c.Holder is { } id && directory.Current.PersonById(id) is { } holder && holder.ReachableOn(platforms) is [var platform, ..]
            ? Letter.ForStaff(
                new ToPerson(platform, holder.Identities[platform]),
                StaffCard.Titled(StaffText.Of($"{c.Contact} could not be told about {c.Reference}"))
                    .Say("Nothing may be written in their channel, and they can't be written to alone. Please call them, and note in the record that you did.")) with { CaseId = caseId }
            : null;
    }

    /// <summary>What a room may not read of restricted cases is told to somebody who may, since whoever it was for does not get it.</summary>
    private async Task TellThoseWhoMaySeeAsync(UnitOfWork work, QueuedMessage message, string name, Platforms platforms, CancellationToken cancellationToken)
    {
        var card = message.Card ?? (message.Live is { } live ? await platforms.LiveCard(live).DrawAsync(message.Subject ?? "", work.Now, cancellationToken) : null);
        if (card is null || discretion.Trusted(platforms.Keys, work.Now) is not { } trusted)
        {
            return;
        }

        var platform = trusted.ReachableOn(platforms.Keys)[0];
        var to = new ToPerson(platform, trusted.Identities[platform]);
        foreach (var (id, reference, critical) in await discretion.NamedAsync(card, cancellationToken))
        {
            outbox.Post(work, Letter.ForStaff(to, StaffCard.Titled(StaffText.Of($"{reference}: {name} can't be written to"))
                .Say("Something is due on this restricted case, and you may see it. Please look after it, or let somebody in who can.")
                .With(Button.Act("case.show", "Show the case", id.ToString(), ButtonStyle.Primary))) with
            {
                CaseId = id,
                Droppable = true,
                NotBefore = critical || trusted.IsAwake(work.Now) ? work.Now : trusted.Quiet.EndsAt(work.Now, trusted.Zone),
            });
        }
    }

    private Letter? Elsewhere(QueuedMessage message, ToPerson person, Person? ours, IReadOnlySet<string> platforms)
    {
        if (ours?.ReachableOn(platforms).FirstOrDefault(p => p != person.Platform) is { } platform)
        {
            return Again(message, new ToPerson(platform, ours.Identities[platform]), null, []);
        }

        if (directory.Current.Channel(ChannelUse.Triage, person.Platform) is not { } triage)
        {
            return null;
        }

        var mention = new MentionSpan(person.Platform, person.UserId, ours?.Name ?? person.UserId);
        var thread = message.CaseId is { } caseId ? $"case:{caseId:N}:triage" : null;
        return Again(message, new ToChannel(triage.Platform, triage.ChannelId), thread, [mention]);
    }

    private static Letter Again(QueuedMessage message, Destination to, string? thread, IReadOnlyList<MentionSpan> mentions)
    {
        if (message.Restricted && to is ToChannel)
        {
            return Letter.ForStaff(to, Discretion.Instead) with { Mentions = mentions };
        }

        var letter = message.Card is StaffCard card ? Letter.ForStaff(to, card) : Letter.LiveForStaff(to, message.Live!, message.Subject ?? "");
        return letter with { CaseId = message.CaseId, ThreadAnchor = thread, Mentions = mentions };
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Id} to {Lane} given up: {Reason}")]
    private partial void LogBuried(Guid id, string lane, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Id}: the person can't be reached on {Platform}; sent to {Lane} instead: {Reason}")]
    private partial void LogRedirected(Guid id, string platform, string lane, string reason);
}
