using ChatLiaison.Chat;
using NodaTime;

namespace ChatLiaison.Platform.Tests.Teams;

/// <summary>A card and a form that the tests of the wire pass around.</summary>
internal static class Sample
{
    public static readonly Button Open = Button.Open("escalate.open", "Open the form", "C0ACME");

    public static readonly Button Take = Button.Act("case.take", "Take it", "ACME-12");

    public static readonly Card Card = StaffCard.Titled("ACME-12").Say("Checkout fails").With(Open, Take);

    public static readonly Form Form = new("escalate.submit", "Report an issue", "Report",
    [
        new TextField("summary", "What is wrong?") { Required = true },
        new ChoiceField("areas", "Areas", [new("a", "Area A"), new("b", "Area B")]) { Multiple = true },
        new MomentField("since", "Since when?") { Initial = Instant.FromUtc(2026, 7, 1, 11, 30) },
    ])
    {
        State = "ACME",
        Token = "token-1",
        Opener = Open,
        OpenerText = CustomerText.Of($"Tell us what is wrong."),
    };

    public static readonly IReadOnlyDictionary<string, string> Filled = new Dictionary<string, string>
    {
        ["summary"] = "It is *down*",
        ["areas"] = "a,b",
    };
}
