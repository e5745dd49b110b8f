using ChatLiaison.Cases;
using ChatLiaison.People;
using ChatLiaison.Promises;
using ChatLiaison.Storage;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.Escalation;

/// <summary>Moves a case up, in the unit of work that holds it: the new owner, their promise to answer, and their message.</summary>
internal sealed partial class Ladder(CaseDesk desk, ClimbQuestions questions, EscalationMail mail, ILogger<Ladder> log)
{
    /// <returns>Whom the case went to; null when nobody on the ladder could be asked.</returns>
    public async Task<Person?> ClimbAsync(UnitOfWork work, SupportCase c, Actor by, int target, string reason, CancellationToken cancellationToken)
    {
        AskStore.Unanswered(work, c.Id);
        if (await questions.ReadAsync(work, c, cancellationToken) is not { } question)
        {
            LogNoCustomer(c.Reference);
            return null;
        }

        var step = LadderRules.Next(question, target);
        if (step.Level is null && c.IsCritical)
        {
            // Nobody is awake. A critical case wakes somebody, and the last resort is told as well.
            var woken = LadderRules.Next(question, Math.Min(target, question.Playbook.Levels[^1].Number), wake: true);
            step = woken with { Skipped = step.Skipped };
            mail.LastResort(work, c, reason);
        }

        if (step is not { Level: { } level, Choice: { Person: { } person } choice })
        {
            await LastResortAsync(work, c, by, step, reason, cancellationToken);
            return null;
        }

        var support = c.Owner is null ? NextOwner.Choose(question.Of(question.Playbook.Levels[0], wake: true)).Person : null;
        var decision = LadderRules.Climb(c, step, reason, support);
        await desk.ApplyAsync(work, c, by, decision, cancellationToken);
        PromiseStore.Insert(work, question.Plan.LevelResponse(decision.After!, level, person.Id, work.Now));
        AskStore.Add(work, new Ask(c.Id, level.Number, person.Id, work.Now, choice.Reasons, choice.PassedOver));
        mail.Ask(work, decision.After!, person);
        mail.Beside(work, c, decision.After!);
        mail.Skipped(work, c, step.Skipped, new Party(person.Id, person.Name));
        LogClimbed(c.Reference, level.Number, step.Skipped.Count);
        return person;
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
        mail.Skipped(work, c, step.Skipped, null);
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
