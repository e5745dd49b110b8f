using System.Globalization;
using NodaTime;

namespace ChatLiaison.Reports;

/// <summary>A figure of the digest that a change in how we work may move.</summary>
internal enum Kpi
{
    PromisesKept,
    FirstResponse,
    Resolution,
    Climbed,
    GoodRatings,
    CameBack,
    SentBack,
    KeepsComing,
    SeenFirst,
}

/// <param name="Value">A share from 0 to 1, or working hours; null when there is nothing to take it of.</param>
/// <param name="Cases">How many cases are behind it.</param>
internal readonly record struct KpiFigure(double? Value, int Cases)
{
    public static KpiFigure Share(int some, int all, int cases) => new(all == 0 ? null : (double)some / all, cases);
}

internal static class KpiWords
{
    public static string Name(Kpi kpi) => kpi switch
    {
        Kpi.PromisesKept => "Promises kept",
        Kpi.FirstResponse => "Time to the first response",
        Kpi.Resolution => "Time to resolve",
        Kpi.Climbed => "Cases that are escalated",
        Kpi.GoodRatings => "Good ratings",
        Kpi.CameBack => "Cases that come back",
        Kpi.SentBack => "Briefs that engineering sends back",
        Kpi.KeepsComing => "Problems that keep coming",
        _ => "Problems that the customer saw first",
    };

    public static bool IsTime(Kpi kpi) => kpi is Kpi.FirstResponse or Kpi.Resolution;

    /// <summary>More of it is better.</summary>
    public static bool IsGood(Kpi kpi) => kpi is Kpi.PromisesKept or Kpi.GoodRatings;

    public static string Figure(Kpi kpi, double value) => IsTime(kpi)
        ? ShortTime.Hours(Duration.FromHours(value))
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Round(100 * value, MidpointRounding.AwayFromZero)}%");
}
