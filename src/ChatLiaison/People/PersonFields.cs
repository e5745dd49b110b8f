using ChatLiaison.Customers;
using ChatLiaison.Playbook;
using ChatLiaison.Time;
using NodaTime;

namespace ChatLiaison.People;

/// <summary>A person as named texts, and back. The fields are the keys of the directory file.</summary>
internal static class PersonFields
{
    public const string DefaultHours = "Mon-Fri 09:00-17:30";
    public const string DefaultQuiet = "22:00-07:00";

    /// <summary>Before a platform's key: the person's user id there.</summary>
    public const string Identity = "id on ";

    public static FieldMap Of(Person person) => new FieldMap()
        .With("name", person.Name)
        .With("email", person.Email)
        .With("roles", RolesText(person.Roles))
        .With("time_zone", person.Zone.Id)
        .With("hours", person.Hours.ToString())
        .With("quiet", person.Quiet.ToString())
        .With("team", person.Team)
        .With("expertise", Expertise.Text(person.Expertise))
        .With("write_to", person.WriteTo)
        .With("active", person.Active ? "yes" : "no")
        .WithAll(Identity, person.Identities);

    public static Person Read(Guid id, FieldMap fields, IReadOnlySet<string> unreachableOn) => new(
        id,
        fields.Text("name"),
        fields.Text("email"),
        fields.Text("roles").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(role => Roles.ByName[role]).ToHashSet(),
        DateTimeZoneProviders.Tzdb[fields.Text("time_zone")],
        Hours(fields.Text("hours")),
        Quiet(fields.Text("quiet")),
        fields.Under(Identity),
        unreachableOn,
        fields.Text("active") == "yes")
    {
        Team = fields.Text("team"),
        Expertise = Expertise.Read(fields.Text("expertise")) ?? [],
        WriteTo = fields.Text("write_to"),
    };

    /// <summary>In one order, so that two spellings of one set are the same text.</summary>
    public static string RolesText(IEnumerable<Commands.Role> roles) => string.Join(' ', roles.Distinct().Order().Select(Roles.Name));

    /// <exception cref="FormatException">What we stored ourselves can't be read.</exception>
    public static OpeningHours Hours(string text) => OpeningHours.TryParse(text, out var hours, out var error) ? hours : throw new FormatException(error);

    /// <exception cref="FormatException">What we stored ourselves can't be read.</exception>
    public static QuietHours Quiet(string text) => QuietHours.TryParse(text, out var quiet, out var error) ? quiet : throw new FormatException(error);
}
