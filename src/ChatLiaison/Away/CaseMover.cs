using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Escalation;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using ChatLiaison.Storage;

namespace ChatLiaison.Away;

/// <summary>Where a case went: its reference and the person who has it now; without one it went up the ladder.</summary>
internal sealed record Moved(string Reference, string Title, Person? To);

/// <summary>Puts cases and what is owed on them into other hands, in the unit of work of whoever says so.</summary>
internal sealed class CaseMover(CaseDesk desk, Ladder ladder, ClimbQuestions questions, People.Directory directory, PersonMail mail, PlaybookSource playbooks)
{
    /// <summary>To the cover who said yes. What they may not see goes to who may.</summary>
    public async Task<List<Moved>> ToCoverAsync(UnitOfWork work, Absence absence, Guid cover, CancellationToken cancellationToken)
    {
        var moved = new List<Moved>();
        foreach (var touched in await CoverStore.TouchedAsync(work, absence.PersonId, absence.Until, cancellationToken))
        {
            var may = directory.Current.PersonById(cover) is { } person && (!touched.Restricted || playbooks.Current.Organisation.SeesRestricted(person.Roles)) ? person : null;
            moved.Add(may is null
                ? await ToNextAsync(work, absence, touched, [cover], cancellationToken)
                : await GiveAsync(work, absence, touched, may, cancellationToken));
        }

        return moved;
    }

    /// <summary>To whoever is next at the case's level, else up.</summary>
    public async Task<List<Moved>> ToNextAsync(UnitOfWork work, Absence absence, IReadOnlyList<Guid> passOver, CancellationToken cancellationToken)
    {
        var moved = new List<Moved>();
        foreach (var touched in await CoverStore.TouchedAsync(work, absence.PersonId, absence.Until, cancellationToken))
        {
            moved.Add(await ToNextAsync(work, absence, touched, passOver, cancellationToken));
        }

        return moved;
    }

    /// <summary>One card to each who got something, whatever the number of cases.</summary>
    public void TellHolders(UnitOfWork work, Absence absence, IEnumerable<Moved> moved)
    {
        foreach (var to in moved.Where(m => m.To is not null).GroupBy(m => m.To!.Id))
        {
            var cases = to.ToList();
            mail.Tell(work, to.Key, StaffCard
                .Titled(StaffText.Of($"{mail.NameOf(absence.PersonId)} is away: {(cases.Count == 1 ? "a case is" : $"{cases.Count} cases are")} yours meanwhile"))
                .Say(StaffText.Of($"Back {absence.Until}, and takes {(cases.Count == 1 ? "it" : "them")} over from you then."))
                .List(cases.Select(c => StaffText.Of($"{c.Reference:b} {c.Title}")))
                .With(Button.Act("cases.show", "My cases", "mine", ButtonStyle.Primary)));
        }
    }

    /// <summary>What is owed on a case by one person is owed by another.</summary>
    public static async Task OweAsync(UnitOfWork work, Guid caseId, Guid from, Party to, CancellationToken cancellationToken)
    {
        foreach (var promise in (await PromiseStore.HoldOwedAsync(work, caseId, cancellationToken)).Where(p => p.OwnerId == from))
        {
            PromiseStore.Update(work, promise with { OwnerId = to.Id }, "Moved", $"{to.Name} owes it now.");
        }
    }

    private async Task<Moved> ToNextAsync(UnitOfWork work, Absence absence, TouchedCase touched, IReadOnlyList<Guid> passOver, CancellationToken cancellationToken)
    {
        if (await CaseStore.HoldAsync(work, touched.Id, cancellationToken) is not { } c)
        {
            return new Moved(touched.Reference, touched.Title, null);
        }

        if (await NextAsync(work, c, touched, absence, passOver, cancellationToken) is { } next)
        {
            return await GiveAsync(work, absence, touched, next, cancellationToken);
        }

        // Nobody of the level can be reached: it goes up, and the ladder tells whom it reaches. A restricted case stays where it is.
        if (!touched.Restricted)
        {
            await ladder.ClimbAsync(
                work, c, Actor.Desk, c.Level + 1, $"{mail.NameOf(absence.PersonId)} is away and nobody else of the level can be reached.", cancellationToken);
            CoverStore.Given(work, absence.Id, c.Id, touched.Engineering, absence.PersonId);
        }

        return new Moved(touched.Reference, touched.Title, null);
    }

    private async Task<Person?> NextAsync(
        UnitOfWork work, SupportCase c, TouchedCase touched, Absence absence, IReadOnlyList<Guid> passOver, CancellationToken cancellationToken)
    {
        var known = directory.Current;
        if (touched.Restricted)
        {
            return playbooks.Current.Organisation.RestrictedSeenBy.SelectMany(known.WithRole)
                .FirstOrDefault(p => p.Id != absence.PersonId && !passOver.Contains(p.Id) && !known.Absences.IsAway(p.Id, work.Now) && mail.Reaches(p.Id));
        }

        if (await questions.ReadAsync(work, c, cancellationToken) is not { } question)
        {
            return null;
        }

        var of = question.Of(CoverRules.LevelOf(c, touched.Engineering, question.Playbook));
        var pass = of.PassOver.ToDictionary(p => p.Key, p => p.Value);
        pass[absence.PersonId] = "is away";
        foreach (var person in passOver)
        {
            pass[person] = "does not cover";
        }

        return NextOwner.Choose(of with { PassOver = pass }).Person;
    }

    private async Task<Moved> GiveAsync(UnitOfWork work, Absence absence, TouchedCase touched, Person to, CancellationToken cancellationToken)
    {
        if (await CaseStore.HoldAsync(work, touched.Id, cancellationToken) is { } c)
        {
            var party = new Party(to.Id, to.Name);
            var why = $"{to.Name} looks after the case while {mail.NameOf(absence.PersonId)} is away.";
            await desk.ApplyAsync(work, c, Actor.Desk, CoverRules.Give(c, absence.PersonId, party, why), cancellationToken);
            await OweAsync(work, c.Id, absence.PersonId, party, cancellationToken);
            CoverStore.Given(work, absence.Id, c.Id, touched.Engineering, to.Id);
        }

        return new Moved(touched.Reference, touched.Title, to);
    }
}
