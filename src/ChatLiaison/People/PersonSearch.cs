using ChatLiaison.Playbook;

namespace ChatLiaison.People;

/// <summary>Finds our people by what others call them, or by what they are and know.</summary>
internal static class PersonSearch
{
    /// <summary>
    /// Active people of whom every word is true: part of the name or address, a role, the team, or a piece of expertise. All of them without
    /// words, by name.
    /// </summary>
    public static IReadOnlyList<Person> Find(DirectorySnapshot directory, string words)
    {
        var wanted = words.Split([' ', ',', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(w => w.TrimStart('@')).Where(w => w.Length > 0).ToList();
        return [.. directory.People.Where(p => p.Active && wanted.TrueForAll(word => IsTrueOf(p, word)))];
    }

    /// <summary>The active people whom others may call so: by the whole name, the address or an account, else by a part of the name.</summary>
    public static IReadOnlyList<Person> Named(DirectorySnapshot directory, string words)
    {
        var name = words.Trim().TrimStart('@').Trim();
        var active = directory.People.Where(p => p.Active).ToList();
        var exact = active.Where(p => Same(p.Name, name) || Same(p.Email, name) || p.Identities.Values.Any(id => Same(id, name))).ToList();
        return exact.Count > 0 || name.Length < 2 ? exact : [.. active.Where(p => p.Name.Split(' ').Any(part => Same(part, name)))];
    }

    /// <summary>The one person whom the words name, else a sentence that says why there is none.</summary>
    public static (Person? Person, string Wrong) One(DirectorySnapshot directory, string words) => (words.Trim().TrimStart('@').Trim(), Named(directory, words)) switch
    {
        ("", _) => (null, "Write whom you mean, by name."),
        (_, [var only]) => (only, ""),
        (var name, []) => (null, $"Nobody here is called {name}. Write the name as it stands in /liaison people."),
        (var name, var several) => (null, $"{name} may be {Words.Either(several.Select(p => p.Name))}. Write the full name."),
    };

    private static bool IsTrueOf(Person person, string word) =>
        Holds(person.Name, word)
        || Holds(person.Email, word)
        || Holds(person.Team, word)
        || person.Roles.Any(role => Roles.Name(role).StartsWith(word, StringComparison.OrdinalIgnoreCase))
        || person.Expertise.Any(tag => Holds(tag, word));

    private static bool Holds(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
