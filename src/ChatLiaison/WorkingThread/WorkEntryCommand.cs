using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.WorkingThread;

/// <summary>A line of the working thread, by a command, a button, or the action on a message of the thread. It stays inside.</summary>
internal abstract class WorkEntryCommand(CaseActs acts) : IChatCommand
{
    public abstract CommandSpec Spec { get; }

    protected abstract CaseEventKind Kind { get; }

    private string Name => Spec.Name.Split(' ')[^1];

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (found, refusal) = await acts.FindAsync(caller, call, cancellationToken);
        if (found is null)
        {
            return refusal!;
        }

        var words = CaseWords.After(call.Text);
        return words.Length > 0 ? await LogAsync(caller, call.Key, found.Id.ToString(), WorkEntryRules.Make(Kind, words), cancellationToken) : Ask(found, call.Source?.Text ?? "");
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        await acts.FindAsync(caller, press.Value, cancellationToken) is { } found ? Ask(found, "") : CaseActs.NoSuchCase("");

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken) => submission.Values.Has("what")
        ? await LogAsync(caller, submission.Key, submission.State, Entry(submission.Values), cancellationToken)
        : Reply.Wrong(new FieldError("what", "Write what it was, or cancel."));

    protected abstract IReadOnlyList<Field> Fields(string words);

    protected abstract CaseEvent Entry(FormValues values);

    private Reply Ask(SupportCase c, string words) =>
        Reply.Show(CaseForm.About(c, $"{Name}.submit", $"{c.Reference}", "Log it", Fields(words)) with { Title = "For the working thread" });

    private Task<Reply> LogAsync(Caller caller, string key, string caseId, CaseEvent entry, CancellationToken cancellationToken) => acts.ActAsync(
        caller, key, caseId,
        (c, _) => c.Status.IsEnded() ? CaseRules.Ended(c)! : CaseDecision.To(c, entry),
        c => CustomerText.Of($"Logged on {c.ReferenceText}. It stays inside."), cancellationToken);
}

/// <summary>The button <c>Log a finding</c> and <c>/liaison finding REF what</c>.</summary>
internal sealed class FindingCommand(CaseActs acts) : WorkEntryCommand(acts)
{
    public override CommandSpec Spec { get; } = new("liaison finding", "REF [what]", "Log what was found out about a case; it stays inside.")
    {
        MessageShortcut = "Log as a finding",
    };

    protected override CaseEventKind Kind => CaseEventKind.Found;

    protected override IReadOnlyList<Field> Fields(string words) =>
        [new TextField("what", "What was found out?") { Required = true, Multiline = true, Initial = words, Hint = "For our own people." }];

    protected override CaseEvent Entry(FormValues values) => new(CaseEventKind.Found, values.One("what"));
}

/// <summary>The button <c>Log an attempt</c> and <c>/liaison tried REF what → result</c>.</summary>
internal sealed class TriedCommand(CaseActs acts) : WorkEntryCommand(acts)
{
    public override CommandSpec Spec { get; } = new("liaison tried", "REF [what → result]", "Log what was tried on a case and what came of it; it stays inside.");

    protected override CaseEventKind Kind => CaseEventKind.Tried;

    protected override IReadOnlyList<Field> Fields(string words) =>
    [
        new TextField("what", "What was tried?") { Required = true, Multiline = true, Initial = words, Hint = "For our own people." },
        new TextField("result", "What came of it?") { Multiline = true },
    ];

    protected override CaseEvent Entry(FormValues values) => WorkEntryRules.Tried(values.One("what"), values.One("result"));
}
