using ChatLiaison.Commands;
using ChatLiaison.Playbook;

namespace ChatLiaison.Roster;

/// <summary>
/// Who may give and take which role. Admins: all of them. Executives: all but executive and admin. Management: the roles that work on cases.
/// Nobody changes their own roles but an admin, and the last admin stays one.
/// </summary>
internal static class RoleRules
{
    private static readonly Role[] OnCases = [Role.Liaison, Role.SeniorSupport, Role.Engineering, Role.Product];

    public static IReadOnlyList<Role> Grantable(IReadOnlySet<Role> granter) =>
        granter.Contains(Role.Admin) ? [.. OnCases, Role.Management, Role.Executive, Role.Admin]
        : granter.Contains(Role.Executive) ? [.. OnCases, Role.Management]
        : granter.Contains(Role.Management) ? OnCases
        : [];

    /// <summary>Why a change may not be made, in one sentence; null when it may.</summary>
    /// <param name="name">Of the person whose roles they are.</param>
    /// <param name="self">The granter changes their own.</param>
    /// <param name="otherAdmins">How many active admins there are beside this person.</param>
    public static string? Refusal(IReadOnlySet<Role> granter, bool self, string name, IReadOnlySet<Role> before, IReadOnlySet<Role> after, int otherAdmins)
    {
        var changed = before.Except(after).Concat(after.Except(before)).Order().ToList();
        if (changed.Count == 0)
        {
            return null;
        }

        if (self && !granter.Contains(Role.Admin))
        {
            return "Nobody gives or takes their own roles. Ask an admin.";
        }

        if (changed.Except(Grantable(granter)).ToList() is { Count: > 0 } beyond)
        {
            var who = beyond.Exists(r => r is Role.Executive or Role.Admin) ? "an admin" : "an executive or an admin";
            return $"Only {who} gives or takes the role {Words.All(beyond.Select(Roles.Name))}. Ask one of them.";
        }

        return before.Contains(Role.Admin) && !after.Contains(Role.Admin) && otherAdmins == 0
            ? $"{name} is the last admin. Make somebody else an admin first."
            : null;
    }
}
