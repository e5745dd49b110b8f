using ChatLiaison.People;

namespace ChatLiaison.Away;

/// <summary>Finds our people by what others call them: the full name, the first name, the address, or a mention.</summary>
internal static class PersonNames
{
    /// <summary>Everyone active whom the words may mean; one when it is clear.</summary>
    public static IReadOnlyList<Person> Find(DirectorySnapshot directory, string words)
    {
        var name = words.Trim().TrimStart('@').Trim();
        var active = directory.People.Where(p => p.Active && p.Roles.Count > 0).ToList();
        var exact = active.Where(p => Is(p.Name, name) || Is(p.Email, name) || p.Identities.Values.Any(id => Is(id, name))).ToList();
        return exact.Count > 0 || name.Length < 2 ? exact : [.. active.Where(p => Is(First(p), name))];
    }

    /// <summary>The one person; else a sentence that says why there is none.</summary>
    public static (Person? Person, string Wrong) One(DirectorySnapshot directory, string words) => Find(directory, words) switch
    {
        [var only] => (only, ""),
        [] => (null, $"I know nobody called {words.TrimStart('@')}. Write the name as it stands in the directory."),
        var several => (null, $"{words.TrimStart('@')} may be {string.Join(" or ", several.Select(p => p.Name))}. Write the full name."),
    };

    public static string First(Person person) => person.Name.Split(' ')[0];

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
