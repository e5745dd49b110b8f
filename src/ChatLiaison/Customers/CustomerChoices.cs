using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Customers;

/// <summary>Finds customers by name or key as one of our people types.</summary>
internal sealed class CustomerChoices(CustomerBook customers) : IChoiceSource
{
    public const string SourceName = "customers";

    private const int Page = 50;

    public string Name => SourceName;

    /// <summary>The list before anything is typed.</summary>
    public IReadOnlyList<Choice> First() => Matching("");

    public IReadOnlyList<Choice> Find(Caller caller, string typed) => caller.IsStaff ? Matching(typed.Trim()) : [];

    private IReadOnlyList<Choice> Matching(string typed) =>
    [
        .. customers.Current.All
            .Where(c => c.Name.Contains(typed, StringComparison.OrdinalIgnoreCase) || c.Key.Contains(typed, StringComparison.OrdinalIgnoreCase))
            .OrderBy(c => c.Name, StringComparer.OrdinalIgnoreCase)
            .Take(Page)
            .Select(c => new Choice(c.Key, Cut(c.Name, c.Key))),
    ];

    private static string Cut(string name, string key) => name.Length <= 60 ? $"{name} ({key})" : $"{name[..59]}… ({key})";
}
