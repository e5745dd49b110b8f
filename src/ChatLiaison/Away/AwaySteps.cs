using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Away;

/// <summary>What happens to an absence on its way: the cover is asked, it begins, the answer comes or does not, it is over.</summary>
internal sealed class AwaySteps(Database database, People.Directory directory, CaseMover mover, PersonMail mail, DebriefReader debriefs)
{
    /// <summary>Asks the cover for what is running, or only tells them when nothing is.</summary>
    /// <param name="before">What the absence was before it was changed; the answer to the same question stands.</param>
    public async Task<Absence> AskCoverAsync(UnitOfWork work, Absence absence, Absence? before, CancellationToken cancellationToken)
    {
        if (absence.CoverId is not { } cover)
        {
            return absence with { Consent = Consent.Needless, AnswerBy = null };
        }

        var touched = await CoverStore.TouchedAsync(work, absence.PersonId, absence.Until, cancellationToken);
        if (before is not null && before.CoverId == cover && (before.Consent == Consent.Given || touched.Count == 0))
        {
            if (before.Until != absence.Until && before.Cover is not null)
            {
                mail.Tell(work, cover, StaffCard.Plain(StaffText.Of($"{mail.NameOf(absence.PersonId):b}, for whom you cover, is away until {absence.Until}, not {before.Until}.")));
            }

            return absence with { Consent = before.Consent };
        }

        if (touched.Count > 0)
        {
            return Asked(work, absence, cover, touched);
        }

        mail.TellLive(work, cover, CoverCard.Letter(absence.Id), urgent: false);
        return absence with { Consent = Consent.Needless, AnswerBy = null };
    }

    public async Task GivenAsync(UnitOfWork work, Absence absence, CancellationToken cancellationToken)
    {
        AbsenceStore.Write(work, absence with { Consent = Consent.Given, AnswerBy = null });
        var moved = absence.BegunAt is null ? [] : await mover.ToCoverAsync(work, absence, absence.CoverId!.Value, cancellationToken);
        mover.TellHolders(work, absence, moved.Where(m => m.To?.Id != absence.CoverId));
        mail.Tell(work, absence.PersonId, StaffCard.Plain(StaffText.Of($"{mail.NameOf(absence.CoverId!.Value):b} covers for you until {absence.Until}. You can let go.")));
    }

    public Task DeclinedAsync(UnitOfWork work, Absence absence, CancellationToken cancellationToken) =>
        UncoveredAsync(work, absence, Consent.Declined, "can't cover for you", cancellationToken);

    /// <summary>It is over: nobody is asked any more, and whoever was away is told what happened.</summary>
    public async Task OverAsync(UnitOfWork work, Absence absence, CancellationToken cancellationToken)
    {
        AbsenceStore.End(work, absence);
        var over = absence with { Until = Instant.Min(absence.Until, work.Now) };
        if (absence is { Consent: Consent.Asked, CoverId: { } cover })
        {
            mail.Redraw(work, cover, CoverCard.Letter(absence.Id));
        }

        if (absence.BegunAt is null)
        {
            if (absence is { Consent: Consent.Given or Consent.Needless, CoverId: { } second })
            {
                mail.Tell(work, second, StaffCard.Plain(StaffText.Of($"{mail.NameOf(absence.PersonId):b} will be there after all. There is nothing for you to cover.")));
            }

            return;
        }

        if (absence is { Consent: Consent.Given or Consent.Needless, CoverId: { } relieved } && work.Now < absence.Until)
        {
            mail.Tell(work, relieved, StaffCard.Plain(StaffText.Of(
                $"{mail.NameOf(absence.PersonId):b} is back early. You need not cover any more; what you have of theirs stays with you until they take it back.")));
        }

        if (await debriefs.HasNewsAsync(over, cancellationToken))
        {
            mail.TellLive(work, absence.PersonId, DebriefCard.Letter(absence.Id), urgent: false);
        }
        else
        {
            mail.Tell(work, absence.PersonId, StaffCard.Plain(StaffText.Of($"Welcome back. Nothing happened with your customers while you were away.")));
        }
    }

    /// <summary>Does what is due with one absence; nothing when there is nothing.</summary>
    public async Task DoDueAsync(Guid id, Instant now, CancellationToken cancellationToken)
    {
        await using var work = database.Begin(now);
        if (await AbsenceStore.HoldAsync(work, id, cancellationToken) is not { } absence)
        {
            return;
        }

        if (absence.Until <= now)
        {
            await OverAsync(work, absence, cancellationToken);
        }
        else
        {
            absence = await AnswerOverdueAsync(work, absence, cancellationToken);
            if (absence.From <= now && absence.BegunAt is null)
            {
                await BeginAsync(work, absence, cancellationToken);
            }
        }

        await work.CommitAsync(cancellationToken);
        await directory.RefreshIfChangedAsync(cancellationToken);
    }

    private async Task<Absence> AnswerOverdueAsync(UnitOfWork work, Absence absence, CancellationToken cancellationToken)
    {
        if (absence.Consent != Consent.Asked || absence.AnswerBy > work.Now)
        {
            return absence;
        }

        await UncoveredAsync(work, absence, Consent.Unanswered, "has not answered whether they cover for you", cancellationToken);
        return absence with { Consent = Consent.Unanswered, AnswerBy = null };
    }

    /// <summary>What is running goes to the cover who said yes, or on when nobody did; while the question is open it waits.</summary>
    private async Task BeginAsync(UnitOfWork work, Absence absence, CancellationToken cancellationToken)
    {
        var begun = absence with { BegunAt = work.Now };
        if (absence is { Consent: Consent.Needless, CoverId: { } named })
        {
            begun = await AskAtLastAsync(work, begun, named, cancellationToken);
        }

        AbsenceStore.Write(work, begun);
        if (absence is { Consent: Consent.Given, CoverId: { } cover })
        {
            var moved = await mover.ToCoverAsync(work, absence, cover, cancellationToken);
            mover.TellHolders(work, absence, moved);
        }
        else if (absence.Cover is null)
        {
            await ToNextAsync(work, absence, cancellationToken);
        }
    }

    /// <summary>Something has come up since the cover was told that there is nothing.</summary>
    private async Task<Absence> AskAtLastAsync(UnitOfWork work, Absence absence, Guid cover, CancellationToken cancellationToken)
    {
        var touched = await CoverStore.TouchedAsync(work, absence.PersonId, absence.Until, cancellationToken);
        return touched.Count == 0 ? absence : Asked(work, absence, cover, touched);
    }

    private Absence Asked(UnitOfWork work, Absence absence, Guid cover, List<TouchedCase> touched)
    {
        var critical = touched.Any(c => c.IsCritical);
        mail.TellLive(work, cover, CoverCard.Letter(absence.Id), urgent: critical);
        return absence with { Consent = Consent.Asked, AnswerBy = CoverRules.AnswerBy(work.Now, absence.From, critical) };
    }

    /// <summary>The cover won't, or has not said that they will: what is running goes to whoever is next, and the person is told.</summary>
    private async Task UncoveredAsync(UnitOfWork work, Absence absence, Consent consent, string why, CancellationToken cancellationToken)
    {
        AbsenceStore.Write(work, absence with { Consent = consent, AnswerBy = null });
        if (absence.CoverId is { } cover && consent == Consent.Unanswered)
        {
            mail.Redraw(work, cover, CoverCard.Letter(absence.Id));
        }

        var moved = absence.BegunAt is null ? [] : await ToNextAsync(work, absence, cancellationToken);
        var card = StaffCard.Plain(StaffText.Of($"{mail.NameOf(absence.CoverId ?? Guid.Empty):b} {why}."));
        card = moved.Count > 0
            ? card.List(moved.Select(m => m.To is { } to ? StaffText.Of($"{m.Reference} goes to {to.Name}.") : StaffText.Of($"{m.Reference} goes up the ladder.")))
            : card.Say("What falls due then goes to whoever is next, unless you name somebody else.");
        mail.Tell(work, absence.PersonId, card.With(Button.Open("away.open", "Name another cover", absence.Id.ToString())));
    }

    private async Task<List<Moved>> ToNextAsync(UnitOfWork work, Absence absence, CancellationToken cancellationToken)
    {
        Guid[] passOver = absence.CoverId is { } cover && absence.Consent is not Consent.Needless ? [cover] : [];
        var moved = await mover.ToNextAsync(work, absence, passOver, cancellationToken);
        mover.TellHolders(work, absence, moved);
        return moved;
    }
}
