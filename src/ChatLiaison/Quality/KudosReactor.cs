using ChatLiaison.Cases;
using ChatLiaison.Resolution;
using ChatLiaison.Storage;

namespace ChatLiaison.Quality;

/// <summary>A customer who gives the best rating and says why praises whoever holds the case.</summary>
internal sealed class KudosReactor : ICaseReactor
{
    public async ValueTask ReactAsync(CaseChange change, UnitOfWork work, CancellationToken cancellationToken)
    {
        if (change.Has(CaseEventKind.Rated) && change.After.Owner is { } owner
            && await ResolutionStore.HoldAsync(work, change.After.Id, cancellationToken) is { Rating: { Comment.Length: > 0 } rating } r && rating.Score == rating.Of)
        {
            await KudosStore.KeepAsync(
                work,
                new Kudos(KudosKind.Praise, owner.Id, rating.By, rating.Comment, work.Now)
                {
                    CaseId = change.After.Id,
                    CustomerId = change.After.CustomerId,
                    Source = $"rating:{r.CaseId:N}:{r.Number}",
                },
                cancellationToken);
        }
    }
}
