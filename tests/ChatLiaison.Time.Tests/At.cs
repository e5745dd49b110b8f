using NodaTime;
using NodaTime.Text;

namespace ChatLiaison.Time.Tests;

/// <summary>Short spellings for examples: zones, and instants written as local or universal time.</summary>
internal static class At
{
    internal static readonly DateTimeZone London = Zone("Europe/London");
    internal static readonly DateTimeZone NewYork = Zone("America/New_York");
    internal static readonly DateTimeZone Sydney = Zone("Australia/Sydney");
    internal static readonly DateTimeZone LordHowe = Zone("Australia/Lord_Howe");
    internal static readonly DateTimeZone SaoPaulo = Zone("America/Sao_Paulo");

    /// <summary>Its clocks went back at 00:01, so that a midnight was repeated.</summary>
    internal static readonly DateTimeZone StJohns = Zone("America/St_Johns");

    /// <summary>It had no 30 December 2011.</summary>
    internal static readonly DateTimeZone Apia = Zone("Pacific/Apia");

    internal static readonly DateTimeZone[] Zones = [London, NewYork, Sydney, LordHowe, SaoPaulo, StJohns, Apia];

    internal static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    internal static Instant Utc(string text) => InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(text).Value;

    /// <summary>A local time that exists exactly once.</summary>
    internal static Instant Local(DateTimeZone zone, string text) =>
        zone.AtStrictly(LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(text).Value).ToInstant();

    internal static OpeningHours Hours(string text) =>
        OpeningHours.TryParse(text, out var hours, out var error) ? hours : throw new ArgumentException(error);

    internal static OpenInterval Open(int startHour, int endHour) => new(new LocalTime(startHour, 0), new LocalTime(endHour % 24, 0));
}
