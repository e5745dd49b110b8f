using System.Globalization;
using ChatLiaison.Chat;
using ChatLiaison.People;
using NodaTime;
using NodaTime.Text;

namespace ChatLiaison.OnCall;

/// <summary>A turn of somebody in a rotation.</summary>
internal sealed record TurnOf(OnCallPlan Plan, Person Person, Instant From, Instant Until);

/// <summary>Turns in the weeks ahead, as a list to choose from.</summary>
internal static class TurnChoices
{
    private static readonly Duration Ahead = Duration.FromDays(56);
    private static readonly LocalDateTimePattern Clock = LocalDateTimePattern.CreateWithInvariantCulture("ddd d MMM HH:mm");

    public static IEnumerable<TurnOf> All(OnCallIndex onCall, Instant now) => onCall.All
        .SelectMany(plan => plan.Turns.Turns(now, now + Ahead).Where(t => t.Member is { Active: true }).Select(t => new TurnOf(plan, t.Member!, t.From, t.Until)))
        .OrderBy(t => t.From).ThenBy(t => t.Plan.Rotation.Name, StringComparer.Ordinal);

    /// <summary>Somebody's turns that reach into a span, cut to it.</summary>
    public static IReadOnlyList<TurnOf> During(OnCallIndex onCall, Guid personId, Instant from, Instant until) =>
        [.. onCall.All.SelectMany(plan => plan.Turns.Spans(from, until).Where(s => s.Member?.Id == personId).Select(s => new TurnOf(plan, s.Member!, s.From, s.Until))).OrderBy(t => t.From)];

    /// <param name="zone">The reader's: a list can't show times in the zone of whoever looks.</param>
    public static Choice Of(TurnOf turn, DateTimeZone zone, bool named) => new(
        $"{turn.Plan.Rotation.Id:N}/{turn.From.ToUnixTimeSeconds()}/{turn.Until.ToUnixTimeSeconds()}",
        $"{Cut(named ? turn.Person.Name : turn.Plan.Rotation.Name)}: {Clock.Format(turn.From.InZone(zone).LocalDateTime)} – {Clock.Format(turn.Until.InZone(zone).LocalDateTime)}");

    /// <summary>The turn that a choice means, with whoever has it by now; null when it means none.</summary>
    public static TurnOf? Read(string value, OnCallIndex onCall) =>
        value.Split('/') is [var id, var from, var until]
        && Guid.TryParse(id, out var rotation) && onCall.ById(rotation) is { } plan
        && long.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var begins)
        && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var ends)
        && begins < ends && plan.At(Instant.FromUnixTimeSeconds(begins)) is { } person
            ? new TurnOf(plan, person, Instant.FromUnixTimeSeconds(begins), Instant.FromUnixTimeSeconds(ends))
            : null;

    private static string Cut(string name) => name.Length <= 30 ? name : name[..29] + "…";
}
