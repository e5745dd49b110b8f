using ChatLiaison.Chat;
using NodaTime;

namespace ChatLiaison.Platform.Tests.Rendering;

/// <summary>One card or form of each kind; each is drawn for both platforms and compared with a stored file.</summary>
internal static class Gallery
{
    /// <summary>What people write when they mean no harm, and when they do: the special characters of both platforms.</summary>
    public const string Hostile =
        "<!channel> <@U0DANA> <#C0ACME|acme> <https://evil.example|bank> *bold* _it_ ~gone~ `code` ```block``` & &lt;b&gt; "
        + "**strong** [link](https://evil.example) <at>Dana</at> # title\n- item\n1. one\n> quoted | a | b |\n{{DATE(2026-01-01)}} ${name} \\ \"quote\" 'x' <script>alert(1)</script> 🙂 \u202Eabc";

    public static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 12, 0);

    public static IReadOnlyDictionary<string, Card> Cards { get; } = new Dictionary<string, Card>
    {
        ["card-plain"] = CustomerCard.Plain(CustomerText.Of($"Your case {CustomerText.Name("ACME-12"):b} is with {CustomerText.Name("Dana Park")}.")),
        ["card-every-element"] = EveryElement(),
        ["card-customer"] = Customer(),
        ["card-spans"] = Spans(),
        ["card-buttons"] = Buttons(),
        ["card-menu"] = Menu(),
        ["card-hostile"] = HostileCard(),
        ["card-long"] = Long(),
        ["card-sixty-rows"] = SixtyRows(),
        ["card-technical-brief"] = ExpectedFile.Card("card-technical-brief"),
        ["card-timed-title"] = StaffCard.Titled(StaffText.Of($"ACME-12 (P1): acknowledge it by {Noon}")).Quoting("Nobody can pay"),
        ["card-empty"] = StaffCard.Titled(StaffText.Empty),
    };

    public static IReadOnlyDictionary<string, Form> Forms { get; } = new Dictionary<string, Form>
    {
        ["form-every-field"] = EveryField(),
        ["form-more-hidden"] = Escalation(showMore: false),
        ["form-more-shown"] = Escalation(showMore: true),
        ["form-hostile"] = HostileForm(),
        ["form-preview"] = new("inform.send", "Send an update", "Send to the customer", [new FormNote("preview", CustomerText.Said(Hostile))])
        {
            State = "ACME-12",
            Token = "t-5",
        },
    };

    private static StaffCard EveryElement() => StaffCard.Titled("ACME-12 · Checkout fails for all cards")
        .Say(StaffText.Of($"Owned by {"Dana Park":b}, {"P1":c}, since {Noon}."))
        .Facts(("Customer", "Acme Ltd"), ("Priority", "P1"), ("Empty", ""), ("Respond by", StaffText.Of($"{Noon:t}")))
        .Quoting("Nobody can pay since this morning.\nNot even with gift cards.")
        .List(["Check the gateway", StaffText.Of($"Ask {"Ravi":b}")])
        .Line()
        .Table(["Person", "Open", "At risk"], [["Dana Park", "12", "3"], ["Ravi", "4", "0"]])
        .Row(StaffText.Of($"{"ACME-11":b} Slow search"), Button.Open("case.open", "Open", "ACME-11"))
        .Row("A row without a button", null)
        .Small(StaffText.Of($"Drawn at {Noon}"))
        .With(Button.Act("case.take", "Take it", "ACME-12", ButtonStyle.Primary));

    private static CustomerCard Customer() => CustomerCard.Titled(CustomerText.Of($"We have your issue: {CustomerText.Name("ACME-12")}"))
        .Say(CustomerText.Of($"{new MentionSpan("slack", "U0ADA", "Ada Byrne")}, {new MentionSpan("teams", "22222222-2222-4222-8222-222222222209", "Ada Byrne")}: we answer by {Noon:t}."))
        .Quoting(CustomerText.Said("Checkout fails"))
        .Facts(("Reference", CustomerText.Name("ACME-12")))
        .List([CustomerText.Of($"We look into it"), CustomerText.Of($"We write again by {Noon}")])
        .Small(CustomerText.Of($"Answer here to add to it."))
        .With(Button.Open("customer.add", "Add detail", "ACME-12"));

    private static StaffCard Spans() => StaffCard.Titled("Spans")
        .Say(StaffText.Of($"{"bold":b} {"italic":i} {"code":c} plain {new LinkSpan("https://status.example/a?b=1&c=2", "the status page")}"))
        .Say(StaffText.Of($"{Noon} · {Noon:t} · {Noon:d}"))
        .Say(StaffText.Of($"{new MentionSpan("slack", "U0DANA", "Dana Park")} and {new MentionSpan("teams", "22222222-2222-4222-8222-222222222201", "Dana Park")}"))
        .Facts(("Where", StaffText.Of($"{new LinkSpan("https://status.example", "status")} {"b":b} {"i":i} {"c":c} {Noon} {new MentionSpan("slack", "U0DANA", "Dana Park")}")))
        .Small(StaffText.Of($"{"bold":b} {Noon:t} {new LinkSpan("https://status.example", "status")}"));

    private static StaffCard Buttons() => StaffCard.Titled("Buttons").With(
        Button.Act("case.take", "Take it", "ACME-12", ButtonStyle.Primary),
        Button.Open("case.handover", "Hand over", "ACME-12"),
        Button.Link("Runbook", "https://runbook.example/checkout"),
        Button.Act("case.close", "Close", "ACME-12", ButtonStyle.Danger) with { Confirm = "Close ACME-12? The customer is told." },
        Button.Act("case.a", "A", "1"),
        Button.Act("case.b", "B", "2"),
        Button.Act("case.b", "B again", "3"));

    private static StaffCard Menu() => StaffCard.Titled("Seldom wanted").With(
        Button.Act("case.take", "Take it", "ACME-12", ButtonStyle.Primary),
        Button.Open("finding.open", "Log a finding", "ACME-12").Further(),
        Button.Open("case.handover", "Hand over", "ACME-12"),
        Button.Act("case.why", "Why these times", "ACME-12").Further(),
        Button.Act("case.restrict", "Restrict", "ACME-12").Further() with { Confirm = "Restrict ACME-12?" },
        Button.Link("Runbook", "https://runbook.example/checkout").Further(),
        Button.Act("case.a", "A", "1").Further(),
        Button.Act("case.b", "B", "2").Further(),
        Button.Act("case.b", "C", "3").Further(),
        Button.Act("case.c", "D", "4").Further());

    private static StaffCard HostileCard() => StaffCard.Titled(Hostile)
        .Say(Hostile)
        .Say(StaffText.Of($"{Hostile:b}{Hostile:i}{Hostile:c}"))
        .Facts((Hostile, Hostile), ("Bold", StaffText.Of($"{Hostile:b}")))
        .Quoting(Hostile)
        .List([Hostile])
        .Table(["Col", Hostile], [[Hostile, "`1`"]])
        .Row(Hostile, Button.Act("case.open", "<Open> & *go*", Hostile))
        .Small(Hostile)
        .Say(StaffText.Of($"{new LinkSpan("https://x.example/?q=%3Cb%3E|>", Hostile)} {new MentionSpan("teams", "u", Hostile)}"));

    private static StaffCard Long()
    {
        var words = string.Concat(Enumerable.Repeat("Many words & <more> words. ", 1200));
        return (StaffCard.Titled(words[..400])
            .Say(words)
            .Quoting(words)
            .Facts(Enumerable.Range(1, 25).Select(n => ($"Fact {n}", StaffText.FromString(n == 3 ? words : $"value {n}"))))
            .List(Enumerable.Range(1, 80).Select(n => StaffText.FromString($"Item {n}: {words[..120]}")))
            .Small(words)
            .With(Button.Act("case.take", "Take it", "ACME-12"))) with
        {
            Whole = Button.Open("case.whole", "Read all", "ACME-12"),
        };
    }

    private static StaffCard SixtyRows()
    {
        var card = StaffCard.Titled("60 open cases");
        foreach (var n in Enumerable.Range(1, 60))
        {
            card = card.Row(StaffText.Of($"{$"ACME-{n}":b} Something is slow, since {Noon.Minus(Duration.FromMinutes(n))}"), Button.Open("case.open", "Open", $"ACME-{n}"));
        }

        return card with { Whole = Button.Open("cases.all", "See all", "mine") };
    }

    private static Form EveryField() => new("gallery.submit", "Every field", "Save",
    [
        new FormNote("note", StaffText.Of($"Read {"this":b} first.")),
        new TextField("title", "Title") { Required = true, Hint = "One line.", MaxLength = 120, Initial = "Checkout fails", Placeholder = "What is wrong" },
        new TextField("story", "Story") { Multiline = true },
        new ChoiceField("priority", "Priority", [new("P1", "P1 critical"), new("P2", "P2 high"), new("P3", "P3 normal")]) { Initial = ["P2"], Required = true },
        new ChoiceField("area", "Area", [.. Enumerable.Range(1, 12).Select(n => new Choice($"a{n}", $"Area {n}"))]) { Initial = ["a2"], Placeholder = "Pick one" },
        new ChoiceField("tags", "Tags", [.. Enumerable.Range(1, 12).Select(n => new Choice($"t{n}", $"Tag {n}"))]) { Multiple = true, Initial = ["t1", "t3"] },
        new ChoiceField("case", "Case", [new("ACME-1", "ACME-1 Slow"), new("ACME-2", "ACME-2 Down")]) { SuggestFrom = "cases", Initial = ["ACME-2"], Hint = "Type to search." },
        new MomentField("due", "Due") { Initial = Noon, Required = true },
        new MomentField("later", "Later"),
        new FilesField("files", "Screenshots") { Hint = "Pictures or logs." },
    ])
    {
        State = "ACME-12",
        Token = "t-1",
    };

    private static Form Escalation(bool showMore) => new("escalate.submit", "Report an issue", "Report",
    [
        new TextField("summary", "What is wrong?") { Required = true, MaxLength = 200 },
        new ChoiceField("priority", "How bad is it?", [new("P1", "Nobody can work"), new("P3", "It is a nuisance")]) { Required = true },
    ])
    {
        State = "C0ACME",
        Token = "t-2",
        More = [new TextField("steps", "Steps to see it") { Multiline = true }, new MomentField("since", "Since when?")],
        MoreAction = "escalate.more",
        ShowMore = showMore,
        Opener = Button.Open("escalate.open", "Open the form", "C0ACME"),
        OpenerText = CustomerText.Of($"Tell us what is wrong."),
    };

    private static Form HostileForm() => new("gallery.hostile", "Title that is far too long for a dialog & <b>", "Submit that is far too long", [
        new FormNote("note", StaffText.FromString(Hostile)),
        new TextField("a", Hostile) { Hint = Hostile, Initial = Hostile, Placeholder = Hostile },
        new ChoiceField("b", Hostile, [new("v1", Hostile), new("v2", "fine")]) { Initial = ["v1", "gone"] },
        new ChoiceField("c", "None to choose", []),
        new ChoiceField("d", "Too many", [.. Enumerable.Range(1, 140).Select(n => new Choice($"v{n}", $"Choice {n}"))]),
    ])
    {
        State = Hostile,
        Token = "t-3",
    };
}
