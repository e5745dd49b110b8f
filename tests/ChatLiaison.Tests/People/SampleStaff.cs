using ChatLiaison.Commands;
using ChatLiaison.Customers;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using NodaTime;

namespace ChatLiaison.Tests.People;

/// <summary>A small staff for questions about who takes a case.</summary>
internal static class SampleStaff
{
    public static readonly IReadOnlySet<string> Platforms = new HashSet<string> { "north", "south" };

    public static readonly Person Dana = Person("Dana", Role.Liaison, "Europe/London");
    public static readonly Person Lee = Person("Lee", Role.Liaison, "America/New_York");
    public static readonly Person Priya = Person("Priya", Role.SeniorSupport, "Europe/London");
    public static readonly Person Jun = Person("Jun", Role.Engineering, "Asia/Tokyo");
    public static readonly Person Mateo = Person("Mateo", Role.Engineering, "America/Sao_Paulo");

    public static readonly Customer Acme = new(1, "ACME", "Acme Ltd", Dana.Id, [], [], null, new Dictionary<string, string>());

    public static Person Person(string name, Role role, string zone, params string[] on) => new(
        new Guid(name.PadRight(16).Select(c => (byte)c).ToArray()),
        name,
        $"{name}@example.com",
        new HashSet<Role> { role },
        DateTimeZoneProviders.Tzdb[zone],
        PersonFields.Hours(PersonFields.DefaultHours),
        PersonFields.Quiet(PersonFields.DefaultQuiet),
        (on.Length == 0 ? ["north"] : on).ToDictionary(p => p, _ => $"U-{name}"),
        new HashSet<string>(),
        true);

    public static EscalationLevel Level(Role role) =>
        new((int)role, role.ToString(), role, LevelEntry.Never, Duration.FromHours(1), "receipt");

    public static DirectorySnapshot Directory(params Person[] people) => new(new StaffIndex(people, []), new CustomerIndex([Acme]));
}
