using ChatLiaison.Chat;

namespace ChatLiaison.People;

/// <summary>Whether somebody can be added to the directory. Pure.</summary>
internal static class NewPerson
{
    public static PersonChange Among(IReadOnlyList<Person> everyone, DirectorySnapshot known, Person person)
    {
        var same = everyone.FirstOrDefault(p => p.Email == person.Email);
        var after = same is null ? person : person with { Id = same.Id, Hours = same.Hours, Quiet = same.Quiet, Expertise = same.Expertise };
        if (same is { Active: true })
        {
            return PersonFields.Of(same).Same(PersonFields.Of(after))
                ? PersonChange.To(same)
                : PersonChange.No(CustomerText.Of($"{CustomerText.Name(same.Name)} has that address already. Change them with /liaison role, or write another address."));
        }

        foreach (var (platform, id) in person.Identities)
        {
            var whose = everyone.FirstOrDefault(p => p.Id != same?.Id && p.Identities.GetValueOrDefault(platform) == id)?.Name ?? known.ContactByIdentity(platform, id)?.Name;
            if (whose is not null)
            {
                return PersonChange.No(CustomerText.Of($"The account {CustomerText.Name(id)} is {CustomerText.Name(whose)}'s. Write another."));
            }
        }

        return PersonChange.To(after);
    }
}
