using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using NodaTime;

namespace ChatLiaison.Away;

/// <summary>Who may cover, by when they must answer, and how a case changes hands. Pure.</summary>
internal static class CoverRules
{
    private static readonly Duration ToAnswer = Duration.FromMinutes(30);
    private static readonly Duration ToAnswerWhenCritical = Duration.FromMinutes(10);

    /// <summary>
    /// The person who would really cover: the one who was named or, when they are away at the beginning, their own cover; the chain is
    /// followed once. Without a person the sentence says why it can't be.
    /// </summary>
    public static (Person? Person, string Wrong, string Note) Cover(
        DirectorySnapshot directory, AbsenceIndex absences, Guid absent, Person named, Instant from, Instant until)
    {
        if (named.Id == absent)
        {
            return (null, "You can't cover for yourself. Name somebody else.", "");
        }

        if (absences.Of(named.Id).FirstOrDefault(a => a.Overlaps(from, until)) is not { } theirs)
        {
            return (named, "", "");
        }

        if (theirs.Cover == absent)
        {
            return (null, $"{named.Name} is away then too, and you cover for them. Name somebody else.", "");
        }

        if (theirs.Cover is not { } id || directory.PersonById(id) is not { Active: true } second || absences.Of(id).Any(a => a.Overlaps(from, until)))
        {
            return (null, $"{named.Name} is away then too, with nobody to stand in. Name somebody else.", "");
        }

        return theirs.From <= from
            ? (second, "", $"{named.Name} is away then; {second.Name} covers for them, and would for you.")
            : (named, "", $"{named.Name} is away for a part of it; {second.Name} covers for both of you then.");
    }

    /// <summary>Until when the cover may answer: at least the time to read it, and while nothing has begun up to the beginning.</summary>
    public static Instant AnswerBy(Instant now, Instant from, bool critical) =>
        Instant.Max(from, now + (critical ? ToAnswerWhenCritical : ToAnswer));

    /// <summary>The case in another's hands. No clock stops by it: nobody has acted on the case.</summary>
    public static CaseDecision Give(SupportCase c, Guid from, Party to, string why) => CaseDecision.To(
        c with
        {
            Owner = c.Owner?.Id == from ? to : c.Owner,
            EngineeringOwner = c.EngineeringOwner?.Id == from ? to : c.EngineeringOwner,
        },
        new CaseEvent(CaseEventKind.Redirected, why));

    /// <summary>The case in the hands of whoever had it before they were away.</summary>
    public static CaseDecision TakeBack(SupportCase c, Party me, bool engineering)
    {
        if (CaseRules.Ended(c) is { } refusal)
        {
            return refusal;
        }

        var holder = engineering ? c.EngineeringOwner : c.Owner;
        if (holder?.Id == me.Id)
        {
            return CaseDecision.Refuse(CustomerText.Of($"{c.ReferenceText} is yours already."));
        }

        var from = holder is { } who ? $" from {who.Name}" : "";
        return CaseDecision.To(
            engineering ? c with { EngineeringOwner = me } : c with { Owner = me },
            new CaseEvent(CaseEventKind.Redirected, $"{me.Name} is back and has the case again{from}."));
    }

    /// <summary>The level whose people hold a case on one of its two sides.</summary>
    public static EscalationLevel LevelOf(SupportCase c, bool engineering, Playbook.Playbook playbook)
    {
        var at = playbook.Levels[Math.Min(c.Level, playbook.Levels.Count - 1)];
        return engineering ? playbook.Levels.FirstOrDefault(l => l.Role == Commands.Role.Engineering) ?? at
            : at.Role == Commands.Role.Engineering ? playbook.Levels[0]
            : at;
    }
}
