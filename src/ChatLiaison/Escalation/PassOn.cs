using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.People;
using ChatLiaison.Promises;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Escalation;

/// <summary>Where a case went that somebody did not take.</summary>
/// <param name="Next">Null when nobody on the ladder could be asked.</param>
/// <param name="Up">It went up to the next level, since nobody else of this one could be asked.</param>
internal sealed record PassedOn(Person? Next, bool Up);

/// <summary>Somebody won't or can't take a case: the next one of the level is asked, and with nobody left it goes up at once.</summary>
internal sealed class PassOn(CaseDesk desk, ClimbQuestions questions, Ladder ladder, EscalationMail mail, CaseMail people)
{
    /// <param name="c">Held by the unit of work.</param>
    /// <param name="ended">Who does not take it, at which level, and why.</param>
    /// <param name="why">The same as a sentence for the record.</param>
    public async Task<PassedOn> RunAsync(UnitOfWork work, SupportCase c, Actor by, Ask ended, string why, CancellationToken cancellationToken)
    {
        AskStore.End(work, ended);
        var without = c with { Owner = Unless(c.Owner, ended), EngineeringOwner = Unless(c.EngineeringOwner, ended) };
        if (await questions.ReadAsync(work, without, cancellationToken) is not { } question)
        {
            return new(null, false);
        }

        var level = question.Playbook.Levels.FirstOrDefault(l => l.Number == ended.Level) ?? question.Playbook.Levels[0];
        var choice = NextOwner.Choose(question.Of(level));
        var left = await LeftAsync(work, c, level.Number, question.Plan, cancellationToken);
        var decision = LadderRules.PassOn(without, level, choice, why);
        await desk.ApplyAsync(work, c, by, decision, cancellationToken);
        TellAssigner(work, decision.After!, ended, why, choice.Person);
        if (choice.Person is { } next)
        {
            if (level.Number > 0)
            {
                PromiseStore.Insert(work, question.Plan.LevelResponse(decision.After!, level, next.Id, work.Now, left));
            }

            AskStore.Add(work, new Ask(c.Id, level.Number, next.Id, work.Now, choice.Reasons, choice.PassedOver));
            mail.Ask(work, decision.After!, next);
            mail.Beside(work, c, decision.After!);
            return new(next, false);
        }

        // A case that has climbed past this level already is looked after there.
        return level.Number < c.Level
            ? new(null, false)
            : new(await ladder.ClimbAsync(work, decision.After!, Actor.Desk, level.Number + 1, $"Nobody of {level.Name} can take it.", cancellationToken), true);
    }

    /// <summary>Whoever gave it to them counts on their having it.</summary>
    private void TellAssigner(UnitOfWork work, SupportCase c, Ask ended, string why, Person? next)
    {
        if (ended.By is { } assigner && assigner != next?.Id)
        {
            people.TellThem(work, c, assigner, StaffCard.Plain(StaffText.Of(
                $"{c.Reference}, which you gave away, goes on. {why} {(next is null ? "It goes up the ladder, since nobody else of the level can be asked." : $"{next.Name} is asked now.")}")));
        }
    }

    private static Party? Unless(Party? party, Ask ended) => party?.Id == ended.PersonId ? null : party;

    /// <summary>What is left of the time to answer: the customer's wait goes on.</summary>
    private static async Task<Duration?> LeftAsync(UnitOfWork work, SupportCase c, int level, PromisePlan plan, CancellationToken cancellationToken) =>
        (await PromiseStore.HoldOwedAsync(work, c.Id, cancellationToken)).Find(p => p.Kind == PromiseKind.LevelResponse && p.Level == level) is { } owed
            ? Duration.Max(Duration.Zero, owed.Clock.Span - owed.Clock.ElapsedAt(work.Now, plan.Policy.Calendar(owed.Calendar)))
            : null;
}
