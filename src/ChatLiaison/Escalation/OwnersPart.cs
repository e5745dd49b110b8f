using ChatLiaison.CaseCards;
using ChatLiaison.Chat;
using ChatLiaison.People;

namespace ChatLiaison.Escalation;

/// <summary>The part of <c>/case REF why</c> about people: who has it, who was asked and what they said, who would be next and who would not, and why.</summary>
internal static class OwnersPart
{
    private const int PassedOverShown = 6;

    public static StaffCard AddTo(StaffCard card, CaseView view, ClimbQuestion question)
    {
        var c = view.Case;
        card = card.Line().Say(StaffText.Of($"{"Who has it":b}: {TriageCard.Standing(view)}"));
        if (question.Asked.Count > 0)
        {
            card = card.List(question.Asked.TakeLast(PassedOverShown).Select(a => Line(a, view)));
        }

        if (c is { Owner: null, AcknowledgedAt: null })
        {
            card = Add(card, "Reminded now", question.Of(view.Playbook.Levels[Math.Min(c.Level, view.Playbook.Levels.Count - 1)]) with
            {
                Facts = new Dictionary<Guid, OwnerFacts>(),
                Topics = new HashSet<string>(),
            });
        }

        var next = LadderRules.Next(question, c.Level + 1);
        return next.Level is { } level
            ? Add(card, $"Next, if it moves up: {level.Name}", question.Of(level), next.Skipped)
            : card.Say(StaffText.Of($"{"Next":b}: nobody above can be reached now, only the last-resort channel.")).List(next.Skipped.Select(StaffText.FromString));
    }

    private static StaffCard Add(StaffCard card, string heading, OwnerQuestion asked, IReadOnlyList<string>? skipped = null)
    {
        var choice = NextOwner.Choose(asked);
        card = choice.Person is { } person
            ? card.Say(StaffText.Of($"{heading:b}: {person.Name}, {choice.Reckoning}."))
            : card.Say(StaffText.Of($"{heading:b}: nobody."));
        var others = (skipped ?? []).Select(s => $"Level skipped: {s}").Concat(choice.PassedOver).ToList();
        return others.Count == 0 ? card : card.List(others.Take(PassedOverShown).Select(StaffText.FromString).Concat(
            others.Count > PassedOverShown ? [StaffText.Of($"And {others.Count - PassedOverShown} more.")] : []));
    }

    private static StaffText Line(Ask ask, CaseView view)
    {
        var name = view.Directory.PersonById(ask.PersonId)?.Name ?? "Somebody who has left";
        var why = ask.Reasons.Count == 0 ? StaffText.Empty : StaffText.Of($" Why: {AsksCard.Why(ask)}.");
        var level = view.Playbook.Levels.FirstOrDefault(l => l.Number == ask.Level)?.Name ?? $"Level {ask.Level}";
        var became = ask.Outcome switch
        {
            null => StaffText.Of($" No answer yet."),
            AskOutcome.Answered => StaffText.Of($" Answered at {ask.EndedAt!.Value}."),
            AskOutcome.Declined => StaffText.Of($" Declined at {ask.EndedAt!.Value}: {ask.Words}"),
            AskOutcome.Unreachable => StaffText.Of($" {ask.Words}."),
            AskOutcome.Unanswered => StaffText.Of($" Did not answer."),
            _ => StaffText.Of($" Overtaken by what came after."),
        };
        return StaffText.Of($"{ask.At}: {name:b} of {level} was asked.{why}{became}");
    }
}
