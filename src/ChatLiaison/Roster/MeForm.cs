using ChatLiaison.Chat;
using ChatLiaison.People;
using ChatLiaison.Time;

namespace ChatLiaison.Roster;

/// <summary>What a person says of themselves: hours, zone, quiet hours, what they know.</summary>
internal static class MeForm
{
    private const string Either = "either";

    /// <param name="platforms">Those that are on.</param>
    public static Form For(Person person, IReadOnlyList<(string Key, string Name)> platforms) => new(
        "me.submit",
        "About me",
        "Save",
        [
            new TextField("hours", "Working hours") { Required = true, Initial = person.Hours.ToString(), MaxLength = 200, Hint = $"Such as {PersonFields.DefaultHours}, in your own zone." },
            new TextField("zone", "Time zone") { Required = true, Initial = person.Zone.Id, MaxLength = 60, Hint = "A city or an IANA name, such as Europe/London." },
            new TextField("quiet", "Quiet hours") { Required = true, Initial = person.Quiet.ToString(), MaxLength = 20, Hint = $"Only what is critical reaches you then. Such as {PersonFields.DefaultQuiet}." },
            new TextField("expertise", "What do you know about?") { Initial = Expertise.Text(person.Expertise), MaxLength = 900, Hint = "Short tags with commas between, such as billing, exports. Others find you by them." },
            .. person.Identities.Count < 2 ? [] : new Field[]
            {
                new ChoiceField("write_to", "Write to me on", [new Choice(Either, "Where the matter is"), .. platforms.Where(p => person.Identities.ContainsKey(p.Key)).Select(p => new Choice(p.Key, p.Name))])
                {
                    Initial = [person.WriteTo.Length > 0 ? person.WriteTo : Either],
                },
            },
        ])
    {
        Token = Guid.NewGuid().ToString("N"),
        Opener = Button.Open("me.edit", "Change", "", ButtonStyle.Primary),
        OpenerText = CustomerText.Of($"Your hours, zone and what you know: the button opens the form."),
    };

    /// <summary>The person afterwards, or what is wrong with which field.</summary>
    public static (Func<Person, Person>? Change, IReadOnlyList<FieldError> Wrong) Read(FormValues values)
    {
        var wrong = new List<FieldError>();
        if (!OpeningHours.TryParse(values.One("hours"), out var hours, out var error))
        {
            wrong.Add(new("hours", Sentence(error)));
        }

        var (zone, unknown) = ZoneNames.Find(values.One("zone"));
        if (zone is null)
        {
            wrong.Add(new("zone", unknown));
        }

        if (!QuietHours.TryParse(values.One("quiet"), out var quiet, out error))
        {
            wrong.Add(new("quiet", Sentence(error)));
        }

        var expertise = Expertise.Read(values.One("expertise"));
        if (expertise is null)
        {
            wrong.Add(new("expertise", $"Write {Expertise.Rule}."));
        }

        return wrong.Count > 0 ? (null, wrong) : (person => person with
        {
            Hours = hours!, Zone = zone!, Quiet = quiet!, Expertise = expertise!,
            WriteTo = !values.Has("write_to") ? person.WriteTo : person.Identities.ContainsKey(values.One("write_to")) ? values.One("write_to") : "",
        }, wrong);
    }

    private static string Sentence(string error) => error.TrimEnd('.') + ".";
}
