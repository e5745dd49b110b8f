using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.OnCall;

/// <summary><c>/liaison override</c>: somebody stands in on call for a day or any other span.</summary>
internal sealed class OverrideCommand(OnCallDesk desk, PersonMail mail, PersonChoices choices) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison override", "[ROTATION]", "Stand in on call for a day or another span; a manager can also put somebody else on.");

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) => Task.FromResult(Open(caller, call.Text));

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        press.Action == "override.withdraw" && Guid.TryParse(press.Value, out var id)
            ? await WithdrawAsync(new Act(caller, press.Key), id, cancellationToken)
            : Open(caller, press.Value);

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        var values = submission.Values;
        if (desk.Known.OnCall.Named(values.One("rotation")) is not { } plan)
        {
            return Reply.Wrong(new FieldError("rotation", "Choose one of the rotations."));
        }

        if (!Guid.TryParse(values.One("person"), out var id) || desk.Known.PersonById(id) is not { Active: true } person)
        {
            return Reply.Wrong(new FieldError("person", "Choose somebody who works here."));
        }

        if (values.Moment("from") is not { } from || values.Moment("until") is not { } until)
        {
            return Reply.Wrong(new FieldError("until", "Choose when it begins and when it ends."));
        }

        if (OnCallRules.Refusal(caller.PersonId!.Value, caller.Roles, person, from, until, caller.Now) is { } wrong)
        {
            return Reply.Wrong(new FieldError(person.Id != caller.PersonId && !OnCallRules.MayManage(caller.Roles) ? "person" : "until", wrong));
        }

        var (act, entry) = (new Act(caller, submission.Key), new OnCallOverride(Guid.NewGuid(), plan.Rotation.Id, person.Id, null, from, until, values.One("reason")));
        var refusal = await desk.ChangeAsync(act, (work, fresh) => Task.FromResult(Lay(work, fresh, act, entry)), cancellationToken);
        return refusal is { } why
            ? Reply.Refused(why)
            : Reply.Done(CustomerText.Of($"{CustomerText.Name(person.Name)} is on call for {CustomerText.Name(plan.Rotation.For)} from {from} until {until}."));
    }

    private string? Lay(UnitOfWork work, StaffIndex fresh, Act act, OnCallOverride entry)
    {
        if (fresh.OnCall.ById(entry.RotationId) is not { } plan)
        {
            return "That rotation was given up meanwhile.";
        }

        OnCallDesk.AddOverride(work, act, plan.Rotation, entry, id => fresh.ById(id)!.Email);
        var standIn = fresh.ById(entry.PersonId)!;
        var relieved = plan.Turns.Spans(entry.From, entry.Until).Select(s => s.Member?.Id).OfType<Guid>().Distinct().Where(id => id != standIn.Id && id != act.Caller.PersonId);
        foreach (var id in relieved)
        {
            mail.Tell(work, id, Note(StaffText.Of($"{standIn.Name} stands in for you on call"), plan.Rotation, entry, act));
        }

        if (standIn.Id != act.Caller.PersonId)
        {
            mail.Tell(work, standIn.Id, Note("You are on call", plan.Rotation, entry, act));
        }

        return null;
    }

    private static StaffCard Note(StaffText title, OnCallRotation rotation, OnCallOverride entry, Act act)
    {
        var card = StaffCard.Titled(title).Say(StaffText.Of($"{rotation.For}, {entry.From} until {entry.Until}, arranged by {act.By}."));
        card = entry.Reason.Length > 0 ? card.Quoting(entry.Reason) : card;
        return card.With(Button.Act("oncall.show", "Who is on call", rotation.Name));
    }

    private async Task<Reply> WithdrawAsync(Act act, Guid id, CancellationToken cancellationToken)
    {
        var refusal = await desk.ChangeAsync(act, (work, fresh) => WithdrawAsync(work, fresh, act, id, cancellationToken), cancellationToken);
        return refusal is null ? Reply.Done(CustomerText.Of($"It is taken back. The rotation goes on as usual.")) : Reply.Refused(refusal);
    }

    private async Task<string?> WithdrawAsync(UnitOfWork work, StaffIndex fresh, Act act, Guid id, CancellationToken cancellationToken)
    {
        var plan = fresh.OnCall.All.FirstOrDefault(p => p.Overrides.Any(o => o.Id == id));
        if (plan?.Overrides.First(o => o.Id == id) is not { } entry)
        {
            return "That is no longer in the rotation.";
        }

        if (!OnCallRules.MayWithdraw(act.Caller.PersonId!.Value, act.Caller.Roles, entry))
        {
            return $"Only {fresh.ById(entry.PersonId)!.Name} or a manager can take that back. Ask one of them.";
        }

        // Of a swap both halves go: nobody keeps a turn of somebody who gives none in return.
        OnCallOverride[] gone = [entry];
        if (await SwapStore.AcceptedAsync(work, entry, cancellationToken) is { } swap)
        {
            gone = [entry, .. OnCallRules.OtherHalf(swap, entry, plan.Overrides, work.Now)];
            SwapStore.Answer(work, swap.Id, SwapState.Undone);
            mail.Redraw(work, swap.AskedId, SwapCard.Letter(swap));
        }

        foreach (var one in gone)
        {
            RotationStore.Withdraw(work, one.Id);
            OnCallDesk.Log(work, act, plan.Rotation, $"override withdrawn: {RotationFields.OverrideKey(RotationFields.Of(one, plan.Rotation.Name, p => fresh.ById(p)!.Email))}");
            Tell(work, one.PersonId, "You no longer stand in on call", one);
            foreach (var back in OnCallRules.BackOn(plan, one, [.. gone.Select(g => g.Id)], fresh.People, work.Now))
            {
                Tell(work, back, "You are on call again", one);
            }
        }

        return null;

        void Tell(UnitOfWork inWork, Guid person, StaffText title, OnCallOverride about)
        {
            if (person != act.Caller.PersonId)
            {
                mail.Tell(inWork, person, Note(title, plan.Rotation, about, act));
            }
        }
    }

    private Reply Open(Caller caller, string rotation)
    {
        var (known, me) = (desk.Known, desk.Known.PersonById(caller.PersonId!.Value)!);
        if (known.OnCall.All.Count == 0)
        {
            return Reply.Refused(CustomerText.Of($"There is no rotation yet. A manager makes one with /liaison rotation."));
        }

        var plan = known.OnCall.Named(rotation.Trim()) ?? known.OnCall.All[0];
        var hour = (caller.Now + Duration.FromMinutes(59)).InUtc().LocalDateTime.With(TimeAdjusters.TruncateToHour).InUtc().ToInstant();
        return Reply.Show(new Form(
            "override.submit",
            "Stand in on call",
            "Save",
            [
                new ChoiceField("rotation", "For which rotation?", [.. known.OnCall.All.Take(100).Select(p => new Choice(p.Rotation.Name, p.Rotation.Name))])
                {
                    Required = true,
                    Initial = [plan.Rotation.Name],
                },
                choices.Field("person", "Who stands in?", p => p.Id == me.Id || (p.Roles.Count > 0 && OnCallRules.MayManage(caller.Roles)), me.Id) with { Required = true },
                new MomentField("from", "From") { Required = true, Initial = hour },
                new MomentField("until", "Until") { Required = true, Initial = hour + Duration.FromDays(1) },
                new TextField("reason", "Why?") { MaxLength = 200, Hint = "Whoever is relieved reads it." },
            ])
        {
            Token = Guid.NewGuid().ToString("N"),
            Opener = Button.Open("override.open", "Stand in on call", plan.Rotation.Name, ButtonStyle.Primary),
            OpenerText = CustomerText.Of($"Stand in on call for a day or another span: the button opens the form."),
        });
    }
}
