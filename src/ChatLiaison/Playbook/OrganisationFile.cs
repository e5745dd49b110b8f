using ChatLiaison.Commands;
using ChatLiaison.Time;
using NodaTime;

namespace ChatLiaison.Playbook;

/// <summary>Reads <c>organisation.yaml</c>.</summary>
internal static class OrganisationFile
{
    public static OrganisationSettings? Read(YamlMap file)
    {
        file.AllowOnly(
            "name", "time_zone", "digest", "support_contact", "bundle_window", "reopen_grace", "critical_renotify", "critical_next_level", "restricted_seen_by");
        var name = file.Need("name", "Example Ltd")?.Text();
        var zone = file.Need("time_zone", "Europe/London")?.Zone();
        var digest = Digest(file, zone);
        var contact = file.Need("support_contact", "Grace Lindqvist")?.Text();
        var bundle = file.Need("bundle_window", "60s")?.Duration();
        var grace = file.Need("reopen_grace", "7d")?.Duration();
        var renotify = file.Need("critical_renotify", "5m")?.Duration();
        var next = file.Need("critical_next_level", "10m")?.Duration();
        var sees = SeenBy(file.Need("restricted_seen_by", "[management, executive, admin]"));
        return name is null || zone is null || digest is null || contact is null || bundle is null || grace is null || renotify is null || next is null
            ? null
            : new OrganisationSettings(name, zone, digest, contact, bundle.Value, grace.Value, renotify.Value, next.Value) { RestrictedSeenBy = sees };
    }

    private static List<Role> SeenBy(YamlValue? value)
    {
        var written = value?.List() ?? [];
        if (value is not null && written.Count == 0)
        {
            value.Wrong("'restricted_seen_by' names nobody. Write roles such as [management, executive, admin] instead.");
        }

        return [.. written.Select(v => v.OneOf("a role", Roles.ByName)).OfType<Role>()];
    }

    private static Cron? Digest(YamlMap file, DateTimeZone? zone)
    {
        var value = file.Need("digest", "0 9 * * MON");
        var digest = value?.Cron();
        if (digest?.Next(NodaConstants.UnixEpoch, zone ?? DateTimeZone.Utc) is null && digest is not null)
        {
            value!.Wrong($"'{digest}' never comes. Write a day that exists, such as 0 9 * * MON, instead.");
        }

        return digest;
    }
}
