using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Playbook;

namespace ChatLiaison.Roster;

/// <summary><c>/liaison team [NAME]</c>: who is in a team or has a role, who of them is on call, and who is away or asleep.</summary>
internal sealed class TeamCommand(PersonMail mail) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison team", "[NAME]", "Who is in a team or has a role, who is on call, and who is away or asleep.");

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) => Task.FromResult(Answer(caller, call.Text));

    public Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) => Task.FromResult(Answer(caller, press.Value));

    private Reply Answer(Caller caller, string asked)
    {
        var known = mail.Known;
        var name = asked.Length > 0 ? asked : known.PersonById(caller.PersonId!.Value)?.Team ?? "";
        if (name.Length == 0)
        {
            return Reply.Show(Choose(known));
        }

        var members = known.People.Where(p => p.Active && p.Team.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        var plans = known.OnCall.For(name);
        if (members.Count == 0 && Roles.ByName.TryGetValue(CommandWords.Lower(name), out var role))
        {
            (members, plans) = ([.. known.WithRole(role)], known.OnCall.For(role));
        }

        return members.Count == 0
            ? Reply.Refused(CustomerText.Of($"There is no team or role of that name. Use /liaison team alone to see them all."))
            : Reply.Show(Draw(caller, members[0].Team.Equals(name, StringComparison.OrdinalIgnoreCase) ? members[0].Team : CommandWords.Lower(name), members, plans));
    }

    private StaffCard Draw(Caller caller, string name, List<Person> members, IReadOnlyList<OnCallPlan> plans)
    {
        var at = mail.At(caller.Now);
        var there = members.Count(p => at.ByTheClock(p) == Standing.AtWork);
        var card = StaffCard.Titled(StaffText.Of($"{name}: {members.Count}, {there} at work now"));
        card = plans.Aggregate(card, (c, plan) => c.Say(OnCallWords.NowAndNext(plan, caller.Now)));
        return members.OrderBy(at.ByTheClock).ThenBy(p => p.Name, StringComparer.Ordinal).Take(30)
            .Aggregate(card, (c, p) => c.Row(PeopleCommand.Line(p, at), Button.Act("people.show", CommandWords.Cut(p.Name, 30), p.Id.ToString())));
    }

    private static StaffCard Choose(DirectorySnapshot known)
    {
        var active = known.People.Where(p => p.Active).ToList();
        var teams = active.Where(p => p.Team.Length > 0).GroupBy(p => p.Team, StringComparer.OrdinalIgnoreCase).Select(g => (Name: g.Key, Count: g.Count()));
        var roles = active.SelectMany(p => p.Roles).GroupBy(r => r).OrderBy(g => g.Key).Select(g => (Name: Roles.Name(g.Key), Count: g.Count()));
        return teams.OrderBy(t => t.Name, StringComparer.OrdinalIgnoreCase).Concat(roles)
            .Aggregate(StaffCard.Titled("Which team?"), (c, t) => c.Row(StaffText.Of($"{t.Name:b} · {t.Count}"), Button.Act("team.show", CommandWords.Cut(t.Name, 30), t.Name)));
    }
}
