using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Escalation;

namespace ChatLiaison.Handover;

/// <summary>On the case's card: how the brief stands, and the tickets that belong to it.</summary>
internal sealed class HandoverPart(HandoffStore handoffs, LinkStore links, AlikeCases alike, IEnumerable<IChatPlatform> platforms) : ICasePart
{
    public int Order => 20;

    public async ValueTask<CasePart?> ReadAsync(SupportCase c, CancellationToken cancellationToken)
    {
        var handoff = await handoffs.NewestAsync(c.Id, cancellationToken);
        var like = c.Status == CaseStatus.New ? await alike.FindAsync(c, cancellationToken) : [];
        var linked = await links.ListAsync(c.Id, cancellationToken);
        return new CasePart
        {
            Briefed = handoff is { State: HandoffState.Sent, Where: ToPerson } ? handoff.To?.Id : null,
            Facts =
            [
                .. like.Count == 0 ? Array.Empty<(string, StaffText)>() : [("Reads like", StaffText.Lines(like.Select(Line)))],
                .. handoff is null ? Array.Empty<(string, StaffText)>() : [("Brief", Standing(handoff))],
                .. linked.Count == 0 ? Array.Empty<(string, StaffText)>() : [("Tickets and pages", StaffText.Lines(linked.Select(BriefWords.Link)))],
            ],
            Buttons = c.Status.IsEnded() ? [] : 
            [
                Button.Act("brief.show", "Brief and tickets", c.Id.ToString()).Further(), Button.Act("meeting.show", "Meetings", c.Id.ToString()).Further(),
            ],
        };
    }

    /// <summary>A case of before, with the way to it (S67).</summary>
    private StaffText Line(AlikeCase a)
    {
        var name = a.Card is { } card && platforms.FirstOrDefault(p => p.Key == card.Platform)?.LinkTo(card) is { } url ? new StaffText([new LinkSpan(url, a.Reference)]) : a.Reference;
        return StaffText.Of($"{name} {Commands.CommandWords.Cut(a.Title, 80)}{(a.Resolution.Length > 0 ? ", resolved" : "")}");
    }

    private static StaffText Standing(Handoff h) => h switch
    {
        { State: HandoffState.Sent } => StaffText.Of($"sent {h.SentAt}, {h.Score} % complete, not answered yet"),
        { State: HandoffState.Accepted, AnsweredAt: { } at } => StaffText.Of($"{h.AnsweredBy} accepted it {at}"),
        { State: HandoffState.Bounced, AnsweredAt: { } at } => StaffText.Of($"{h.AnsweredBy} sent it back {at}"),
        _ => "engineering is done with it",
    };
}

/// <summary><c>/case REF brief</c>: the technical brief.</summary>
internal sealed class BriefAspect(BriefCommand briefs) : ICaseAspect
{
    public string Word => "brief";

    public Task<Reply> ShowAsync(Caller caller, SupportCase c, string rest, CancellationToken cancellationToken) => briefs.ShowAsync(caller, c, cancellationToken);
}

/// <summary><c>/case REF report</c>: the escalation report, at any time (S79).</summary>
internal sealed class ReportAspect(BriefReader briefs) : ICaseAspect
{
    public string Word => "report";

    public async Task<Reply> ShowAsync(Caller caller, SupportCase c, string rest, CancellationToken cancellationToken)
    {
        var b = await briefs.ReadAsync(c, caller.Now, cancellationToken);
        return Reply.Show(StaffCard.Titled(StaffText.Of($"Escalation report: {c.Reference}")).Facts(
            ("Customer", $"{b.View.CustomerName} ({c.ContactName})"),
            ("Issue", c.Details.Issue),
            ("Time spent", TimeSpent.InWords(b.Spent)),
            ("Attempted solutions", b.Tried.Count == 0 ? "nothing on record" : StaffText.Lines(b.Tried.Select(t => StaffText.Of($"{t.At} {t.Text}")))),
            ("Current status", StaffText.Of($"{c.Status.ForStaff()} · {b.View.LevelName}")),
            ("Urgency", EscalationCard.Urgency(c.Priority)),
            ("Business impact", c.Details.BusinessImpact.Length > 0 ? c.Details.BusinessImpact : $"{c.Details.Impact} impact"))
            .With(Button.Act("brief.show", "Read the brief", c.Id.ToString())));
    }
}
