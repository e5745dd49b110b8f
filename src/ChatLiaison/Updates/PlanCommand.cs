using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using ChatLiaison.Time;

namespace ChatLiaison.Updates;

/// <summary>
/// The customer's button <c>How you are told</c>, ours <c>How they are told</c>, and <c>/liaison plan REF</c>: how often and where the
/// customer hears about a case (S27). It paces the updates; a critical case is never told less often than the playbook says.
/// </summary>
internal sealed class PlanCommand(CaseActs acts, CommitmentStore commitments, PlaybookSource playbooks, People.Directory directory) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison plan", "REF", "Change how often and where the customer is told about a case.");

    public Access Access => Access.Anyone;

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (found, refusal) = await acts.FindAsync(caller, call, cancellationToken);
        return found is null ? refusal! : await AskAsync(found, cancellationToken);
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        await acts.FindAsync(caller, press.Value, cancellationToken) is { } found ? await AskAsync(found, cancellationToken) : CaseActs.NoSuchCase("");

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        if (await acts.FindAsync(caller, submission.State, cancellationToken) is not { } c)
        {
            return CaseActs.NoSuchCase("");
        }

        var values = submission.Values;
        var plan = PlanWords.Read(values.One("often"), values.One("way"), values.One("details"));
        if (plan.By is "phone" or "email" && plan.Details.Length == 0)
        {
            return Reply.Wrong(new FieldError("details", plan.By == "phone" ? "Write the number we should call." : "Write the address we should write to."));
        }

        var promises = PlanOf(c);
        var (policy, wanted) = (playbooks.Current.For(c.Priority).UpdateEvery, promises.Cadence(c.Priority, plan));
        if (c.IsCritical && policy is { } most && (plan.OnChange || plan.Every > most))
        {
            return Reply.Wrong(new FieldError("often", $"While this is {c.Priority}, you hear at least every {DurationText.Humanise(most)}. Choose that or more often."));
        }

        var words = PlanWords.Say(plan, wanted);
        return await acts.ActAsync(
            caller, submission.Key, submission.State,
            (x, by) => InformRules.Agree(
                x, plan, $"{by.Name} {(caller.IsCustomer ? "asks to be told" : "agreed with the customer how they are told")}: {words.ToPlain()}{(plan.Details.Length > 0 ? $" ({plan.Details})" : "")}.", caller.IsCustomer),
            x => CustomerText.Of($"Agreed for {x.ReferenceText}: {words}."), cancellationToken);
    }

    private async Task<Reply> AskAsync(SupportCase c, CancellationToken cancellationToken)
    {
        if (!c.Status.IsOpen())
        {
            return Reply.Refused(CustomerText.Of($"{c.ReferenceText} is settled, so there are no updates to pace. Write in this channel if it is not."));
        }

        var plan = await commitments.PlanAsync(c.Id, cancellationToken) ?? CommunicationPlan.AsUsual;
        var usual = PlanOf(c).Cadence(c.Priority, null) is { } every ? $"As usual for {c.Priority}: every {DurationText.Humanise(every)}" : $"As usual for {c.Priority}: when there is something new";
        var form = CaseForm.About(
            c, "plan.submit", "How you are told", "Agree",
            new ChoiceField("often", "How often?", [new Choice("usual", usual), .. PlanWords.Often.Select(o => new Choice(o.Value, o.Label))]) { Required = true, Initial = [PlanWords.Chosen(plan)] },
            new ChoiceField("way", "Where?", PlanWords.WayChoices) { Required = true, Initial = [plan.By] },
            new TextField("details", "Number or address") { MaxLength = 200, Initial = plan.Details, Hint = "Only our own people see it." });
        return Reply.Show(form);
    }

    private PromisePlan PlanOf(SupportCase c) => new(playbooks.Current, directory.Current.CustomerById(c.CustomerId)?.Calendar);
}
