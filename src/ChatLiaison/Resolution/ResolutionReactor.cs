using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Intake;
using ChatLiaison.Storage;
using ChatLiaison.Updates;

namespace ChatLiaison.Resolution;

/// <summary>Tells the customer what became of their case, keeps that in step with what they answer, and asks what is open.</summary>
internal sealed class ResolutionReactor(ResolutionMail mail) : ICaseReactor
{
    private static readonly CaseEventKind[] Answers =
        [CaseEventKind.Verified, CaseEventKind.Rated, CaseEventKind.Reopened, CaseEventKind.FollowedUp, CaseEventKind.Closed];

    public async ValueTask ReactAsync(CaseChange change, UnitOfWork work, CancellationToken cancellationToken)
    {
        var c = change.After;
        if (change.Has(CaseEventKind.Resolved))
        {
            mail.ToCustomer(work, c, ResolutionCard.CardName, ResolutionCard.AnchorOf(c, c.Reopened + 1), c.Reopened + 1);
        }

        if (change.Has(CaseEventKind.FixReported))
        {
            mail.FixReported(work, c, change.Events.First(e => e.Kind == CaseEventKind.FixReported).Text, change.Actor);
        }

        if (change.Has(CaseEventKind.Reopened))
        {
            ResolutionStore.Reopened(work, c.Id);
        }

        if (change.Has(CaseEventKind.MovedOn) && await ResolutionStore.HoldAsync(work, c.Id, cancellationToken) is { } asked)
        {
            ResolutionStore.Asked(work, asked, waits: false);
        }

        if (change.Events.Any(e => Answers.Contains(e.Kind)))
        {
            await AnsweredAsync(change, work, cancellationToken);
        }

        if (c.Status == CaseStatus.Resolved && change.Actor.Side == Side.Customer
            && change.Events.FirstOrDefault(e => e.Kind is CaseEventKind.CustomerWrote or CaseEventKind.Noted) is { } said)
        {
            await AskAsync(c, said, work, cancellationToken);
        }
    }

    private async Task AnsweredAsync(CaseChange change, UnitOfWork work, CancellationToken cancellationToken)
    {
        var c = change.After;
        if (await ResolutionStore.HoldAsync(work, c.Id, cancellationToken) is not { } r)
        {
            return;
        }

        mail.Redraw(work, c, ResolutionCard.CardName, ResolutionCard.AnchorOf(c, r.Number), r.Number);
        if (change.Has(CaseEventKind.FollowedUp) && r.FollowUpWords.Length > 0)
        {
            mail.ToCustomer(work, c, FollowUpCard.CardName, FollowUpCard.AnchorOf(c, r.Number), r.Number);
        }
        else if (r.FollowUpWords.Length > 0)
        {
            mail.Redraw(work, c, FollowUpCard.CardName, FollowUpCard.AnchorOf(c, r.Number), r.Number);
        }

        if (change.Has(CaseEventKind.Rated) && r.Rating is { } rating)
        {
            mail.Rated(work, c, rating);
        }

        AskForRating(change, r, work);
    }

    /// <summary>A case that ends without anybody having asked asks now.</summary>
    private void AskForRating(CaseChange change, CaseResolution r, UnitOfWork work)
    {
        var c = change.After;
        if (change.Has(CaseEventKind.Closed) && r.RatingAskedOn.Length == 0 && CaseRooms.OfCustomer(c) is not null)
        {
            ResolutionStore.AskRating(work, r, RatingCard.CardName);
            mail.ToCustomer(work, c, RatingCard.CardName, RatingCard.AnchorOf(c, r.Number), r.Number);
        }
        else if (r.RatingAskedOn == RatingCard.CardName)
        {
            mail.Redraw(work, c, RatingCard.CardName, RatingCard.AnchorOf(c, r.Number), r.Number);
        }
    }

    private async Task AskAsync(SupportCase c, CaseEvent said, UnitOfWork work, CancellationToken cancellationToken)
    {
        var r = await ResolutionStore.HoldAsync(work, c.Id, cancellationToken);
        if (!ClosingRules.LeavesOpen(r, said) || r?.IsAsked == true)
        {
            return;
        }

        if (r is not null)
        {
            ResolutionStore.Asked(work, r, waits: true);
        }

        var seed = new IntakeSeed { Text = said.Text, Resolved = c.Id };
        mail.AskWhatTheyMean(work, c, Button.Open("escalate.open", "Something new", seed.ToValue()));
    }
}
