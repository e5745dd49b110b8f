using ChatLiaison.Commands;
using ChatLiaison.People;

namespace ChatLiaison.Away;

/// <summary>Whom somebody says that they are away: oneself, or a colleague who can't say it. Pure.</summary>
internal static class AwayFor
{
    private const int NameWordsAtMost = 4;

    /// <summary>For others: management, executives and admins; senior support for their own team.</summary>
    public static bool May(Person by, Person person) => by.Id == person.Id
        || by.Roles.Overlaps([Role.Management, Role.Executive, Role.Admin])
        || (by.Roles.Contains(Role.SeniorSupport) && by.Team.Length > 0 && by.Team.Equals(person.Team, StringComparison.OrdinalIgnoreCase));

    /// <summary>The colleague whom a text begins with, by a name with an at sign or by the whole name; null when it is about oneself.</summary>
    /// <returns>The person, what stands behind the name, and a sentence when nobody is called so.</returns>
    public static (Person? Person, string After, string Wrong) Read(DirectorySnapshot known, string text)
    {
        var at = text.StartsWith('@');
        var words = text.TrimStart('@').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var count = Math.Min(NameWordsAtMost, words.Length); count > 0; count--)
        {
            var name = string.Join(' ', words[..count]).TrimEnd(',', ':');
            if (PersonSearch.Named(known, name) is [var person] && (at || person.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                var rest = words[count..];
                return (person, string.Join(' ', rest is ["is", ..] ? rest[1..] : rest), "");
            }
        }

        return at ? (null, text, PersonSearch.One(known, words is [var first, ..] ? first : "").Wrong) : (null, text, "");
    }

    public static string Refusal(Person person) => $"Only {person.Name}, a manager or senior support of the same team can say that {person.Name} is away. Ask one of them.";
}
