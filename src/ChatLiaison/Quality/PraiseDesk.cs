using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.People;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Quality;

/// <summary>Keeps what customers wrote in praise.</summary>
internal sealed class PraiseDesk(Database database, CaseStore cases, KudosStore kudos, KudosMail mail, People.Directory directory)
{
    private const int MostRead = 50;

    public Task<List<(Kudos Kudos, bool Restricted)>> RecentAsync(Interval span, CancellationToken cancellationToken) => kudos.ListAsync(span, MostRead, cancellationToken);

    public bool IsOurs(string platform, string author) => directory.Current.PersonByIdentity(platform, author) is not null;

    /// <summary>The case in whose thread a message stands, if the caller may see it, and the customer of that case or of the channel.</summary>
    public async Task<(SupportCase? Case, int? Customer)> AboutAsync(Caller caller, MessageRef message, CancellationToken cancellationToken)
    {
        var c = await cases.FindThreadAsync(message.Platform, message.ChannelId, message.Root, cancellationToken) is { Customers: true } thread
            ? await cases.FindAsync(thread.CaseId, cancellationToken) : null;
        return c is not null
            ? CaseActs.MaySee(caller, c) ? (c, c.CustomerId) : (null, null)
            : (null, directory.Current.CustomerByChannel(message.Platform, message.ChannelId)?.Id);
    }

    public async Task<Reply> KeepAsync(Caller caller, FormSubmission submission, Person to, CancellationToken cancellationToken)
    {
        if (PraiseNote.Read(submission.State) is not { } note || await AboutAsync(caller, note.Message, cancellationToken) is not { Customer: { } customer } about)
        {
            return Reply.Refused(CustomerText.Of($"That message is not in a customer's channel any more. Keep it from the message itself."));
        }

        if (about.Case is { } c && !RestrictRules.MaySee(to.Id, seesAll: false, c))
        {
            return Reply.Wrong(new FieldError("to", $"{to.Name} may not see {c.Reference}. Choose somebody who may."));
        }

        await using var work = database.Begin(caller.Now);
        var kept = new Kudos(KudosKind.Praise, to.Id, note.Author, submission.Values.One("what"), caller.Now)
        {
            CaseId = about.Case?.Id,
            CustomerId = customer,
            Source = $"message:{note.Message.Platform}:{note.Message.ChannelId}:{note.Message.MessageId}",
        };
        if (!await InboxStore.TryClaimAsync(work, submission.Key, cancellationToken))
        {
            return Reply.Done();
        }

        if (!await KudosStore.KeepAsync(work, kept, cancellationToken))
        {
            return Reply.Refused(CustomerText.Of($"That message is kept already. /liaison praise lists it."));
        }

        if (to.Id != caller.PersonId)
        {
            mail.Tell(work, to, kept, about.Case);
        }

        await work.CommitAsync(cancellationToken);
        return Reply.Done(to.Id == caller.PersonId
            ? CustomerText.Of($"Kept. The digest names you.")
            : CustomerText.Of($"Kept. {CustomerText.Name(to.Name)} is told, and the digest names them."));
    }
}
