using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using NodaTime.Text;

namespace ChatLiaison.OnCall;

/// <summary><c>/liaison rotation [NAME]</c>: makes or changes a rotation.</summary>
internal sealed class RotationCommand(OnCallDesk desk, PersonMail mail) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison rotation", "[NAME]", "Make a rotation for a role or a team, or change one.");

    public Access Access => Access.Management;

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) => Task.FromResult(Open(caller, call.Text.Trim()));

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        press.Action == "rotation.giveup" ? await GiveUpAsync(new Act(caller, press.Key), press.Value, cancellationToken) : Open(caller, press.Value);

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        var (values, me) = (submission.Values, desk.Known.PersonById(caller.PersonId!.Value)!);
        var name = values.One("name");
        if (!OnCallRotation.IsName(name))
        {
            return Reply.Wrong(new FieldError("name", $"A name is made of {OnCallRotation.NameRule}."));
        }

        if (LocalDatePattern.Iso.Parse(values.One("starts")) is not { Success: true } starts)
        {
            return Reply.Wrong(new FieldError("starts", "Write the day like 2026-01-05."));
        }

        var role = values.One("for") is { Length: > 0 } chosen && Roles.ByName.TryGetValue(chosen, out var known) ? known : (Role?)null;
        var team = values.One("team");
        if ((role is null) == (team.Length == 0))
        {
            return Reply.Wrong(new FieldError("team", "A rotation is for a role or for a team. Fill in one of them."));
        }

        var (shifts, wrong) = ShiftLines.Read(values.One("shifts"), values.One("turns"), starts.Value, me, desk.Known);
        if (shifts is null)
        {
            return Reply.Wrong(new FieldError("shifts", wrong));
        }

        var act = new Act(caller, submission.Key);
        var refusal = await desk.ChangeAsync(act, (work, fresh) => Task.FromResult(Write(work, fresh, act, submission.State, new(Guid.NewGuid(), name, role, team, shifts))), cancellationToken);
        return refusal is { } why
            ? Reply.Wrong(new FieldError("name", why.ToPlain()))
            : Reply.Done(CustomerText.Of($"The rotation {CustomerText.Name(name)} stands. Now {CustomerText.Name(OnCallWords.Name(desk.Known.OnCall.Named(name)?.At(caller.Now)))} is on call."));
    }

    /// <param name="state">The id of the rotation that is changed; empty for a new one.</param>
    private string? Write(Storage.UnitOfWork work, StaffIndex fresh, Act act, string state, OnCallRotation wanted)
    {
        var before = Guid.TryParse(state, out var id) ? fresh.Rotations.FirstOrDefault(r => r.Id == id) : null;
        var same = fresh.Rotations.FirstOrDefault(r => r.Name == wanted.Name);
        if (same is { Active: true } && same.Id != before?.Id)
        {
            return $"There is a rotation {wanted.Name} already. Change that one, or take another name.";
        }

        // One of that name that was given up comes back as this.
        before ??= same;
        var after = wanted with { Id = before?.Id ?? wanted.Id, Shifts = before is null || state.Length == 0 ? wanted.Shifts : ShiftLines.Kept(wanted.Shifts, before.Shifts) };
        string Email(Guid person) => fresh.ById(person)!.Email;
        RotationStore.Write(work, after, null);
        if (before is null)
        {
            OnCallDesk.Log(work, act, after, $"added: {RotationFields.Of(after, Email).Text("shifts")}");
        }
        else
        {
            foreach (var line in ThreeWay.Merge(RotationFields.Of(before, Email), RotationFields.Of(after, Email), null, replace: true).Changes)
            {
                OnCallDesk.Log(work, act, after, line);
            }

            TellThoseWhoseTurnChanged(work, fresh, act, before, after);
        }

        return null;
    }

    private void TellThoseWhoseTurnChanged(Storage.UnitOfWork work, StaffIndex fresh, Act act, OnCallRotation before, OnCallRotation after)
    {
        var overrides = fresh.OnCall.ById(before.Id)?.Overrides ?? [];
        Dictionary<Guid, TurnOf> Next(OnCallRotation rotation) => TurnChoices.All(new OnCallIndex([rotation], overrides, fresh.People), work.Now)
            .GroupBy(t => t.Person.Id).ToDictionary(g => g.Key, g => g.First());

        var (was, now) = (Next(before), Next(after));
        foreach (var id in was.Keys.Union(now.Keys).Where(id => id != act.Caller.PersonId))
        {
            var (old, turn) = (was.GetValueOrDefault(id), now.GetValueOrDefault(id));
            if ((old?.From, old?.Until) != (turn?.From, turn?.Until))
            {
                mail.Tell(work, id, StaffCard.Titled(StaffText.Of($"Your turns on call for {after.For} have changed"))
                    .Say(turn is null ? StaffText.Of($"{act.By} changed the rotation. You have no turn in the next eight weeks.") : StaffText.Of($"{act.By} changed the rotation. Your next turn is {turn.From} until {turn.Until}."))
                    .With(Button.Act("oncall.show", "Who is on call", after.Name)));
            }
        }
    }

    private async Task<Reply> GiveUpAsync(Act act, string name, CancellationToken cancellationToken)
    {
        var refusal = await desk.ChangeAsync(
            act,
            (work, fresh) =>
            {
                if (fresh.OnCall.Named(name) is not { } plan)
                {
                    return Task.FromResult<string?>("That rotation was given up already.");
                }

                RotationStore.Write(work, plan.Rotation with { Active = false }, null);
                OnCallDesk.Log(work, act, plan.Rotation, "given up");
                return Task.FromResult<string?>(null);
            },
            cancellationToken);
        return refusal is null ? Reply.Done(CustomerText.Of($"The rotation is given up. Nobody takes turns for it any more.")) : Reply.Refused(refusal);
    }

    private Reply Open(Caller caller, string name)
    {
        var (known, me) = (desk.Known, desk.Known.PersonById(caller.PersonId!.Value)!);
        var rotation = known.OnCall.Named(name)?.Rotation;
        if (rotation is null && name.Length > 0 && name != "new")
        {
            return Reply.Refused(CustomerText.Of($"There is no rotation of that name. Use /liaison rotation alone to make one."));
        }

        var turn = rotation?.Shifts[0].Turn.ToString() ?? "weekly Mon";
        var starts = rotation?.Shifts[0].Starts ?? caller.Now.InZone(me.Zone).Date;
        return Reply.Show(new Form(
            "rotation.submit",
            rotation is null ? "New rotation" : "Change the rotation",
            "Save",
            [
                new TextField("name", "Name") { Required = true, Initial = rotation?.Name ?? "", MaxLength = 40, Hint = $"Made of {OnCallRotation.NameRule}." },
                new ChoiceField("for", "For which role?", [.. Roles.ByName.Keys.Select(r => new Choice(r, r))]) { Initial = rotation?.Role is { } role ? [Roles.Name(role)] : [] },
                new TextField("team", "Or for which team?") { Initial = rotation?.Team ?? "", MaxLength = 40 },
                new TextField("shifts", "When, where, who") { Required = true, Multiline = true, MaxLength = 2000, Initial = rotation is null ? "" : ShiftLines.Format(rotation, id => known.PersonById(id)!.Name), Hint = $"One line for each shift, such as {ShiftLines.Example}. Each lasts until the next begins, so two lines follow the sun. Mon-Fri after the place limits the days." },
                new ChoiceField("turns", "When does the next person follow?", [new Choice("daily", "Every day"), .. Days.Select(d => new Choice($"weekly {d[..3]}", $"Every week, on {d}"))]) { Required = true, Initial = [turn] },
                new TextField("starts", "First day") { Required = true, Initial = LocalDatePattern.Iso.Format(starts), MaxLength = 10, Hint = "It is in the turn of the first who is named." },
            ])
        {
            State = rotation?.Id.ToString() ?? "",
            Token = Guid.NewGuid().ToString("N"),
            Opener = Button.Open("rotation.open", rotation is null ? "New rotation" : "Change the rotation", rotation?.Name ?? "", ButtonStyle.Primary),
            OpenerText = CustomerText.Of($"Who takes turns, when and where: the button opens the form."),
        });
    }

    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
}
