using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Handover;

/// <summary><c>/liaison brief REF</c>: the technical brief, to read, to send to engineering, or to post in one of our rooms.</summary>
internal sealed class BriefCommand(HandoverDesk desk, BriefReader briefs, BriefSending sending, People.Directory directory) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison brief", "REF [send|here]", "The technical brief of a case: read it, send it to engineering, or post it here.");

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (found, refusal) = await desk.Acts.FindAsync(caller, call, cancellationToken);
        if (found is null)
        {
            return refusal!;
        }

        var (first, after) = CommandWords.Split(call.Text);
        return CommandWords.Lower(first.Contains('-', StringComparison.Ordinal) ? CommandWords.Split(after).First : first) switch
        {
            "" => await ShowAsync(caller, found, cancellationToken),
            "send" => await SendAsync(caller, call.Key, found.Id.ToString(), cancellationToken),
            "here" => Refusal(call.Place, found) is { } why
                ? Reply.Refused(why)
                : Reply.Show(BriefCard.Draw(await briefs.ReadAsync(found, caller.Now, cancellationToken)), Visibility.Here),
            _ => Reply.Refused(CustomerText.Of($"Say send to send the brief to engineering, here to post it in this room, or nothing to read it.")),
        };
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        if (press.Action == "brief.send")
        {
            return await SendAsync(caller, press.Key, press.Value, cancellationToken);
        }

        return await desk.Acts.FindAsync(caller, press.Value, cancellationToken) is not { } c ? CaseActs.NoSuchCase("")
            : press.Action == "brief.copy" ? Reply.Show(Copy(c, BriefText.Write(await briefs.ReadAsync(c, caller.Now, cancellationToken))))
            : await ShowAsync(caller, c, cancellationToken);
    }

    /// <summary>The text is read and copied, not filled in: submitting only closes it.</summary>
    public Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken) => Task.FromResult(Reply.Done());

    internal async Task<Reply> ShowAsync(Caller caller, SupportCase c, CancellationToken cancellationToken) =>
        Reply.Show(BriefCard.Draw(await briefs.ReadAsync(c, caller.Now, cancellationToken)));

    private static Form Copy(SupportCase c, string markdown) => CopyForm.Of(
        "brief.close", Button.Open("brief.copy", "Open the text", c.Id.ToString(), ButtonStyle.Primary),
        StaffText.Of($"The brief of {c.Reference} as Markdown. For our own people."), markdown, $"/case {c.Reference} log shows the rest.");

    /// <summary>A brief is for our own people: it is posted in our own rooms and nowhere else.</summary>
    private CustomerText? Refusal(ChatPlace place, SupportCase c)
    {
        var known = directory.Current;
        return known.CustomerByChannel(place.Platform, place.ChannelId) is { } customer
            ? CustomerText.Of($"This is {CustomerText.Name(customer.Name)}'s channel, so the brief stays out of it. Ask for it in one of our own rooms.")
            : !known.IsStaffChannel(place.Platform, place.ChannelId) || c.Restricted
                ? CustomerText.Of($"Not everyone here may read the brief of {c.ReferenceText}. Ask for it in one of our own rooms, or read it with /liaison brief {c.ReferenceText}")
                : null;
    }

    private Task<Reply> SendAsync(Caller caller, string key, string caseId, CancellationToken cancellationToken) =>
        desk.ActAsync(caller, key, caseId, (work, c) => sending.RunAsync(work, c, CaseActs.ActorOf(caller), cancellationToken), cancellationToken);
}
