using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Customers;
using ChatLiaison.Outbox;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using ChatLiaison.Storage;
using ChatLiaison.Time;
using ChatLiaison.Wording;
using NodaTime;

namespace ChatLiaison.Intake;

/// <summary>
/// What is said in a customer's channel outside any case. A customer's words get an owner and a running promise at once (S127) and a card
/// whose button opens the form; an answer of ours keeps the promise.
/// </summary>
internal sealed class LooseMessageListener(
    Database database, OutboxStore outbox, PlaybookSource playbooks, People.Directory directory, AwayNotice away) : IChatListener
{
    private static readonly Duration OneBreath = Duration.FromMinutes(10);

    public int Order => 20;

    public async Task<Reply?> HearAsync(Caller caller, ChatMessage message, CancellationToken cancellationToken)
    {
        if (caller.CustomerId is not { } customerId || message.Place.Kind != PlaceKind.Channel)
        {
            return null;
        }

        await using var work = database.Begin(caller.Now);
        if (!caller.IsCustomer)
        {
            return await AnsweredAsync(work, caller, message, cancellationToken);
        }

        if (message.MentionsUs && message.Text.Length == 0 && message.Files.Count == 0)
        {
            // Nothing was said but our name: they are shown their cases.
            return null;
        }

        if (!message.MentionsUs && message.Files.Count == 0 && Pleasantries.IsOnlyPolite(message.Text))
        {
            return Reply.Done();
        }

        if (!await InboxStore.TryClaimAsync(work, message.Key, cancellationToken))
        {
            return Reply.Done();
        }

        await TakeDownAsync(work, caller, message, customerId, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return Reply.Done();
    }

    private async Task TakeDownAsync(UnitOfWork work, Caller caller, ChatMessage message, int customerId, CancellationToken cancellationToken)
    {
        var absence = away.Asked(caller, message);
        if (await LooseMessageStore.FindRecentAsync(work, message, caller.Now - OneBreath, cancellationToken) is { } earlier)
        {
            LooseMessageStore.Join(work, earlier, message);
            if (absence is not null)
            {
                Answer(work, message, away.Card(caller, absence, caller.Mention, Seed(caller, message, earlier)));
            }

            return;
        }

        var id = Guid.CreateVersion7(caller.Now.ToDateTimeOffset());
        LooseMessageStore.Insert(work, id, customerId, message, caller.Name);
        PromiseStore.Insert(work, Promised(caller, message, id, customerId));
        var (mention, seed) = (caller.Mention, Seed(caller, message, id));
        Answer(work, message, absence is not null
            ? away.Card(caller, absence, mention, seed)
            : CustomerCard.Plain(CustomerText.Of($"Thank you, {mention}. A person from our team will see this. If it is a problem, three questions make it faster:"))
                .With(Button.Open("escalate.open", "Report a problem", seed.ToValue(), ButtonStyle.Primary)));
    }

    private void Answer(UnitOfWork work, ChatMessage message, CustomerCard card) => outbox.Post(
        work, Letter.ForCustomer(new ToChannel(message.Message.Platform, message.Message.ChannelId, message.Message.Root), card));

    private static IntakeSeed Seed(Caller caller, ChatMessage message, Guid loose) =>
        new() { Text = message.Text, Loose = loose, AuthorId = message.Person.Id, AuthorName = caller.Name };

    private Promise Promised(Caller caller, ChatMessage message, Guid id, int customerId)
    {
        var playbook = playbooks.Current;
        var customer = directory.Current.CustomerById(customerId);
        var plan = new PromisePlan(playbook, customer?.Calendar);
        return PromiseRules.Scheduled(
            new Promise
            {
                Id = Guid.CreateVersion7(caller.Now.ToDateTimeOffset()),
                LooseMessageId = id,
                CustomerId = customerId,
                Kind = PromiseKind.Acknowledge,
                OwnerId = customer?.LiaisonId is { } liaison ? directory.Current.Absences.StandIn(liaison, caller.Now) : null,
                Reason = $"{caller.Name} wrote in the customer's channel and waits for a person.",
                Priority = Priority.P3,
                PolicyVersion = playbook.Version,
                Calendar = plan.CalendarFor(Priority.P3),
                Clock = PromiseClock.Start(caller.Now, playbook.For(Priority.P3).Acknowledge),
            },
            plan.Policy);
    }

    private static async Task<Reply?> AnsweredAsync(UnitOfWork work, Caller caller, ChatMessage message, CancellationToken cancellationToken)
    {
        var waiting = await LooseMessageStore.HoldWaitingAsync(work, message.Message, cancellationToken);
        if (waiting.Count == 0)
        {
            return message.MentionsUs ? null : Reply.Done();
        }

        Guid[] ids = [.. waiting.Select(w => w.Id)];
        LooseMessageStore.Answered(work, ids);
        foreach (var promise in await PromiseStore.HoldLooseAsync(work, ids, cancellationToken))
        {
            PromiseStore.Update(work, PromiseRules.Keep(promise, work.Now), "Kept", "Somebody answered in the channel.");
        }

        foreach (var entry in waiting.SelectMany(w => Entries(w, caller, message)))
        {
            InteractionStore.Record(work, entry);
        }

        await work.CommitAsync(cancellationToken);
        return Reply.Done();
    }

    /// <summary>What was asked and what was answered, as one entry of the customer's record (S177).</summary>
    private static IEnumerable<Interaction> Entries(LooseMessage asked, Caller caller, ChatMessage answer)
    {
        var entry = new Interaction
        {
            Id = Guid.CreateVersion7(caller.Now.ToDateTimeOffset()),
            CustomerId = asked.CustomerId,
            At = asked.At,
            Kind = InteractionKind.Chat,
            Direction = InteractionDirection.FromCustomer,
            Contact = asked.Author,
            Summary = asked.Text.Length == 0 ? "(a file)" : CommandWords.Cut(asked.Text, InteractionReactor.SummaryLength),
            Source = "chat",
            Conversation = LooseMessage.ConversationOf(asked.Id),
        };
        yield return entry;
        yield return entry with
        {
            Id = Guid.CreateVersion7(caller.Now.ToDateTimeOffset()),
            At = caller.Now,
            Direction = InteractionDirection.FromUs,
            Staff = caller.Name,
            StaffId = caller.PersonId,
            Summary = CommandWords.Cut(CaseThreadListener.Words(answer), InteractionReactor.SummaryLength),
        };
    }
}
