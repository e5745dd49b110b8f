using ChatLiaison.Commands;
using ChatLiaison.Time;
using NodaTime;

namespace ChatLiaison.Playbook;

/// <summary>What holds for the whole organisation.</summary>
/// <param name="Name">As customers know it.</param>
/// <param name="Digest">When the weekly digest is posted, in <paramref name="Zone"/>.</param>
/// <param name="SupportContact">Who answers questions about the playbook.</param>
/// <param name="BundleWindow">Messages to one person that fall within it are sent as one.</param>
/// <param name="ReopenGrace">How long after its resolution a customer's answer opens the same case again.</param>
/// <param name="CriticalRenotify">How often the owner of a critical case is reminded until somebody answers.</param>
/// <param name="CriticalNextLevel">How long a critical case waits for an answer before the next level is entered.</param>
internal sealed record OrganisationSettings(
    string Name,
    DateTimeZone Zone,
    Cron Digest,
    string SupportContact,
    Duration BundleWindow,
    Duration ReopenGrace,
    Duration CriticalRenotify,
    Duration CriticalNextLevel)
{
    /// <summary>The roles that see every restricted case (S278), those first that are asked first; never empty.</summary>
    public required IReadOnlyList<Role> RestrictedSeenBy { get; init; }

    /// <summary>One of these roles is enough.</summary>
    public bool SeesRestricted(IReadOnlySet<Role> roles) => RestrictedSeenBy.Any(roles.Contains);
}

/// <summary>What a case may be about.</summary>
/// <param name="Key">Lower case with hyphens; kept with cases.</param>
/// <param name="Group">The heading it is listed under.</param>
internal sealed record CaseType(string Key, string Name, string Group)
{
    /// <summary>Only some may see a case of this type, from the start.</summary>
    public bool Restricted { get; init; }
}
