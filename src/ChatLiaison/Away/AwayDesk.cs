using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Customers;
using ChatLiaison.OnCall;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Away;

/// <summary>What became of somebody's saying that they are away.</summary>
/// <param name="Wrong">One sentence; empty when it is on disk.</param>
internal sealed record AwayOutcome(Absence? Absence, string Wrong);

/// <summary>Writes down that somebody is away, what their cover says to it, and that they are back; each in one transaction.</summary>
internal sealed class AwayDesk(Database database, People.Directory directory, AwaySteps steps, PersonMail mail)
{
    /// <summary>What the wish would come to, and what is wrong with it. Changes nothing.</summary>
    public (Person? Cover, string Wrong, string Note) Check(Guid personId, AwayWish wish)
    {
        var known = directory.Current;
        if (wish.Cover.Length == 0)
        {
            return (null, "", "");
        }

        var (named, wrong) = PersonSearch.One(known, wish.Cover);
        return named is null ? (null, wrong, "")
            : named.Roles.Count == 0 ? (null, $"{named.Name} has no role here and can't cover. Name somebody else.", "")
            : mail.Reaches(named.Id) ? CoverRules.Cover(known, known.Absences, personId, named, wish.From, wish.Until)
            : (null, $"{named.Name} can't be reached in chat. Name somebody else.", "");
    }

    /// <summary>Their turns on call meanwhile.</summary>
    public IReadOnlyList<TurnOf> TurnsOf(Guid personId, Instant from, Instant until) => TurnChoices.During(directory.Current.OnCall, personId, from, until);

    /// <summary>
    /// An absence that this one touches becomes this one: it is changed when it has begun and dropped when it has not. Whoever says that they
    /// are away holds the directory's mark meanwhile, so that two people can't make each other the cover.
    /// </summary>
    /// <param name="me">Who is away; when somebody else says so, they are told.</param>
    public async Task<AwayOutcome> ConfirmAsync(Act act, Guid me, AwayWish wish, CancellationToken cancellationToken)
    {
        var now = act.Caller.Now;
        await using var work = database.Begin(now);
        if (!await InboxStore.TryClaimAsync(work, act.Key, cancellationToken))
        {
            return new AwayOutcome(directory.Current.Absences.Of(me) is [.., var last] ? last : null, "");
        }

        var mine = await AbsenceStore.HoldOfAsync(work, me, cancellationToken);
        var (cover, wrong, _) = Check(me, wish);
        if (wrong.Length > 0 || wish.Until <= now)
        {
            return new AwayOutcome(null, wrong.Length > 0 ? wrong : "That time has passed meanwhile. Say it again.");
        }

        var from = Instant.Max(wish.From, now);
        var begun = mine.FirstOrDefault(a => a.BegunAt is not null && a.Overlaps(from, wish.Until));
        var absence = new Absence(begun?.Id ?? Guid.CreateVersion7(now.ToDateTimeOffset()), me, begun?.From ?? from, wish.Until, wish.Reason, cover?.Id)
        {
            BegunAt = begun?.BegunAt,
        };
        foreach (var dropped in mine.Where(a => a.Id != absence.Id && a.Overlaps(absence.From, absence.Until)))
        {
            AbsenceStore.End(work, dropped);
            TellFormerCover(work, dropped, absence);
        }

        if (begun is not null)
        {
            TellFormerCover(work, begun, absence);
        }

        absence = await steps.AskCoverAsync(work, absence, begun, cancellationToken);
        AbsenceStore.Write(work, absence);
        TellThoseCovered(work, absence);
        Log(work, act.By, me, $"away from {absence.From:g} until {absence.Until:g}{(cover is null ? "" : $", cover {cover.Email}")}");
        if (me != act.Caller.PersonId)
        {
            mail.Tell(work, me, AwayCards.Done(absence, cover?.Name, TurnsOf(me, absence.From, absence.Until), act.By).With(Button.Open("away.open", "Change it", absence.Id.ToString())));
        }

        await work.CommitAsync(cancellationToken);
        await directory.RefreshAsync(cancellationToken);
        await steps.DoDueAsync(absence.Id, now, cancellationToken);
        return new AwayOutcome(absence, "");
    }

    /// <summary>The cover's answer. Gives a sentence when it comes too late or is not theirs to give.</summary>
    public async Task<string> AnswerAsync(Caller caller, string key, Guid absenceId, bool yes, CancellationToken cancellationToken)
    {
        await using var work = database.Begin(caller.Now);
        if (!await InboxStore.TryClaimAsync(work, key, cancellationToken))
        {
            return "";
        }

        if (await AbsenceStore.HoldAsync(work, absenceId, cancellationToken) is not { } absence || absence.Until <= caller.Now)
        {
            return "That is over: nothing is left to cover.";
        }

        if (absence.CoverId != caller.PersonId)
        {
            return "You are not asked to cover any more.";
        }

        if (absence.Consent is Consent.Declined or Consent.Unanswered || (yes && absence.Consent != Consent.Asked))
        {
            return absence.Consent switch
            {
                Consent.Unanswered => "The time to answer is over; it went to whoever is next.",
                Consent.Declined => "You declined already.",
                _ => "You said yes already.",
            };
        }

        Log(work, caller.Name, absence.PersonId, yes ? "is covered while away" : "is not covered while away");
        await (yes ? steps.GivenAsync(work, absence, cancellationToken) : steps.DeclinedAsync(work, absence, cancellationToken));
        await work.CommitAsync(cancellationToken);
        await directory.RefreshAsync(cancellationToken);
        return "";
    }

    /// <summary>Back before the time. Gives the absence that is over, or null when they are not away.</summary>
    public async Task<Absence?> BackAsync(Caller caller, string key, Guid? planned, CancellationToken cancellationToken)
    {
        await using var work = database.Begin(caller.Now);
        if (!await InboxStore.TryClaimAsync(work, key, cancellationToken))
        {
            return null;
        }

        var mine = await AbsenceStore.HoldOfAsync(work, caller.PersonId!.Value, cancellationToken);
        if (mine.FirstOrDefault(a => planned is { } id ? a.Id == id : a.From <= caller.Now) is not { } absence)
        {
            return null;
        }

        Log(work, caller.Name, absence.PersonId, absence.BegunAt is null ? "will not be away after all" : "back");
        await steps.OverAsync(work, absence, cancellationToken);
        await work.CommitAsync(cancellationToken);
        await directory.RefreshAsync(cancellationToken);
        return absence;
    }

    private void Log(UnitOfWork work, string by, Guid personId, string change)
    {
        if (directory.Current.PersonById(personId) is { } person)
        {
            DirectoryLog.Write(work, by, PersonDesk.Subject(person), change);
        }
    }

    private void TellFormerCover(UnitOfWork work, Absence before, Absence after)
    {
        if (before.Cover is { } former && former != after.CoverId)
        {
            mail.Tell(work, former, StaffCard.Plain(StaffText.Of($"You need not cover for {mail.NameOf(after.PersonId):b} any more. What you have of theirs stays with you until they are back.")));
        }
    }

    /// <summary>Whoever counts on this person learns that they are away too.</summary>
    private void TellThoseCovered(UnitOfWork work, Absence absence)
    {
        foreach (var theirs in directory.Current.Absences.All.Where(a => a.Cover == absence.PersonId && a.Overlaps(absence.From, absence.Until)))
        {
            var instead = absence.CoverId is { } second && second != theirs.PersonId && !directory.Current.Absences.Of(second).Any(a => a.Overlaps(absence.From, absence.Until))
                ? StaffText.Of($"{mail.NameOf(second)} stands in.")
                : StaffText.Of($"What falls due then goes to whoever is next, unless you name somebody else.");
            mail.Tell(work, theirs.PersonId, StaffCard
                .Plain(StaffText.Of($"{mail.NameOf(absence.PersonId):b}, who covers for you, is away from {absence.From} until {absence.Until}. {instead}"))
                .With(Button.Open("away.open", "Name another cover", theirs.Id.ToString())));
        }
    }
}
