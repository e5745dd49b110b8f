using ChatLiaison.Chat;

namespace ChatLiaison.Intake;

/// <summary>The optional questions, the same for everyone (S12–S17, S30–S33, S39–S40).</summary>
internal static class IntakeMoreFields
{
    public static IReadOnlyList<Field> All { get; } =
    [
        new ChoiceField("critical", "Is a critical part of the business affected?", IntakeForm.Named("yes", "no")),
        new TextField("business", "What does it mean for the business?") { Multiline = true },
        new MomentField("started", "When did it start?") { Hint = "Leave it empty if nobody is sure." },
        new TextField("steps", "Steps to reproduce") { Multiline = true },
        new TextField("errors", "Error messages") { Multiline = true },
        new FilesField("files", "Screenshots and logs"),
        new TextField("expected", "What should happen?") { Multiline = true, MaxLength = 1000 },
        new TextField("actual", "What happens instead?") { Multiline = true, MaxLength = 1000 },
        new TextField("os", "Operating system") { MaxLength = 100 },
        new TextField("browser", "Browser") { MaxLength = 100 },
        new TextField("version", "Version") { MaxLength = 100 },
        new ChoiceField("surfaces", "Where?", IntakeForm.Named("web application", "mobile app", "data processing system", "other")) { Multiple = true },
        new TextField("outcome", "What would a fix look like?") { Multiline = true, MaxLength = 1000, Hint = "It stands on the case's card, which the customer reads." },
        new TextField("timeframe", "By when would be reasonable?") { MaxLength = 200 },
        new MomentField("deadline", "Is there a hard deadline?"),
        new ChoiceField("reach_by", "How should we reach you?", IntakeForm.Named("chat", "email", "phone", "video")),
        new TextField("reach_details", "Number or address") { MaxLength = 200 },
        new ChoiceField("reach_for", "What for?", IntakeForm.Named("keep me updated", "ask for more information")) { Multiple = true },
        new TextField("feature_use", "If you ask for a feature: what would you use it for?") { Multiline = true, MaxLength = 1000 },
        new TextField("feature_benefit", "What would it bring?") { Multiline = true, MaxLength = 1000 },
        new TextField("feature_impact", "What happens without it?") { Multiline = true, MaxLength = 1000 },
    ];
}
