using ChatLiaison.Commands;
using ChatLiaison.Playbook;
using ChatLiaison.Roster;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Roster;

public sealed class RoleRulesTests
{
    private const string AskAdmin = "Only an admin gives or takes the role {0}. Ask one of them.";
    private const string AskExecutive = "Only an executive or an admin gives or takes the role {0}. Ask one of them.";

    [Theory]
    [InlineData("admin", "liaison", "liaison admin executive", null)]
    [InlineData("admin", "admin", "liaison", null)]
    [InlineData("executive", "", "management engineering", null)]
    [InlineData("executive", "", "executive", AskAdmin + "|executive")]
    [InlineData("executive", "admin", "", AskAdmin + "|admin")]
    [InlineData("management", "", "liaison senior-support engineering product", null)]
    [InlineData("management", "product", "", null)]
    [InlineData("management", "", "management", AskExecutive + "|management")]
    [InlineData("management", "management", "", AskExecutive + "|management")]
    [InlineData("management", "", "management admin", AskAdmin + "|management and admin")]
    [InlineData("management", "admin liaison", "admin", null)]
    [InlineData("liaison", "", "liaison", AskExecutive + "|liaison")]
    [InlineData("liaison", "liaison", "liaison", null)]
    public void Says_who_may_give_and_take_what(string granter, string before, string after, string? refusal) =>
        RoleRules.Refusal(Set(granter), self: false, "Dana", Set(before), Set(after), otherAdmins: 1)
            .ShouldBe(refusal is null ? null : string.Format(null, refusal.Split('|')[0], refusal.Split('|')[1]));

    [Fact]
    public void Nobody_changes_their_own_roles_but_an_admin()
    {
        RoleRules.Refusal(Set("management"), self: true, "Grace", Set("management"), Set("management liaison"), 1).ShouldBe("Nobody gives or takes their own roles. Ask an admin.");
        RoleRules.Refusal(Set("admin"), self: true, "Sam", Set("admin"), Set("admin liaison"), 0).ShouldBeNull();
    }

    [Fact]
    public void The_last_admin_stays_one()
    {
        RoleRules.Refusal(Set("admin"), self: true, "Sam", Set("admin"), Set("liaison"), 0).ShouldBe("Sam is the last admin. Make somebody else an admin first.");
        RoleRules.Refusal(Set("admin"), self: true, "Sam", Set("admin"), Set("liaison"), 1).ShouldBeNull();
    }

    private static HashSet<Role> Set(string roles) => [.. roles.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(r => Roles.ByName[r])];
}
