using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using ChatLiaison.People;

namespace ChatLiaison.Roster;

/// <summary>Takes an account away from a person who keeps another.</summary>
internal static class Unlinking
{
    public static async Task<PersonChange> RunAsync(
        PersonDesk desk, PersonMail mail, Act act, Guid personId, string platform, CancellationToken cancellationToken)
    {
        var name = CustomerText.Name(mail.PlatformName(platform));
        return await desk.ChangeAsync(
            act,
            personId,
            (person, _) => !person.Identities.ContainsKey(platform) ? PersonChange.No(CustomerText.Of($"No account on {name} is linked."))
                : person.Identities.Count == 1 ? PersonChange.No(CustomerText.Of($"This is the only account that is linked, so nobody could reach {CustomerText.Name(person.Name)} any more. Link another first."))
                : PersonChange.To(person with { Identities = person.Identities.Where(i => i.Key != platform).ToDictionary(i => i.Key, i => i.Value, StringComparer.Ordinal) }),
            (work, after) => mail.Tell(
                work, after.Id, StaffCard.Plain(StaffText.Of($"Your account on {name} is no longer linked to you. Messages come here from now on. To link it again, use /liaison me link.")),
                after.Identities.Keys.First()),
            cancellationToken);
    }

    public static Reply Answer(PersonChange change) => change.Refusal is { } refusal ? Reply.Refused(refusal) : Reply.Done(CustomerText.Of($"The account is unlinked."));
}
