using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Customers;
using NodaTime;

namespace ChatLiaison.WorkingThread;

/// <summary>
/// One of the three things that a customer must hear of (S126). Recording it inside opens a promise to inform them, with a clock of its
/// own and a draft that waits in the update's form.
/// </summary>
internal abstract class InformCommand(CaseActs acts) : IChatCommand
{
    public abstract CommandSpec Spec { get; }

    private string Name => Spec.Name.Split(' ')[^1];

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (found, refusal) = await acts.FindAsync(caller, call, cancellationToken);
        return found is null ? refusal! : Ask(found, CaseWords.After(call.Text));
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        var (id, words) = press.Value.Split('|', 2) is [var first, var rest] ? (first, rest) : (press.Value, "");
        return await acts.FindAsync(caller, id, cancellationToken) is { } found ? Ask(found, words) : CaseActs.NoSuchCase("");
    }

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        var errors = Check(submission.Values, caller.Now).ToList();
        return errors.Count > 0 ? Reply.Wrong(errors) : await acts.ActAsync(
            caller, submission.Key, submission.State,
            (c, _) => InformRules.Learn(c, Read(c, submission.Values), caller.Now),
            c => CustomerText.Of($"Recorded on {c.ReferenceText}. The customer is to hear of it: the draft is in the update."), cancellationToken);
    }

    protected abstract IReadOnlyList<Field> Fields(string words);

    protected abstract IEnumerable<FieldError> Check(FormValues values, Instant now);

    protected abstract Learned Read(SupportCase c, FormValues values);

    protected static IEnumerable<FieldError> Need(FormValues values, string field, string sentence)
    {
        if (!values.Has(field))
        {
            yield return new FieldError(field, sentence);
        }
    }

    private Reply Ask(SupportCase c, string words) => Reply.Show(CaseForm.About(c, $"{Name}.submit", "Recorded inside", "Record it", Fields(words)) with
    {
        Opener = Button.Open($"{Name}.open", "Open the form", words.Length == 0 ? c.Id.ToString() : $"{c.Id}|{CommandWords.Cut(words, 800)}", ButtonStyle.Primary),
    });
}

/// <summary>The button <c>The cause is known</c> and <c>/liaison cause REF</c>.</summary>
internal sealed class CauseCommand(CaseActs acts) : InformCommand(acts)
{
    public override CommandSpec Spec { get; } = new("liaison cause", "REF [cause]", "Record the cause and the plan; the customer is then to be informed.");

    protected override IReadOnlyList<Field> Fields(string words) =>
    [
        new TextField("cause", "What is the cause?") { Required = true, Multiline = true, MaxLength = 1500, Initial = words, Hint = "For our own people; it makes a draft for the customer that you can change." },
        new TextField("plan", "What is the plan?") { Required = true, Multiline = true, MaxLength = 1000 },
    ];

    protected override IEnumerable<FieldError> Check(FormValues values, Instant now) =>
        [.. Need(values, "cause", "Say what the cause is."), .. Need(values, "plan", "Say what is done about it: the customer will ask that first.")];

    protected override Learned Read(SupportCase c, FormValues values) => Learned.Cause(values.One("cause"), values.One("plan"));
}

/// <summary>The button <c>There is an estimate</c> and <c>/liaison estimate REF</c>.</summary>
internal sealed class EstimateCommand(CaseActs acts, People.Directory directory) : InformCommand(acts)
{
    public override CommandSpec Spec { get; } = new("liaison estimate", "REF [what it rests on]", "Record when a fix is expected; the customer is then to be informed.");

    protected override IReadOnlyList<Field> Fields(string words) =>
    [
        new MomentField("by", "When do you expect it to be fixed?") { Required = true },
        new TextField("rests", "What does that rest on?") { Multiline = true, MaxLength = 1000, Initial = words },
    ];

    protected override IEnumerable<FieldError> Check(FormValues values, Instant now)
    {
        if (values.Moment("by") is not { } by)
        {
            yield return new FieldError("by", "Say when, with a date and a time.");
        }
        else if (by <= now)
        {
            yield return new FieldError("by", "That time has passed. Choose one that lies ahead.");
        }
    }

    protected override Learned Read(SupportCase c, FormValues values) =>
        Learned.Estimate(values.Moment("by")!.Value, values.One("rests"), at => CaseContact.Time(directory.Current.CustomerById(c.CustomerId), c, at));
}

/// <summary>The button <c>There is a roadblock</c> and <c>/liaison roadblock REF</c>.</summary>
internal sealed class RoadblockCommand(CaseActs acts) : InformCommand(acts)
{
    public override CommandSpec Spec { get; } = new("liaison roadblock", "REF [what]", "Record what is in the way and the way round it; the customer is then to be informed.");

    protected override IReadOnlyList<Field> Fields(string words) =>
    [
        new TextField("what", "What is in the way?") { Required = true, Multiline = true, MaxLength = 1500, Initial = words, Hint = "For our own people; it makes a draft for the customer that you can change." },
        new TextField("way", "How do we get round it?") { Required = true, Multiline = true, MaxLength = 1000 },
    ];

    protected override IEnumerable<FieldError> Check(FormValues values, Instant now) =>
        [.. Need(values, "what", "Say what is in the way."), .. Need(values, "way", "Say how we get round it, even if that is only whom we ask.")];

    protected override Learned Read(SupportCase c, FormValues values) => Learned.Roadblock(values.One("what"), values.One("way"));
}
