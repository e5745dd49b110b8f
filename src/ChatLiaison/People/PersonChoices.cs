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

    public string Name => "people";

    public IReadOnlyList<Choice> Find(Caller caller, string typed) =>
        caller.IsStaff ? [.. directory.Current.People.Where(p => p.Active && p.Roles.Count > 0 && p.Name.Contains(typed.Trim(), StringComparison.OrdinalIgnoreCase)).Take(Page).Select(p => Of(p, time.GetCurrentInstant()))] : [];

    /// <param name="chosen">Who is chosen when the form opens; null for nobody.</param>
    public ChoiceField Field(string id, string label, Func<Person, bool> which, Guid? chosen = null)
    {
        var now = time.GetCurrentInstant();
        var people = directory.Current.People.Where(p => p.Active && which(p)).OrderBy(p => p.Id != chosen).ToList();
        var searched = people.Count > ListAtMost;
        return new ChoiceField(id, label, [.. people.Take(searched ? Page : ListAtMost).Select(p => Of(p, now))])
        {
            Initial = people is [var first, ..] && first.Id == chosen ? [first.Id.ToString()] : [],
            SuggestFrom = searched ? Name : null,
            Placeholder = searched ? "Type a name" : null,
        };
    }

    private Choice Of(Person person, Instant now)
    {
        var name = person.Name.Length <= 45 ? person.Name : $"{person.Name[..44]}…";
        var mark = !person.Identities.Keys.Any(p => directory.IsOn(p) && !person.UnreachableOn.Contains(p)) ? " (can't be reached)"
            : directory.Current.Absences.IsAway(person.Id, now) ? " (away)"
            : "";
        return new Choice(person.Id.ToString(), name + mark);
    }
}
