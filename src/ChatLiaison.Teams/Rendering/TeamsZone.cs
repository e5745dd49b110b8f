using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace ChatLiaison.Teams;

/// <summary>The zone of a person's client. Teams sends an IANA name; old clients sent a Windows one.</summary>
internal static class TeamsZone
{
    /// <summary>How a time input writes its value.</summary>
    public static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    public static DateTimeZone Of(string name) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(name)
        ?? (TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(name, out var iana) ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(iana) : null)
        ?? DateTimeZone.Utc;
}
