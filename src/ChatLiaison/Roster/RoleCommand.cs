using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Playbook;

namespace ChatLiaison.Roster;

/// <summary><c>/liaison role NAME</c>: gives and takes roles, and says which team somebody is in.</summary>
internal sealed class RoleCommand(PersonDesk desk, PersonMail mail) : IChatCommand
{
    private static readonly CustomerText Gone = CustomerText.Of($"That person is no longer in the directory. Look them up with /liaison people.");

    public CommandSpec Spec { get; } = new("liaison role", "NAME", "Give or take somebody's roles, or put them into a team.");

    public Access Access => Access.Management;

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (person, wrong) = PersonSearch.One(mail.Known, call.Text);
        return Task.FromResult(person is null ? Reply.Refused(CustomerText.Name(wrong)) : Reply.Show(Ask(caller, person)));
    }

    public Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        Task.FromResult(Guid.TryParse(press.Value, out var id) && mail.Known.PersonById(id) is { Active: true } person ? Reply.Show(Ask(caller, person)) : Reply.Refused(Gone));

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(submission.State, out var id))
        {
            return Reply.Refused(Gone);
        }

        var mine = RoleRules.Grantable(caller.Roles);
        var chosen = submission.Values.Many("roles").Where(Roles.ByName.ContainsKey).Select(r => Roles.ByName[r]).ToHashSet();
        var team = submission.Values.One("team");
        var change = await desk.ChangeAsync(
            new Act(caller, submission.Key),
            id,
            (person, everyone) => Decide(caller, person, everyone, [.. person.Roles.Except(mine), .. chosen], team),
            (work, after) => Tell(work, caller, after),
            cancellationToken);
        return change.After is { } changed
            ? Reply.Done(CustomerText.Of($"{CustomerText.Name(changed.Name)} is now {CustomerText.Name(Words(changed))}."))
            : Reply.Wrong(new FieldError("roles", change.Refusal!.ToPlain()));
    }

    private static PersonChange Decide(Caller caller, Person person, IReadOnlyList<Person> everyone, HashSet<Role> roles, string team)
    {
        var otherAdmins = everyone.Count(p => p.Active && p.Id != person.Id && p.Roles.Contains(Role.Admin));
        return RoleRules.Refusal(caller.Roles, caller.PersonId == person.Id, person.Name, person.Roles, roles, otherAdmins) is { } refusal
            ? PersonChange.No(CustomerText.Name(refusal))
            : PersonChange.To(person with { Roles = roles, Team = team });
    }

    private void Tell(Storage.UnitOfWork work, Caller caller, Person after)
    {
        if (after.Id != caller.PersonId)
        {
            mail.Tell(work, after.Id, StaffCard.Plain(StaffText.Of($"{caller.Name} changed what you are here: you are now {Words(after)}."))
                .With(Button.Act("me.show", "My page", "")));
        }
    }

    private static string Words(Person person)
    {
        var roles = person.Roles.Count == 0 ? "without a role" : Playbook.Words.All(person.Roles.Order().Select(Roles.Name));
        return person.Team.Length > 0 ? $"{roles}, in {person.Team}" : roles;
    }

    private static Form Ask(Caller caller, Person person)
    {
        var mine = RoleRules.Grantable(caller.Roles);
        var beyond = person.Roles.Except(mine).Order().Select(Roles.Name).ToList();
        return new Form(
            "role.submit",
            "Roles and team",
            "Save",
            [
                new FormNote("who", beyond.Count == 0 ? StaffText.Of($"{person.Name:b}") : StaffText.Of($"{person.Name:b}, who also stays {Playbook.Words.All(beyond)}")),
                new ChoiceField("roles", "Roles", [.. mine.Select(r => new Choice(Roles.Name(r), Roles.Name(r)))])
                {
                    Multiple = true,
                    Initial = [.. person.Roles.Intersect(mine).Order().Select(Roles.Name)],
                },
                new TextField("team", "Team") { Initial = person.Team, MaxLength = 40, Hint = "The same spelling for everyone in it. Leave it empty for none." },
            ])
        {
            State = person.Id.ToString(),
            Token = Guid.NewGuid().ToString("N"),
            Opener = Button.Open("role.open", "Roles and team", person.Id.ToString(), ButtonStyle.Primary),
            OpenerText = CustomerText.Of($"Roles and team of {CustomerText.Name(person.Name)}: the button opens the form."),
        };
    }
}
