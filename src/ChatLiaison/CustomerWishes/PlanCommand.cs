using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using ChatLiaison.Time;
using NodaTime;

namespace ChatLiaison.CustomerWishes;

/// <summary>
/// The customer's button <c>How you are told</c>, ours <c>How they are told</c>, and <c>/liaison plan REF</c>: how often and where the
/// customer hears about a case (S27). It paces the updates; a critical case is never told less often than the playbook says.
/// </summary>
internal sealed class PlanCommand(CaseActs acts, CommitmentStore commitments, PlaybookSource playbooks, People.Directory directory) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison plan", "REF", "Change how often and where the customer is told about a case.");

    public Access Access => Access.Anyone;

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) =>
        acts.AskAsync(caller, call, c => AskAsync(caller, c, cancellationToken), cancellationToken);

    public Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        acts.AskAsync(caller, press.Value, c => AskAsync(caller, c, cancellationToken), cancellationToken);

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        if (await acts.FindAsync(caller, submission.State, cancellationToken) is not { } c)
        {
            return CaseActs.NoSuchCase("");
        }

        var values = submission.Values;
        var plan = PlanWords.Read(values.One("often"), values.One("way"), values.One("details"));
        if (caller.IsCustomer && plan.Details.Length == 0 && await commitments.PlanAsync(c.Id, cancellationToken) is { } agreed && agreed.By == plan.By)
        {
            plan = plan with { Details = agreed.Details };
        }

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

        var next = caller.IsCustomer ? values.Moment("next") : null;
        if (next is { } at && Wrong(c, plan, promises, at, caller.Now) is { } wrong)
        {
            return Reply.Wrong(new FieldError("next", wrong));
        }

        var words = PlanWords.Say(plan, wanted);
        return await acts.ActAsync(
            caller, submission.Key, submission.State,
            (x, by) => WishRules.Agree(x, plan, Recorded(caller, by, plan, words, next), caller.IsCustomer, next),
            x => next is { } hears ? CustomerText.Of($"Agreed for {x.ReferenceText}: {words}. You hear from us next by {hears}.") : CustomerText.Of($"Agreed for {x.ReferenceText}: {words}."),
            cancellationToken);
    }

    /// <summary>Why the next update can't be at that time; null when it can. A critical case is never told of later than the playbook says.</summary>
    private static string? Wrong(SupportCase c, CommunicationPlan plan, PromisePlan promises, Instant next, Instant now) =>
        next <= now ? "That time has passed. Choose one that lies ahead."
        : c.IsCritical && promises.NextUpdate(c, next, plan, now)?.DueAt < next ? $"While this is {c.Priority}, you hear more often than that. Choose an earlier time, or leave it empty."
        : null;

    private static string Recorded(Caller caller, Actor by, CommunicationPlan plan, CustomerText words, Instant? next)
    {
        var how = $"{words.ToPlain()}{(plan.Details.Length > 0 ? $" ({plan.Details})" : "")}.";
        return !caller.IsCustomer ? $"{by.Name} agreed with the customer how they are told: {how}"
            : next is { } at ? $"{by.Name} wants to hear next by {ChatText.InUtc(at, MomentStyle.DateAndTime)}, and asks to be told: {how}"
            : $"{by.Name} asks to be told: {how}";
    }

    private async Task<Reply> AskAsync(Caller caller, SupportCase c, CancellationToken cancellationToken)
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
            Details(caller, plan.Details));
        return Reply.Show(!caller.IsCustomer ? form : form with
        {
            Fields = [.. form.Fields, new MomentField("next", "When do you want to hear next?") { Hint = "Sooner or later than planned, just this once. Empty for as planned." }],
        });
    }

    /// <summary>Whoever of the customer's opens the form may not be who gave the number, so it is not shown to them.</summary>
    private static TextField Details(Caller caller, string known) => new("details", "Number or address")
    {
        MaxLength = 200,
        Initial = caller.IsCustomer ? "" : known,
        Hint = caller.IsCustomer && known.Length > 0 ? "Only our own people see it. Empty keeps the one we have." : "Only our own people see it.",
    };

    private PromisePlan PlanOf(SupportCase c) => new(playbooks.Current, directory.Current.CustomerById(c.CustomerId)?.Calendar);
}
