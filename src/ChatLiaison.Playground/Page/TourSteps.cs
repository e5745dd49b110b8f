namespace ChatLiaison.Playground.Page;

/// <summary>One step of the tour: what to do, and how in each chat.</summary>
internal sealed record TourStep(string Key, string Title, string What, string InSlack, string InTeams, string? As, string? Room, object? Time = null);

/// <summary>The eight steps of a case's life.</summary>
internal static class TourSteps
{
    public static IReadOnlyList<TourStep> All { get; } =
    [
        new("capture", "Take the problem down",
            "Ada's nightly export has stopped. Dana, her liaison, takes it down where the customer writes.",
            "As Dana in customer-acme type /escalate The nightly export stopped. Choose the highest impact and urgency, and send the form.",
            "As Dana in customer-acme write @ChatLiaison escalate The nightly export stopped. Press Open the form in the answer, choose the highest impact and urgency, and send it.",
            "dana", "acme"),
        new("acknowledge", "A person answers for it",
            "The case has five minutes to be acknowledged, and only a person's act counts.",
            "In support-triage press Acknowledge on the case, then Take.",
            "In triage press Acknowledge on the case, then Take.",
            "dana", "triage"),
        new("nudge", "A promise comes near",
            "Half an hour is promised for the first answer. Dana is reminded before it is late, not after.",
            "Let a quarter of an hour pass, and look at Dana's chat with ChatLiaison.",
            "Let a quarter of an hour pass, and look at Dana's chat with ChatLiaison.",
            "dana", "direct:dana", new { @do = "ahead", minutes = 16 }),
        new("update", "The customer hears",
            "Dana tells Acme how it stands and when they hear next; that is a promise too.",
            "In support-triage press Update customer, write a sentence, and send it.",
            "In triage press Update customer, write a sentence, and send it.",
            "dana", "triage"),
        new("escalate", "Help comes by itself",
            "A case that stands for an hour brings in senior support, whether or not anybody asks.",
            "Let an hour pass. Priya is asked in her chat with ChatLiaison: press I'm on it there.",
            "Let an hour pass. Priya is asked in her chat with ChatLiaison: press I'm on it there.",
            "priya", "direct:priya", new { @do = "ahead", minutes = 60 }),
        new("resolve", "Say what was done",
            "The customer is told in plain words, and asked whether it works.",
            "As Dana in support-triage press Resolve, say what was done, and send it.",
            "As Dana in triage press Resolve, say what was done, and send it.",
            "dana", "triage"),
        new("follow-up", "Ask whether it holds",
            "A resolution is followed up until the customer says that it works.",
            "As Ada in customer-acme open the thread of the case, and press the button that says it works.",
            "As Ada in customer-acme press the button that says it works.",
            "ada", "acme", new { @do = "ahead", minutes = 1440 }),
        new("digest", "The week in one card",
            "On Monday at nine the managers read how well the promises were kept.",
            "Go to next Monday, and look at support-management as Grace.",
            "Go to next Monday, and look at management as Grace.",
            "grace", "management", new { @do = "monday" }),
    ];
}
