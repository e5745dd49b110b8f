using ChatLiaison.Chat;
using ChatLiaison.Commands;
using NodaTime;
using NodaTime.Extensions;

namespace ChatLiaison.People;

/// <summary>A list of our people to choose from; one that is too long for a list is searched by name as they type. Whoever is not there is marked.</summary>
internal sealed class PersonChoices(Directory directory, TimeProvider time) : IChoiceSource
{
    private const int Page = 50;
    private const int ListAtMost = 100;

    private const string SourceName = "people";

    public string Name => SourceName;

    public IReadOnlyList<Choice> Find(Caller caller, string typed) =>
        caller.IsStaff ? [.. directory.Current.People.Where(p => p.Active && p.Roles.Count > 0 && p.Name.Contains(typed.Trim(), StringComparison.OrdinalIgnoreCase)).Take(Page).Select(p => Of(p, time.GetCurrentInstant()))] : [];

    /// <param name="chosen">Who is chosen when the form opens; null for nobody.</param>
    /// <param name="first">Who stands before the others; null for nobody but who is chosen.</param>
    public ChoiceField Field(string id, string label, Func<Person, bool> which, Guid? chosen = null, Func<Person, bool>? first = null)
    {
        var now = time.GetCurrentInstant();
        var people = directory.Current.People.Where(p => p.Active && which(p)).OrderBy(p => p.Id != chosen).ThenBy(p => !(first?.Invoke(p) ?? false)).ToList();
        return Listed(id, label, people, p => Of(p, now)) with { Initial = people is [var top, ..] && top.Id == chosen ? [top.Id.ToString()] : [] };
    }

    /// <summary>The same of some people, who are not marked.</summary>
    public static ChoiceField Among(string id, string label, IReadOnlyList<Person> people) => Listed(id, label, people, p => new Choice(p.Id.ToString(), Short(p)));

    private static ChoiceField Listed(string id, string label, IReadOnlyList<Person> people, Func<Person, Choice> of) => people.Count > ListAtMost
        ? new ChoiceField(id, label, [.. people.Take(Page).Select(of)]) { SuggestFrom = SourceName, Placeholder = "Type a name" }
        : new ChoiceField(id, label, [.. people.Select(of)]);

    private static string Short(Person person) => person.Name.Length <= 45 ? person.Name : $"{person.Name[..44]}…";

    private Choice Of(Person person, Instant now)
    {
        var mark = !person.Identities.Keys.Any(p => directory.IsOn(p) && !person.UnreachableOn.Contains(p)) ? " (can't be reached)"
            : directory.Current.Absences.IsAway(person.Id, now) ? " (away)"
            : "";
        return new Choice(person.Id.ToString(), Short(person) + mark);
    }
}
