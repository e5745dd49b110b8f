using ChatLiaison.Commands;

namespace ChatLiaison.Playbook;

/// <summary>The roles as files write them: <c>senior-support</c>.</summary>
internal static class Roles
{
    public static IReadOnlyDictionary<string, Role> ByName { get; } = new Dictionary<string, Role>(StringComparer.Ordinal)
    {
        ["liaison"] = Role.Liaison,
        ["senior-support"] = Role.SeniorSupport,
        ["engineering"] = Role.Engineering,
        ["product"] = Role.Product,
        ["management"] = Role.Management,
        ["executive"] = Role.Executive,
        ["admin"] = Role.Admin,
    };

    private static readonly Dictionary<Role, string> Names = ByName.ToDictionary(r => r.Value, r => r.Key);

    public static string Name(Role role) => Names[role];
}
