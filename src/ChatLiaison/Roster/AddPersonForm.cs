using ChatLiaison.Chat;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using NodaTime;

namespace ChatLiaison.Roster;

/// <summary>Somebody new in the directory: who they are, what they do, and by which account they are reached.</summary>
internal static class AddPersonForm
{
    private const string Account = "account_";

    /// <param name="typed">The name, the address, or both; empty for neither.</param>
    /// <param name="zone">What the time zone starts with.</param>
    public static Form Ask(string typed, DateTimeZone zone, IReadOnlyList<(string Key, string Name)> platforms)
    {
        var words = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new Form(
            "people.submit",
            "Add a person",
            "Add",
            [
                new TextField("name", "Name") { Required = true, MaxLength = 100, Initial = string.Join(' ', words.Where(w => Email.Read(w) is null)).TrimStart('@') },
                new TextField("email", "Address") { Required = true, MaxLength = 200, Initial = words.FirstOrDefault(w => Email.Read(w) is not null) ?? "", Placeholder = "dana@example.com" },
                new ChoiceField("roles", "Roles", [.. Roles.ByName.Keys.Select(r => new Choice(r, r))]) { Required = true, Multiple = true },
                .. platforms.Select(p => new TextField($"{Account}{p.Key}", $"Account on {p.Name}") { MaxLength = 100, Hint = "The id that they have there, as in the directory file. One account is enough." }),
                new TextField("zone", "Time zone") { Required = true, MaxLength = 60, Initial = zone.Id, Hint = "A city or an IANA name, such as Europe/London." },
                new TextField("team", "Team") { MaxLength = 40, Hint = "The same spelling for everyone in it. Leave it empty for none." },
            ])
        {
            Token = Guid.NewGuid().ToString("N"),
            Opener = Button.Open("people.add", "Add a person", typed, ButtonStyle.Primary),
            OpenerText = CustomerText.Of($"Add somebody to the directory: the button opens the form."),
        };
    }

    public static (Person? Person, IReadOnlyList<FieldError> Wrong) Read(FormValues values, IReadOnlyList<(string Key, string Name)> platforms)
    {
        var wrong = new List<FieldError>();
        var (name, email, roles) = (values.One("name"), Email.Read(values.One("email")), values.Many("roles").Where(Roles.ByName.ContainsKey).Select(r => Roles.ByName[r]).ToHashSet());
        var accounts = platforms.Select(p => (p.Key, Id: values.One($"{Account}{p.Key}"))).Where(a => a.Id.Length > 0).ToDictionary(a => a.Key, a => a.Id, StringComparer.Ordinal);
        Demand(name.Length > 0, "name", "Write their name.");
        Demand(email is not null, "email", "That is not an address. Write one such as dana@example.com.");
        Demand(roles.Count > 0, "roles", "Choose at least one role; without one they can do nothing here.");
        Demand(accounts.Count > 0, $"{Account}{platforms[0].Key}", "Write an account on at least one platform; without one nobody reaches them.");
        var (zone, unknown) = ZoneNames.Find(values.One("zone"));
        Demand(zone is not null, "zone", unknown);
        return wrong.Count > 0 ? (null, wrong) : (
            new Person(
                Guid.NewGuid(), name, email!, roles, zone!, PersonFields.Hours(PersonFields.DefaultHours), PersonFields.Quiet(PersonFields.DefaultQuiet),
                accounts, new HashSet<string>(), Active: true)
            {
                Team = values.One("team"),
            }, wrong);

        void Demand(bool holds, string field, string sentence)
        {
            if (!holds)
            {
                wrong.Add(new FieldError(field, sentence));
            }
        }
    }
}
