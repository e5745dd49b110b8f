using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Handover;

/// <summary><c>/liaison bug REF</c>: what a bug report says beyond the case (S80). It stands in the brief, and leaves as text for a tracker.</summary>
internal sealed class BugCommand(HandoverDesk desk, BriefReader briefs) : IChatCommand
{
    private static readonly Choice[] Often = [new("Every time", "Every time"), new("Sometimes", "Sometimes"), new("Once so far", "Once so far"), new("Not tried", "Nobody has tried")];

    public CommandSpec Spec { get; } = new("liaison bug", "REF", "Write the bug report of a case; it stands in its brief and can be copied to a tracker.");

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (found, refusal) = await desk.Acts.FindAsync(caller, call, cancellationToken);
        return found is null ? refusal! : await AskAsync(found, cancellationToken);
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        await desk.Acts.FindAsync(caller, press.Value, cancellationToken) is { } found ? await AskAsync(found, cancellationToken) : CaseActs.NoSuchCase("");

    public Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        var v = submission.Values;
        return desk.ActAsync(
            caller, submission.Key, submission.State,
            async (work, c) =>
            {
                var by = CaseActs.ActorOf(caller);
                var details = c.Details with
                {
                    Steps = v.One("steps"),
                    Expected = v.One("expected"),
                    Actual = v.One("actual"),
                    ProductVersion = v.Has("version") ? v.One("version") : c.Details.ProductVersion,
                };
                BugReportStore.Write(work, new BugReport(
                    c.Id, v.One("component"), v.One("since"), v.One("reproducible"), v.One("workaround"), v.One("evidence"), caller.Name, caller.Now));
                var decision = HandoverRules.Supply(c, by, details, null, "the bug report is written.");
                return await desk.ApplyAsync(work, c, by, decision, cancellationToken)
                    ?? Reply.Done(CustomerText.Of($"The bug report of {c.ReferenceText} stands in its brief. Copy it from there: /liaison brief {c.ReferenceText}"));
            },
            cancellationToken);
    }

    private async Task<Reply> AskAsync(SupportCase c, CancellationToken cancellationToken)
    {
        if (CaseRules.Ended(c)?.Refusal is { } ended)
        {
            return Reply.Refused(ended);
        }

        var (d, known) = (c.Details, await briefs.Bugs.FindAsync(c.Id, cancellationToken));
        return Reply.Show(CaseForm.About(
            c, "bug.submit", "Bug report", "Save",
            new TextField("steps", "Steps to see it") { Required = true, Multiline = true, Initial = d.Steps },
            new TextField("expected", "What should happen") { Required = true, Multiline = true, Initial = d.Expected },
            new TextField("actual", "What happens instead") { Required = true, Multiline = true, Initial = d.Actual.Length > 0 ? d.Actual : d.Errors },
            new ChoiceField("reproducible", "Does it happen again?", Often) { Required = true, Initial = [known?.Reproducible ?? "Not tried"] },
            new TextField("component", "Which part of the product?") { MaxLength = 200, Initial = known?.Component ?? string.Join(", ", d.Surfaces) },
            new TextField("version", "In which version?") { MaxLength = 200, Initial = d.ProductVersion },
            new TextField("since", "Since which version or change?") { MaxLength = 300, Initial = known?.Since ?? "" },
            new TextField("workaround", "Is there a way round it?") { Multiline = true, MaxLength = 1000, Initial = known?.Workaround ?? "" },
            new TextField("evidence", "Logs, screenshots, request ids") { Multiline = true, MaxLength = 2000, Initial = known?.Evidence ?? "" }));
    }
}
