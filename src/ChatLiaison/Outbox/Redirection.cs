using ChatLiaison.Chat;
using ChatLiaison.People;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Outbox;

/// <summary>Finds another way for what could not reach a person.</summary>
internal sealed class Redirection(Database database, OutboxStore outbox, People.Directory directory, PersonStore people, Discretion discretion)
{
    /// <summary>A person who can't be written to is marked, and the message goes to another platform of theirs, else to triage with their name on it.</summary>
    /// <returns>Where it goes instead; null for nowhere.</returns>
    public async Task<string?> RedirectAsync(QueuedMessage message, ToPerson person, Platforms platforms, string why, Instant now, CancellationToken cancellationToken)
    {
        var ours = directory.Current.PersonByIdentity(person.Platform, person.UserId);
        if (ours is not null)
        {
            await people.MarkUnreachableAsync(ours.Id, person.Platform, why, now, cancellationToken);
            await directory.RefreshAsync(cancellationToken);
            ours = directory.Current.PersonById(ours.Id);
        }

        string? lane = null;
        await using var work = database.Begin(now);
        work.Write("update outbox set state = 'Cancelled', claimed_until = null, last_error = $2 where id = $1", message.Id, "Redirected: " + why);
        if (message.Audience == Audience.Staff && Elsewhere(message, person, ours, platforms.Keys) is { } letter)
        {
            outbox.Post(work, letter);
            if (letter.To is ToChannel)
            {
                await TellThoseWhoMaySeeAsync(work, message, ours?.Name ?? person.UserId, platforms, cancellationToken);
            }

            lane = Letter.LaneOf(letter.To);
        }
        else if (message is { Audience: Audience.Customer, Droppable: false, CaseId: { } caseId } && await UntoldAsync(caseId, platforms.Keys, cancellationToken) is { } untold)
        {
            outbox.Post(work, untold);
        }

        await work.CommitAsync(cancellationToken);
        return lane;
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
}
