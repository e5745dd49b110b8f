using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Handover;

/// <summary><c>/liaison ticket REF URL</c>: links a ticket or a page to a case; with the address alone it leads back to the cases (S81, S270).</summary>
internal sealed class TicketCommand(HandoverDesk desk, LinkStore links) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison ticket", "REF [URL]", "Link a ticket or a page to a case; its status is shown where the tracker tells it. With the address alone: its cases.");

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (found, refusal) = await desk.Acts.FindAsync(caller, call, cancellationToken);
        if (found is null)
        {
            return LinkRules.Read(call.Text.Trim()) is { } page ? await CasesAsync(caller, page, cancellationToken) : refusal!;
        }

        var (first, after) = CommandWords.Split(call.Text);
        var words = first.Contains("://", StringComparison.Ordinal) ? call.Text : first.Contains('-', StringComparison.Ordinal) ? after : call.Text;
        return words.Length == 0 ? Ask(found) : await LinkAsync(caller, call.Key, found, words, cancellationToken);
    }

    private async Task<Reply> CasesAsync(Caller caller, Uri page, CancellationToken cancellationToken)
    {
        var card = StaffCard.Titled("Cases that it is linked to");
        var shown = 0;
        foreach (var id in await links.CasesOfAsync(page, cancellationToken))
        {
            if (await desk.Acts.FindAsync(caller, id.ToString(), cancellationToken) is { } c)
            {
                card = card.Row(StaffText.Of($"{c.Reference:b} {c.Priority.ToString()} · {c.Status.ForStaff()}\n{CommandWords.Cut(c.Title, 80)}"), Button.Act("case.show", "Show", c.Id.ToString()));
                shown++;
            }
        }

        return shown > 0 ? Reply.Show(card) : Reply.Refused(CustomerText.Of($"No case that you may see is linked to it. Link it with /liaison ticket, the case's reference and the address."));
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        await desk.Acts.FindAsync(caller, press.Value, cancellationToken) is { } found ? Ask(found) : CaseActs.NoSuchCase("");

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken) =>
        LinkRules.Read(submission.Values.One("url")) is not { } url ? Reply.Wrong(new FieldError("url", "Write the whole address, such as https://tracker.example.com/BUG-12"))
        : await AddAsync(caller, submission.Key, submission.State, url, submission.Values.One("title"), cancellationToken);

    /// <param name="words">An address, and after it what it is called.</param>
    internal Task<Reply> LinkAsync(Caller caller, string key, SupportCase c, string words, CancellationToken cancellationToken)
    {
        var (address, title) = CommandWords.Split(words);
        return LinkRules.Read(address) is { } url
            ? AddAsync(caller, key, c.Id.ToString(), url, CommandWords.Cut(title, 200), cancellationToken)
            : Task.FromResult(Reply.Refused(CustomerText.Of(
                $"That is not a web address. Write it whole, for instance: /case {c.ReferenceText} link https://tracker.example.com/BUG-12")));
    }

    private Task<Reply> AddAsync(Caller caller, string key, string caseId, Uri url, string title, CancellationToken cancellationToken) => desk.ActAsync(
        caller, key, caseId,
        async (work, c) =>
        {
            var by = CaseActs.ActorOf(caller);
            if (!await LinkStore.AddAsync(work, c.Id, url, title, caller.Name, cancellationToken))
            {
                return Reply.Done(CustomerText.Of($"{c.ReferenceText} has that link already."));
            }

            var decision = CaseDecision.To(c, new CaseEvent(CaseEventKind.Detailed, $"{by.Name} linked {(title.Length > 0 ? title : url.AbsoluteUri)}."));
            return await desk.ApplyAsync(work, c, by, decision, cancellationToken) ?? Reply.Done(CustomerText.Of($"Linked to {c.ReferenceText}."));
        },
        cancellationToken);

    private static Reply Ask(SupportCase c) => Reply.Show(CaseForm.About(
        c, "ticket.submit", "Link a ticket or page", "Link",
        new TextField("url", "Its address") { Required = true, MaxLength = LinkRules.MostLength, Placeholder = "https://" },
        new TextField("title", "What is it called?") { MaxLength = 200 }));
}

/// <summary><c>/case REF link URL</c>; without an address the links that there are.</summary>
internal sealed class LinkAspect(TicketCommand tickets, LinkStore links) : ICaseAspect
{
    public string Word => "link";

    public async Task<Reply> ShowAsync(Caller caller, SupportCase c, string rest, CancellationToken cancellationToken)
    {
        if (rest.Length > 0)
        {
            return await tickets.LinkAsync(caller, "", c, rest, cancellationToken);
        }

        var found = await links.ListAsync(c.Id, cancellationToken);
        return Reply.Show(StaffCard.Titled(StaffText.Of($"Tickets and pages of {c.Reference}"))
            .List(found.Count == 0 ? ["None yet."] : found.Select(BriefWords.Link))
            .With(Button.Open("ticket.open", "Link another", c.Id.ToString())));
    }
}
