using ChatLiaison.Playbook;
using NodaTime;

namespace ChatLiaison.Reports;

/// <summary>Takes one figure of the digest over any stretch of time.</summary>
internal sealed class KpiReader(KpiStore shares, DigestStore weeks, PlaybookSource playbooks, People.Directory directory)
{
    public async Task<KpiFigure> ReadAsync(Kpi kpi, Interval span, CancellationToken cancellationToken) => kpi switch
    {
        Kpi.PromisesKept => await shares.PromisesKeptAsync(span, cancellationToken),
        Kpi.FirstResponse => Median(await weeks.AnsweredAsync(span, cancellationToken)),
        Kpi.Resolution => Median(await weeks.ResolvedAsync(span, cancellationToken)),
        Kpi.Climbed => await shares.ClimbedAsync(span, cancellationToken),
        Kpi.GoodRatings => await shares.GoodRatingsAsync(span, cancellationToken),
        Kpi.CameBack => await shares.CameBackAsync(span, cancellationToken),
        Kpi.SentBack => await shares.SentBackAsync(span, cancellationToken),
        Kpi.KeepsComing => await shares.KeepsComingAsync(span, cancellationToken),
        _ => await shares.SeenFirstAsync(span, cancellationToken),
    };

    /// <summary>In working time, as the digest's first column.</summary>
    private KpiFigure Median(List<TakenTimes> taken) => new(
        new TimesTaken(playbooks.Current, customer => directory.Current.CustomerById(customer)?.Calendar).Sum(taken).Working.Median?.TotalHours,
        taken.Sum(t => t.From.Length));
}
