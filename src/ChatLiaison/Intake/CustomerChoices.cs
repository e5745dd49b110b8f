using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.People;

namespace ChatLiaison.Intake;

/// <summary>The customers, searched by key or name. Only for our own people: one customer must not learn who the others are.</summary>
internal sealed class CustomerChoices(People.Directory directory) : IChoiceSource
{
    public string Name => IntakeForm.CustomersSource;

    public IReadOnlyList<Choice> Find(Caller caller, string typed) => caller.IsCustomer ? [] : Of(directory.Current, typed, 100);

    public static IReadOnlyList<Choice> Of(DirectorySnapshot directory, string typed, int limit) =>
    [
        .. directory.Customers
            .Where(c => typed.Length == 0 || c.Name.Contains(typed, StringComparison.OrdinalIgnoreCase) || c.Key.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Take(limit)
            .Select(c => new Choice(c.Key, Words.Cut(c.Name, 75))),
    ];
}
