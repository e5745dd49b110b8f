using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Customers;
using ChatLiaison.Handover;
using ChatLiaison.Promises;

namespace ChatLiaison.Meetings;

/// <summary>What our own people read of a meeting: the page of a case's meetings, the pack before one, and the summary after it.</summary>
internal static class MeetingCards
{
    private const int Shown = 4;

    public static StaffCard Page(SupportCase c, IReadOnlyList<Meeting> meetings, IReadOnlyList<MeetingItem> items)
    {
        var id = c.Id.ToString();
        var card = StaffCard.Titled(StaffText.Of($"Meetings on {c.Reference}"));
        if (meetings.Count == 0)
        {
            card = card.Say("None is arranged yet.");
        }

        foreach (var m in meetings.Take(Shown))
        {
            card = card.Say(Line(m)).With(Buttons(m));
        }

        foreach (var item in items)
        {
            card = item.DoneAt is { } done
                ? card.Row(StaffText.Of($"{item.Owner}: {item.What} Done {done}."), null)
                : card.Row(StaffText.Of($"{item.Owner:b}: {item.What} By {item.DueAt}."), Button.Act("promise.kept", "Done", $"{id}/{item.PromiseId}"));
        }

        return c.Status.IsEnded() ? card : card.With(Button.Open("meeting.open", "Arrange a meeting", id, meetings.Count == 0 ? ButtonStyle.Primary : ButtonStyle.Normal));
    }

    /// <summary>What was arranged, as the working thread hears of it.</summary>
    public static StaffCard Arranged(SupportCase c, Meeting m) => StaffCard
        .Titled(StaffText.Of($"{c.Reference}: {m.Name}, {m.At}"))
        .Say(m.Purpose.Length > 0 ? m.Purpose : "No purpose was given.")
        .Facts(("Arranged by", m.ScheduledBy), ("Recorded", Recording(m)))
        .With([Button.Act("meeting.pack", "Read the pack", m.Id.ToString(), ButtonStyle.Primary), .. Join(m), .. MeetingDocument.Open(m)]);

    /// <summary>The same shortly before it begins.</summary>
    public static StaffCard Soon(SupportCase c, Meeting m) => StaffCard
        .Titled(StaffText.Of($"{c.Reference}: the {m.Name} begins at {m.At:t}"))
        .Say(m.Purpose.Length > 0 ? m.Purpose : StaffText.Of($"{c.Title}"))
        .With([.. Join(m), .. MeetingDocument.Open(m), Button.Act("meeting.pack", "Read the pack", m.Id.ToString(), m.Link.Length > 0 ? ButtonStyle.Normal : ButtonStyle.Primary)]);

    /// <summary>All context before a meeting (S53–S55).</summary>
    /// <param name="earlier">The case's other meetings.</param>
    /// <param name="log">The customer's record, newest first.</param>
    public static StaffCard Pack(Meeting m, TechnicalBrief b, IReadOnlyList<Meeting> earlier, IReadOnlyList<LoggedInteraction> log)
    {
        var c = b.Case;
        var card = StaffCard.Titled(StaffText.Of($"Pack: {m.Name} on {c.Reference}, {m.At}"))
            .Say(m.Purpose.Length > 0 ? m.Purpose : StaffText.Of($"{c.Title}"))
            .Facts(
                ("Customer", $"{b.View.CustomerName} ({c.ContactName})"),
                ("Priority", c.Priority.ToString()),
                ("Status", StaffText.Of($"{c.Status.ForStaff()} · {b.View.LevelName}")),
                ("Business impact", c.Details.BusinessImpact),
                ("What a fix looks like", c.Details.Outcome),
                ("Mood", c.Sentiment),
                ("Brief", b.Score.InWords()))
            .Quoting(c.Details.Issue);
        card = Section(card, "To be asked", Questions(m).Select(StaffText.FromString));
        card = Section(card, "What we owe", b.View.Owed.Where(p => p.DueAt is not null).Select(p => StaffText.Of($"{PromiseWords.Name(p.Kind)} by {p.DueAt!.Value}: {p.Reason}")));
        card = Section(card, "What was tried", b.Tried.Select(t => StaffText.Of($"{t.At} - {t.Text}")));
        card = Section(card, "What changed before it began", b.Changes.Select(x => StaffText.Of($"{x.At} - {x.Kind}: {x.Title}")));
        card = Section(card, "Read first", b.View.Reading.Select(r => r.Line));
        card = Section(card, "Seen before", b.Alike.Select(a => StaffText.Of($"{a.Reference:b} {a.Title}. {a.Resolution}")));
        card = Section(card, "Agreed before", earlier.Where(e => e.Outcome.Length > 0).Select(e => StaffText.Of($"{e.At:d} - {e.Outcome}")));
        card = Section(card, "Spoken of lately", log.Select(l => StaffText.Of($"{l.Entry.At} {InteractionWords.Name(l.Entry.Kind)}: {CommandWords.Cut(l.Entry.Summary, 200)}")));
        return card.With([.. Join(m), .. MeetingDocument.Open(m), Button.Open("minutes.open", "Write the minutes", m.Id.ToString()), Button.Act("brief.show", "Read the brief", c.Id.ToString()).Further()]);
    }

    /// <summary>What came out of it, for everyone who has a part in it (S59).</summary>
    /// <param name="yours">What of it the reader does: that stands first.</param>
    public static StaffCard Summary(SupportCase c, Meeting m, IReadOnlyList<MeetingItem> items, params IReadOnlyList<MeetingItem> yours)
    {
        var card = StaffCard.Titled(StaffText.Of($"{c.Reference}: {(yours.Count > 0 ? "something for you to do" : $"what came out of the {m.Name}")}"));
        card = yours.Aggregate(card, (all, item) => all.Row(StaffText.Of($"{item.What} By {item.DueAt}."), Button.Act("promise.kept", "Done", $"{c.Id}/{item.PromiseId}")));
        card = (yours.Count > 0 ? card.Line().Say(StaffText.Of($"It came out of the {m.Name}; {m.HeldBy} wrote the minutes:")) : card)
            .Quoting(m.Outcome)
            .Facts(
                ("The customer's side", m.Perspective),
                ("What limits us", m.Constraints),
                ("Who was there", m.Attendees),
                ("Looked at again", m.FollowUpAt is { } at ? StaffText.Of($"{at}") : StaffText.Empty));
        card = Section(card, "Who does what", items.Select(i => StaffText.Of($"{i.Owner:b}: {i.What} By {i.DueAt}.")));
        return card.Small("The customer has not been told yet.").With(
            [Button.Open("minutes.tell", "Tell the customer", m.Id.ToString(), ButtonStyle.Primary), .. MeetingDocument.Open(m), Button.Act("meeting.show", "Meetings", c.Id.ToString())]);
    }

    public static IReadOnlyList<string> Questions(Meeting m) => m.Questions.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static StaffText Line(Meeting m)
    {
        var told = m.ToldAt is { } at ? StaffText.Of($" {(m.ToldBy.Length > 0 ? m.ToldBy : "An update")} told the customer, {at}.") : StaffText.Of($" The customer has not been told yet.");
        return m.State switch
        {
            MeetingState.Scheduled => StaffText.Of($"{m.At:b} {m.Name}{(m.Purpose.Length > 0 ? $": {m.Purpose}" : "")}"),
            MeetingState.Held => StaffText.Of($"{m.At} {m.Name}: {m.Outcome}{told}"),
            _ => StaffText.Of($"{m.At} {m.Name}, done: {m.Outcome}"),
        };
    }

    private static Button[] Buttons(Meeting m)
    {
        var id = m.Id.ToString();
        return m.State switch
        {
            MeetingState.Scheduled =>
            [
                Button.Act("meeting.pack", "Read the pack", id), Button.Open("minutes.open", "Write the minutes", id), .. Join(m), .. MeetingDocument.Open(m),
                .. m.IsWithCustomer ? [Button.Open("minutes.tell", "Invite the customer", id)] : Array.Empty<Button>(), Button.Act("meeting.cancel", "Call it off", id),
            ],
            MeetingState.Held when m.ToldAt is null => [Button.Open("minutes.tell", "Tell the customer", id, ButtonStyle.Primary), Button.Act("meeting.done", "Tick it off", id), .. MeetingDocument.Open(m)],
            MeetingState.Held => [Button.Act("meeting.done", "Tick it off", id, ButtonStyle.Primary), .. MeetingDocument.Open(m)],
            _ => MeetingDocument.Open(m),
        };
    }

    private static Button[] Join(Meeting m) => m.Link.Length > 0 ? [Button.Link("Join", m.Link)] : [];

    private static StaffText Recording(Meeting m) => m.Recording.Length > 0 ? $"yes; {m.Recording} agreed" : m.IsWithCustomer ? "no" : StaffText.Empty;

    private static StaffCard Section(StaffCard card, string heading, IEnumerable<StaffText> items) =>
        items.ToList() is { Count: > 0 } list ? card.Say(StaffText.Of($"{heading:b}")).List(list) : card;
}
