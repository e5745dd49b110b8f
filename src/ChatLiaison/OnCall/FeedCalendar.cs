using System.Globalization;
using ChatLiaison.People;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;
using Duration = NodaTime.Duration;

namespace ChatLiaison.OnCall;

/// <summary>
/// A person's turns as iCalendar (RFC 5545): the last two weeks and the next three months, in UTC. A turn keeps its id for as long as it
/// begins at the same time, so that a calendar changes it in place.
/// </summary>
internal static class FeedCalendar
{
    private static readonly Duration Past = Duration.FromDays(14);
    private static readonly Duration Ahead = Duration.FromDays(92);

    /// <summary>No turn is longer, so that one that began before the window is found whole.</summary>
    private static readonly Duration LongestTurn = Duration.FromDays(8);

    public static string Write(Person person, OnCallIndex onCall, Instant now)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//ChatLiaison//On call//EN", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", $"On call: {person.Name}");
        calendar.AddProperty("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        calendar.AddProperty("X-PUBLISHED-TTL", "PT1H");
        foreach (var plan in onCall.All)
        {
            calendar.Events.AddRange(Events(person, plan, now));
        }

        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static IEnumerable<CalendarEvent> Events(Person person, OnCallPlan plan, Instant now)
    {
        var turns = plan.Turns.Turns(now - Past - LongestTurn, now + Ahead + LongestTurn).ToList();
        for (var place = 0; place < turns.Count; place++)
        {
            var turn = turns[place];
            if (turn.Member?.Id == person.Id && turn.Until > now - Past && turn.From < now + Ahead)
            {
                yield return new CalendarEvent
                {
                    Uid = string.Create(CultureInfo.InvariantCulture, $"{plan.Rotation.Id:N}-{person.Id:N}-{turn.From.ToUnixTimeSeconds()}@chatliaison"),
                    DtStamp = Utc(now),
                    Start = Utc(turn.From),
                    End = Utc(turn.Until),
                    Summary = $"On call: {plan.Rotation.For}",
                    Description = Description(plan, turn.From, place + 1 < turns.Count ? turns[place + 1].Member : null),
                };
            }
        }
    }

    private static string Description(OnCallPlan plan, Instant from, Person? next)
    {
        var reason = plan.Overrides.LastOrDefault(o => o.During.Contains(from))?.Reason ?? "";
        return $"{(reason.Length > 0 ? reason + "\n" : "")}Then: {OnCallWords.Name(next)}. Rotation {plan.Rotation.Name}.";
    }

    private static CalDateTime Utc(Instant at) => new(at.ToDateTimeUtc(), CalDateTime.UtcTzId);
}
