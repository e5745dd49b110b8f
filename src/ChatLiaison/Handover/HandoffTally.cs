using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Handover;

/// <summary>How the hand-offs of a span of time went.</summary>
internal sealed record HandoffSums(int Sent, int Again, double Score, int Accepted, Duration? AnswerSpan, int Bounces, int Asks)
{
    /// <summary>The items that were ticked most often, with how often.</summary>
    public string Missing { get; init; } = "";

    public RatingTally ByReceivers { get; init; } = RatingTally.None;

    public RatingTally BySenders { get; init; } = RatingTally.None;
}

/// <param name="Complete">The average of the first tap, 1 to 3.</param>
/// <param name="Together">The average of the second.</param>
internal sealed record RatingTally(int Count, double Complete, double Together)
{
    public static readonly RatingTally None = new(0, 0, 0);
}

/// <summary>Sums up hand-offs for reports.</summary>
internal sealed class HandoffTally(Database database)
{
    private const int MissingShown = 3;

    public async Task<HandoffSums> OfAsync(Interval span, CancellationToken cancellationToken)
    {
        var sums = await database.Ask(
            """
            select count(*)::int, count(*) filter (where again)::int, coalesce(avg(score), 0)::float8,
                count(*) filter (where answered_at is not null and state <> 'Bounced')::int,
                (extract(epoch from avg(answered_at - sent_at)) * 1000)::bigint,
                (select count(*)::int from handoff_questions where at >= $1 and at < $2 and kind = 'Bounce'),
                (select count(*)::int from handoff_questions where at >= $1 and at < $2 and kind = 'Ask')
            from handoffs where sent_at >= $1 and sent_at < $2
            """,
            span.Start, span.End).FirstAsync(
                row => new HandoffSums(row.Int(0), row.Int(1), row.Number(2), row.Int(3), row.SpanOrNull(4), row.Int(5), row.Int(6)), cancellationToken);
        var missing = await database.Ask(
            "select m, count(*)::int from handoff_questions, unnest(missing) m where at >= $1 and at < $2 group by m order by count(*) desc, m limit $3",
            span.Start, span.End, MissingShown)
            .ListAsync(row => $"{LabelOf(row.Text(0))} ({row.Int(1)})", cancellationToken);
        var ratings = await database.Ask(
            """
            select side, count(*)::int, avg(complete)::float8, coalesce(avg(together), 0)::float8 from handoff_ratings where at >= $1 and at < $2 group by side
            """,
            span.Start, span.End).ListAsync(row => (Side: row.Named<HandoffSide>(0), Tally: new RatingTally(row.Int(1), row.Number(2), row.Number(3))), cancellationToken);
        return sums! with
        {
            Missing = string.Join(", ", missing),
            ByReceivers = ratings.Find(r => r.Side == HandoffSide.Receiver).Tally ?? RatingTally.None,
            BySenders = ratings.Find(r => r.Side == HandoffSide.Sender).Tally ?? RatingTally.None,
        };
    }

    internal static string LabelOf(string key) => BriefItem.OfProblem.Concat(BriefItem.OfWish).FirstOrDefault(i => i.Key == key)?.Label ?? key;
}
