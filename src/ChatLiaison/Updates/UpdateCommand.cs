using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using NodaTime;

namespace ChatLiaison.Updates;

/// <summary>The button <c>Update customer</c>: words for the customer, and when they hear next; that is a promise from then on.</summary>
internal sealed class UpdateCommand(CaseActs acts) : CaseFormCommand(acts)
{
    private static readonly (string Value, string Label, Duration After)[] Soon =
    [
        ("30m", "In 30 minutes", Duration.FromMinutes(30)),
        ("1h", "In 1 hour", Duration.FromHours(1)),
        ("2h", "In 2 hours", Duration.FromHours(2)),
        ("4h", "In 4 hours", Duration.FromHours(4)),
        ("1d", "This time tomorrow", Duration.FromDays(1)),
    ];

    public override CommandSpec Spec { get; } = new("liaison update", "REF", "Tell the customer how it stands and when they hear next.");

    public override Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        var next = NextUpdate(submission, caller.Now);
        return next <= caller.Now
            ? Task.FromResult(Reply.Wrong(new FieldError("at", "That time has passed. Choose one that lies ahead.")))
            : Acts.ActAsync(
                caller, submission.Key, submission.State,
                (c, by) => CaseRules.Tell(c, by, submission.Values.One("words"), next, alreadySaid: false, caller.Now),
                c => next is { } at
                    ? CustomerText.Of($"The customer is told. You promised the next update on {c.ReferenceText} by {at}.")
                    : CustomerText.Of($"The customer is told about {c.ReferenceText}."),
                cancellationToken);
    }

    /// <summary>A time of its own wins over the list.</summary>
    private static Instant? NextUpdate(FormSubmission submission, Instant now) =>
        submission.Values.Moment("at") ?? (Array.Find(Soon, s => s.Value == submission.Values.One("next")) is { Value: not null } soon ? now + soon.After : null);

    protected override Reply Ask(SupportCase c)
    {
        var form = CaseForm.About(
            c, "update.submit", $"Update on {c.Reference}", "Send to the customer",
            new TextField("words", "What should the customer know?") { Required = true, Multiline = true, Hint = "They read exactly this, with your name." },
            new ChoiceField("next", "When do they hear next?", [.. Soon.Select(s => new Choice(s.Value, s.Label)), new Choice("none", "No promise")])
            {
                Required = true,
                Initial = ["2h"],
            },
            new MomentField("at", "Or at a time of your own"));
        return Reply.Show(form with { Title = "Update the customer" });
    }
}
