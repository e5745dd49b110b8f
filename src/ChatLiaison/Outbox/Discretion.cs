using ChatLiaison.Cases;
using ChatLiaison.Chat;

namespace ChatLiaison.Outbox;

/// <summary>
/// The last look at what goes out about a restricted case, whoever queued it: into a room only a card without content, to a person only
/// what they may see (S278).
/// </summary>
internal sealed class Discretion(CaseStore cases, People.Directory directory, Platforms platforms)
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

    private async Task<bool> MaySeeAsync(string platform, string user, Guid caseId, CancellationToken cancellationToken) =>
        await cases.FindAsync(caseId, cancellationToken) is { } c
            && (directory.Current.PersonByIdentity(platform, user) is { } person
                ? RestrictRules.MaySee(person.Id, person.Roles, c)
                : RestrictRules.IsContact(platform, user, c));
}
