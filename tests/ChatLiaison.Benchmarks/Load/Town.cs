using System.Globalization;
using System.Text;

namespace ChatLiaison.Benchmarks.Load;

/// <summary>A made-up organisation of a useful size: people, rooms and customers with a channel on each platform.</summary>
internal static class Town
{
    public const int People = 60;
    public const int Customers = 200;
    public const string Team = "T0BENCH";
    public const string Tenant = "11111111-1111-4111-8111-111111111111";

    private static readonly string[] Roles = ["liaison", "senior-support", "engineering", "product", "management", "executive", "admin"];

    /// <summary>Who asks, and where: one of our people in a customer's channel.</summary>
    public static (string User, string Channel) Somebody(long number) => (User((int)(number % People)), $"C0CUST{number % Customers}");

    public static string User(int number) => string.Create(CultureInfo.InvariantCulture, $"U0P{number}");

    public static string TeamsUser(int number) => string.Create(CultureInfo.InvariantCulture, $"22222222-2222-4222-8222-{number:d12}");

    public static string TeamsChannel(int number) => string.Create(CultureInfo.InvariantCulture, $"19:customer-{number}@thread.tacv2");

    /// <summary>The directory file that the product imports.</summary>
    public static string Directory()
    {
        var text = new StringBuilder("people:\n");
        for (var i = 0; i < People; i++)
        {
            var role = i < 40 ? "liaison" : Roles[i % Roles.Length];
            text.AppendLine(CultureInfo.InvariantCulture, $"  - {{ name: Person {i}, email: p{i}@example.com, roles: [{role}], slack: {User(i)}, teams: {TeamsUser(i)}, time_zone: Europe/London }}");
        }

        text.AppendLine("channels:");
        foreach (var (use, id) in (ReadOnlySpan<(string, string)>)[("triage", "TRIAGE"), ("management", "MGMT"), ("admins", "ADMINS"), ("last-resort", "LAST")])
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  - {{ use: {use}, slack: C0{id}, teams: \"19:{use}@thread.tacv2\" }}");
        }

        text.AppendLine("customers:");
        for (var i = 0; i < Customers; i++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  - {{ key: CUST{i}, name: Customer {i}, liaison: p{i % 40}@example.com, channels: [{{ slack: C0CUST{i} }}, {{ teams: \"{TeamsChannel(i)}\" }}], contacts: [{{ name: Ada {i}, email: ada@c{i}.example, slack: U0ADA{i}, level: advanced, prefers: chat, time_zone: Europe/London }}] }}");
        }

        return text.ToString();
    }
}
