using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Customers;
using ChatLiaison.Playbook;

namespace ChatLiaison.Intake;

/// <summary>
/// The form that every way in leads to. A hurried person fills at most five fields; all the others are one step further. Customers get
/// the same form without what is ours to judge.
/// </summary>
internal sealed class IntakeForm(PlaybookSource playbooks, People.Directory directory, CustomerChoices choices)
{
    public Form Make(Caller caller, IntakeSeed seed, bool more) => new("escalate.submit", "Report a problem", "Send", [.. Main(caller, seed)])
    {
        State = seed.ToValue(),
        Token = CaseForm.NewToken(),
        More = [.. More(caller)],
        MoreAction = "escalate.more",
        MoreLabel = "Add more detail",
        ShowMore = more,
        Opener = Button.Open("escalate.open", "Open the form", seed.ToValue(), ButtonStyle.Primary),
        OpenerText = CustomerText.Of($"Tell us what is wrong: three questions, and more if you have the time."),
    };

    private IEnumerable<Field> Main(Caller caller, IntakeSeed seed)
    {
        var customer = caller.CustomerId is { } id ? directory.Current.CustomerById(id) : null;
        if (customer is null)
        {
            yield return new ChoiceField("customer", "Which customer?", choices.First())
            {
                Required = true,
                SuggestFrom = CustomerChoices.SourceName,
                Placeholder = "Type a name",
            };
        }

        yield return new TextField("issue", "What is happening?") { Required = true, Multiline = true, Initial = seed.Text, Placeholder = "In a sentence or two" };
        yield return new ChoiceField("impact", "How much does it affect?", CaseWords.Impacts) { Required = true };
        yield return new ChoiceField("urgency", "How soon does it hurt?",
            [new("High", "Now"), new("Medium", "Today"), new("Low", "This week or later")]) { Required = true };
        if (!caller.IsCustomer)
        {
            yield return new TextField("contact", "Who at the customer?") { Required = true, MaxLength = 120, Initial = Contact(customer, seed) };
        }
    }

    private static string Contact(Customer? customer, IntakeSeed seed) =>
        seed.AuthorName.Length > 0 ? seed.AuthorName : customer?.Contacts.Count > 0 ? customer.Contacts[0].Name : "";

    private IEnumerable<Field> More(Caller caller)
    {
        yield return new ChoiceField("type", "What is it about?", [.. playbooks.Current.CaseTypes.Take(100).Select(t => new Choice(t.Key, $"{t.Group}: {t.Name}"))]);
        if (!caller.IsCustomer)
        {
            yield return new ChoiceField("priority", "Priority", [.. Enum.GetNames<Priority>().Select(p => new Choice(p, p))])
            {
                Placeholder = "Proposed from impact and urgency",
            };
            yield return new ChoiceField("mood", "How do they sound?", Named("calm", "worried", "frustrated", "angry", "at risk of leaving"));
            yield return new ChoiceField("level", "How technical are they?", Named("novice", "intermediate", "advanced"));
            yield return new TextField("title", "Contact's title") { MaxLength = 120 };
        }

        foreach (var field in IntakeMoreFields.All)
        {
            yield return field;
        }
    }

    internal static Choice[] Named(params string[] values) => [.. values.Select(v => new Choice(v, char.ToUpperInvariant(v[0]) + v[1..]))];
}
