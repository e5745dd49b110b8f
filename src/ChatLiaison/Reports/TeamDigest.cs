using System.Globalization;
using ChatLiaison.Chat;
using ChatLiaison.Quality;
using NodaTime;

namespace ChatLiaison.Reports;

/// <summary>What a digest says of how we work together: good words, confidence, and changes whose effect can be told now.</summary>
/// <param name="Thanked">By name, each once, in the alphabet's order: it is no ranking.</param>
/// <param name="Praised">The same for praise from customers.</param>
internal sealed record TeamWeek(IReadOnlyList<string> Thanked, IReadOnlyList<string> Praised, IReadOnlyList<Measured> Improved)
{
    /// <summary>Of a week that has ended, by side, with the four weeks before it; null where too few answered.</summary>
    public IReadOnlyList<(PulseSide Side, double Now, double? Before)> Confidence { get; init; } = [];
}

/// <summary>Reads it.</summary>
internal sealed class TeamWeeks(KudosStore kudos, PulseStore pulses, ImprovementDesk improvements, People.Directory directory)
{
    private const int MostKudos = 200;
    private static readonly Duration FourWeeks = Duration.FromDays(28);

    public async Task<TeamWeek> ReadAsync(DigestWeek week, CancellationToken cancellationToken)
    {
        var words = await kudos.ListAsync(week.This, MostKudos, cancellationToken);
        return new(
            [.. Names(words.Where(w => w.Kudos.Kind == KudosKind.Thanks).Select(w => w.Kudos.ToId))],
            [.. Names(words.Where(w => w.Kudos.Kind == KudosKind.Praise).Select(w => w.Kudos.ToId))],
            await improvements.NewlyAsync(week.This.End, cancellationToken))
        {
            // Of a week that still runs, what one more answer adds would show whose it is.
            Confidence = week.IsRunning ? [] : await ConfidenceAsync(week.This, cancellationToken),
        };
    }

    private async Task<IReadOnlyList<(PulseSide Side, double Now, double? Before)>> ConfidenceAsync(Interval week, CancellationToken cancellationToken)
    {
        var now = await pulses.MeansAsync(week, cancellationToken);
        var before = await pulses.MeansAsync(new Interval(week.Start - FourWeeks, week.Start), cancellationToken);
        return [.. now.Where(m => m.Value.Shown is not null).OrderBy(m => m.Key).Select(m => (m.Key, m.Value.Mean, before.GetValueOrDefault(m.Key).Shown))];
    }

    private IEnumerable<string> Names(IEnumerable<Guid> people) =>
        people.Distinct().Select(id => directory.Current.PersonById(id)?.Name).OfType<string>().Order(StringComparer.Ordinal);
}

/// <summary>The digest's lines about it, one a topic; what there is nothing of is left out.</summary>
internal static class TeamLines
{
    public static StaffCard Add(StaffCard card, TeamWeek team) => card.Facts(
        ("Thanks and praise", Words(team)),
        ("Confidence in the next hand-off", string.Join(", ", team.Confidence.Select(c => $"{(c.Side == PulseSide.Support ? "support" : "engineering")} {Of(c.Now)} of 5 ({(c.Before is { } b ? $"{Of(b)} in the four weeks before" : "too few answers before")})"))),
        ("Improvements", StaffText.Lines(team.Improved.Select(m => StaffText.Of($"{Commands.CommandWords.Cut(m.Improvement.What, 80)}: {m.Words}")))));

    private static string Words(TeamWeek team)
    {
        string[] both =
        [
            team.Thanked.Count == 0 ? "" : $"thanked by colleagues {string.Join(", ", team.Thanked)}",
            team.Praised.Count == 0 ? "" : $"praised by customers {string.Join(", ", team.Praised)}",
        ];
        return string.Join("; ", both.Where(b => b.Length > 0));
    }

    private static string Of(double mean) => mean.ToString("0.0", CultureInfo.InvariantCulture);
}
