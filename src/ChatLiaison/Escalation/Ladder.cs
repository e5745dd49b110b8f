using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using ChatLiaison.Storage;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.Escalation;

/// <summary>Moves a case up, in the unit of work that holds it: the new owner, their promise to answer, and their message.</summary>
internal sealed partial class Ladder(CaseDesk desk, PlaybookSource playbooks, People.Directory directory, EscalationMail mail, ILogger<Ladder> log)
{
    public async Task ClimbAsync(UnitOfWork work, SupportCase c, Actor by, int target, string reason, CancellationToken cancellationToken)
    {
        var playbook = playbooks.Current;
        if (directory.Current.CustomerById(c.CustomerId) is not { } customer)
        {
            LogNoCustomer(c.Reference);
            return;
        }

        var exclude = new HashSet<Guid>();
        if (c.Owner is { } owner)
        {
            exclude.Add(owner.Id);
        }

        var step = LadderRules.Next(c, target, playbook, directory.Current, customer, mail.Platforms, exclude, work.Now);
        if (step.Level is null && c.IsCritical)
        {
            // Nobody is awake. A critical case wakes somebody, and the last resort is told as well.
            var woken = LadderRules.Next(c, Math.Min(target, playbook.Levels[^1].Number), playbook, directory.Current, customer, mail.Platforms, exclude, work.Now, wake: true);
            step = woken with { Skipped = step.Skipped };
            mail.LastResort(work, c, reason);
        }

        if (step.Level is null)
        {
            await LastResortAsync(work, c, by, step, reason, cancellationToken);
            return;
        }

        var decision = LadderRules.Climb(c, step, reason);
        await desk.ApplyAsync(work, c, by, decision, cancellationToken);
        var plan = new PromisePlan(playbook, customer.Calendar);
        PromiseStore.Insert(work, plan.LevelResponse(decision.After!, step.Level, step.Person!.Id, work.Now));
        mail.Tell(work, decision.After!, step.Person!, step.Level.Number);
        LogClimbed(c.Reference, step.Level.Number, step.Skipped.Count);
    }

    private async Task LastResortAsync(UnitOfWork work, SupportCase c, Actor by, LadderStep step, string reason, CancellationToken cancellationToken)
    {
        var nobody = CaseDecision.To(
            c,
            [
                .. step.Skipped.Select(s => new CaseEvent(CaseEventKind.Skipped, $"Skipped {s}")),
                new CaseEvent(CaseEventKind.Skipped, $"No level above reaches anybody now; the last-resort channel was told. {reason}"),
            ]);
        await desk.ApplyAsync(work, c, by, nobody, cancellationToken);
        if (!c.IsCritical)
        {
            mail.LastResort(work, c, reason);
        }

        LogLastResort(c.Reference);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Reference} climbed to level {Level}; {Skipped} levels skipped")]
    private partial void LogClimbed(string reference, int level, int skipped);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Reference} reaches nobody on the ladder; told the last-resort channel")]
    private partial void LogLastResort(string reference);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Reference} can't climb: its customer is not in the directory")]
    private partial void LogNoCustomer(string reference);
}

/// <summary>The messages that a climb gives rise to.</summary>
internal sealed class EscalationMail(OutboxStore outbox, People.Directory directory, PlaybookSource playbooks, Platforms platforms)
{
    public IReadOnlySet<string> Platforms => platforms.Keys;

    /// <summary>Where and when a person is told about a case; null when nothing reaches them.</summary>
    public NudgeRecipient? AddressOf(Guid personId, SupportCase c, NodaTime.Instant now) => directory.Current.PersonById(personId) is { } person
        ? new NudgeRecipients(playbooks.Current, directory.Current, platforms.Keys, now).Address(person, c.Platform, c.IsCritical)
        : null;

    public void Tell(UnitOfWork work, SupportCase c, Person person, int level)
    {
        if (AddressOf(person.Id, c, work.Now) is { } recipient)
        {
            outbox.Post(work, Letter.LiveForStaff(recipient.To, EscalationCard.CardName, $"{c.Id}/{level}") with
            {
                CaseId = c.Id,
                Droppable = true,
                NotBefore = recipient.NotBefore,
            });
        }
    }

    public void LastResort(UnitOfWork work, SupportCase c, string reason)
    {
        if (directory.Current.Channel(ChannelUse.LastResort, c.Platform) is { } room)
        {
            if (c.Restricted)
            {
                var without = StaffCard.Titled("A restricted case: nobody who is awake can be reached")
                    .Say(StaffText.Of($"{c.Priority.ToString()}. Who may see it: please take it."))
                    .With(Button.Act("case.show", "Show it", c.Id.ToString(), ButtonStyle.Primary));
                outbox.Post(work, Letter.ForStaff(new ToChannel(room.Platform, room.ChannelId), without));
                return;
            }

            var card = StaffCard.Titled(StaffText.Of($"{c.Reference}: nobody who is awake can be reached"))
                .Say(StaffText.Of($"{reason} Nobody on the levels above can be reached now. {c.Priority.ToString()}: {c.Title}"))
                .With(Button.Act("take.now", "Take it", c.Id.ToString(), ButtonStyle.Primary));
            outbox.Post(work, Letter.ForStaff(new ToChannel(room.Platform, room.ChannelId), card) with { CaseId = c.Id, Droppable = true });
        }
    }
}
