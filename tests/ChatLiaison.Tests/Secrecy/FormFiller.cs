using ChatLiaison.Chat;
using NodaTime;
using NodaTime.Text;

namespace ChatLiaison.Tests.Secrecy;

/// <summary>Fills in whatever form it is shown, with a mark in every text.</summary>
internal sealed class FormFiller(Random chance, Marks marks)
{
    /// <summary>
    /// Fields whose words the customer reads without a preview: they hold what the customer told us, or say so in their label or hint.
    /// </summary>
    private static readonly HashSet<string> TakenDown = ["escalate.submit issue", "escalate.submit contact", "call.first issue", "call.first contact", "call.issue issue", "verify.recorded by"];

    private static readonly HashSet<string> SaySo =
    [
        "wait.submit question", "followup.submit words", "escalate.submit outcome", "call.first outcome", "call.issue outcome",
    ];

    private static readonly char[] Digits = [.. "0123456789"];

    public static bool IsPreview(Form form) => ForCustomerIn(form).Any();

    /// <summary>What a preview says that the customer will read; nothing when the form is no preview.</summary>
    public static IEnumerable<string> ForCustomerIn(Form form) => form.Fields.OfType<FormNote>()
        .Select(note => note.Text.ToPlain())
        .SkipWhile(line => !line.StartsWith("The customer will read", StringComparison.Ordinal)).Skip(1)
        .TakeWhile(line => line != "Our team will see" && !line.StartsWith("Change anything below", StringComparison.Ordinal));

    /// <summary>What was filled in that goes to the customer as it is.</summary>
    public static IEnumerable<string> ForCustomerIn(Form form, FormValues values)
    {
        foreach (var field in form.AllFields)
        {
            var name = $"{form.Action.TrimEnd(Digits)} {field.Id}";
            if (TakenDown.Contains(name) || (SaySo.Contains(name) && $"{field.Label} {field.Hint}" is var words
                && words.Contains("customer", StringComparison.OrdinalIgnoreCase) && words.Contains(" read", StringComparison.Ordinal)))
            {
                yield return values.One(field.Id);
            }
        }
    }

    public FormValues Fill(Form form, Instant now)
    {
        var asIs = IsPreview(form);
        return new FormValues(form.AllFields.Where(f => f is not FormNote).ToDictionary(f => f.Id, f => asIs ? Initial(f) : Fill(f, now), StringComparer.Ordinal));
    }

    private IReadOnlyList<string> Fill(Field field, Instant now) => field switch
    {
        _ when Initial(field).Count > 0 && (field.Id is "cases" or "when" || chance.Next(2) == 0) => Initial(field),
        _ when !field.Required && (chance.Next(3) == 0 || (field.Id.EndsWith("skip", StringComparison.Ordinal) && chance.Next(8) > 0)) => Initial(field),
        { Id: "cases" } => [],
        TextField { Placeholder: "https://" } => [$"https://example.com/{marks.New()}"],
        TextField => [$"{marks.New()} again"],
        ChoiceField { Choices.Count: > 0 } choice => [.. chance.GetItems([.. choice.Choices], choice.Multiple ? 2 : 1).Select(c => c.Value).Distinct()],
        MomentField => [InstantPattern.ExtendedIso.Format(now + Duration.FromMinutes(chance.Next(10, 5000)))],
        _ => [],
    };

    private static IReadOnlyList<string> Initial(Field field) => field switch
    {
        TextField { Initial.Length: > 0 } text => [text.Initial],
        ChoiceField choice => choice.Initial,
        MomentField { Initial: { } at } => [InstantPattern.ExtendedIso.Format(at)],
        _ => [],
    };
}
