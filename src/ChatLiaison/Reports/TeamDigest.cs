using System.Globalization;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Digests;
using ChatLiaison.Quality;
using NodaTime;

namespace ChatLiaison.Reports;

/// <summary>What the digest says of how we work together: good words, confidence, and changes whose effect can be told now. What there is nothing of is left out.</summary>
internal sealed class TeamDigest(KudosStore kudos, PulseStore pulses, ImprovementDesk improvements, People.Directory directory) : IDigestPart
{
    private const int MostKudos = 200;
    private static readonly Duration FourWeeks = Duration.FromDays(28);

    public int Order => 40;

    public async Task<DigestLines> ReadAsync(DigestWeek week, CancellationToken cancellationToken)
    {
        var words = await kudos.ListAsync(week.This, MostKudos, cancellationToken);
        var improved = await improvements.NewlyAsync(week.This.End, cancellationToken);

        // Of a week that still runs, what one more answer adds would show whose it is.
        var confidence = week.IsRunning ? "" : await ConfidenceAsync(week.This, cancellationToken);
        return new(
            ("Thanks and praise", string.Join("; ", Names("thanked by colleagues", words, KudosKind.Thanks).Concat(Names("praised by customers", words, KudosKind.Praise)))),
            ("Confidence in the next hand-off", confidence),
            ("Improvements", StaffText.Lines(improved.Select(m => StaffText.Of($"{CommandWords.Cut(m.Improvement.What, 80)}: {m.Words}")))))
        {
            Posted = (work, due) => ImprovementStore.Told(work, improved.Select(m => m.Improvement.Id), due),
        };
    }

    /// <summary>By side, with the four weeks before it; empty where too few answered.</summary>
    private async Task<string> ConfidenceAsync(Interval week, CancellationToken cancellationToken)
    {
        var now = await pulses.MeansAsync(week, cancellationToken);
        var earlier = await pulses.MeansAsync(new Interval(week.Start - FourWeeks, week.Start), cancellationToken);
        return string.Join(", ", now.Where(m => m.Value.Shown is not null).OrderBy(m => m.Key).Select(m =>
        {
            var before = earlier.GetValueOrDefault(m.Key).Shown is { } mean ? $"{Of(mean)} in the four weeks before" : "too few answers before";
            return $"{(m.Key == PulseSide.Support ? "support" : "engineering")} {Of(m.Value.Mean)} of 5 ({before})";
        }));
    }

    /// <summary>Each name once, in the alphabet's order: it is no ranking. Nothing when there is nobody.</summary>
    private IEnumerable<string> Names(string how, IEnumerable<(Kudos Kudos, bool Restricted)> words, KudosKind kind)
    {
        var names = words.Where(w => w.Kudos.Kind == kind).Select(w => w.Kudos.ToId).Distinct()
            .Select(id => directory.Current.PersonById(id)?.Name).OfType<string>().Order(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? [] : [$"{how} {string.Join(", ", names)}"];
    }

    private static string Of(double mean) => mean.ToString("0.0", CultureInfo.InvariantCulture);
}
