using System.Text.RegularExpressions;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Playbook;

namespace ChatLiaison.Outbox;

/// <summary>
/// The last look at what goes out about a restricted case, whoever queued it: into a room only a card without content, to a person only
/// what they may see (S278).
/// </summary>
internal sealed partial class Discretion(CaseStore cases, People.Directory directory, Platforms platforms, PlaybookSource playbooks)
{
    public async Task<bool> AllowsAsync(QueuedMessage message, CancellationToken cancellationToken)
    {
        if (!message.Restricted || message.CaseId is not { } id)
        {
            return true;
        }

        return message.To switch
        {
            ToChannel => message.Live is { } live && platforms.LiveCard(live).IsDiscreet,
            ToPerson person => await MaySeeAsync(person.Platform, person.UserId, id, cancellationToken),
            ToPersonInChannel person => await MaySeeAsync(person.Platform, person.UserId, id, cancellationToken),
            _ => false,
        };
    }

    /// <summary>Somebody who sees every restricted case and can be reached: the first of the playbook's roles who is there.</summary>
    public People.Person? Trusted(IReadOnlySet<string> on, NodaTime.Instant now)
    {
        var known = directory.Current;
        return playbooks.Current.Organisation.RestrictedSeenBy.SelectMany(known.WithRole)
            .FirstOrDefault(p => !known.Absences.IsAway(p.Id, now) && p.ReachableOn(on).Count > 0);
    }

    /// <summary>What stands in a room in place of a card that names a restricted case.</summary>
    public static StaffCard Instead { get; } =
        StaffCard.Plain("There is something to see on a restricted case, for somebody who can't be written to. Ask /cases mine, or tell an admin how to reach you.");

    /// <summary>The restricted cases that a card for our own people names; most name none.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Reference, bool Critical)>> NamedAsync(Card card, CancellationToken cancellationToken) =>
        References(ChatJson.Write(card)) is { Count: > 0 } named ? await cases.RestrictedOfAsync(named, cancellationToken) : [];

    /// <summary>All that could be a reference: what stands right before one, an escaped letter, may look like the beginning of its key.</summary>
    internal static IReadOnlyCollection<string> References(string text) =>
        Reference().Matches(text).SelectMany(m => Enumerable.Range(0, m.Value.IndexOf('-', StringComparison.Ordinal) - 1).Select(at => m.Value[at..])).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex("[A-Z0-9]+-[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Reference();

    private async Task<bool> MaySeeAsync(string platform, string user, Guid caseId, CancellationToken cancellationToken) =>
        await cases.FindAsync(caseId, cancellationToken) is { } c
            && (directory.Current.PersonByIdentity(platform, user) is { } person
                ? RestrictRules.MaySee(person.Id, playbooks.Current.Organisation.SeesRestricted(person.Roles), c)
                : RestrictRules.IsContact(platform, user, c));
}
