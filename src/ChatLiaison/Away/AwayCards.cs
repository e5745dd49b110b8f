using System.Text.Json;
using System.Text.Json.Serialization;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.OnCall;
using ChatLiaison.People;
using ChatLiaison.Promises;
using NodaTime.Text;
using NodaTime;

namespace ChatLiaison.Away;

/// <summary>What somebody who is going away reads and fills in.</summary>
internal static class AwayCards
{
    private const int Shown = 8;

    /// <summary>What was understood, before anything is done.</summary>
    public static StaffCard Understood(AwayView view)
    {
        var who = view.For is { } person ? StaffText.Of($"{person.Name}: away") : "Away";
        var card = StaffCard.Titled(StaffText.Of($"{who} from {view.Wish.From} until {view.Wish.Until}?")).Facts(Facts(view));
        if (view.Touched.Count > 0)
        {
            card = card.Say(view.Cover is { } cover
                ? StaffText.Of($"Something falls due meanwhile on {Count(view.Touched.Count)}. {cover.Name} is asked to take {(view.Touched.Count == 1 ? "it" : "them")}:")
                : StaffText.Of($"Something falls due meanwhile on {Count(view.Touched.Count)}, which {(view.Touched.Count == 1 ? "goes" : "go")} to whoever is next:"));
            card = card.List(view.Touched.Take(Shown).Select(Line));
            card = view.Touched.Count > Shown ? card.Small(StaffText.Of($"And {view.Touched.Count - Shown} more.")) : card;
        }
        else
        {
            card = card.Say(Nothing(view));
        }

        card = Turns(card, view.Turns, view.For is null ? "You are" : $"{view.For.Name} is");
        return card.With(
            Button.Act("away.confirm", view.Yes, view.Wish.ToValue(), ButtonStyle.Primary), Button.Open("away.open", "Change it", view.Wish.ToValue()));
    }

    /// <summary>The same to read in a form, whose button confirms it.</summary>
    public static Form Confirm(AwayView view) => new("away.confirm", "Is this right?", view.Yes, [.. Notes(view)])
    {
        State = view.Wish.ToValue(),
        Token = CaseForm.NewToken(),
    };

    /// <param name="by">Who put it down for the reader; null for the reader.</param>
    /// <param name="turns">Theirs on call meanwhile.</param>
    public static StaffCard Done(Absence absence, string? cover, IReadOnlyList<TurnOf> turns, string? by = null)
    {
        var card = StaffCard.Titled(StaffText.Of($"You are away from {absence.From} until {absence.Until}"));
        card = by is null ? card : card.Say(StaffText.Of($"{by} put it down for you."));
        card = (absence.Consent, cover) switch
        {
            (_, null) => card.Say("New cases and what falls due meanwhile go to whoever is next."),
            (Consent.Asked, { } name) => card.Say(StaffText.Of($"{name} is asked to take what is running, and has until {absence.AnswerBy!.Value} to answer. You are told.")),
            (_, { } name) => card.Say(StaffText.Of($"{name} covers for you and is told.")),
        };
        card = Turns(card, turns, "You are").Small("It ends by itself. /liaison back ends it sooner.");
        return turns.Count > 0 ? card.With(Button.Open("swap.open", "Swap a turn", "")) : card;
    }

    /// <param name="who">The colleague who is away; null for oneself.</param>
    /// <param name="when">What the field starts with; empty for nothing, like the others.</param>
    public static Form Ask(Person? who, ChoiceField cover, string when, string reason) => new(
        "away.submit", who is null ? "I'm away" : "A colleague is away", "Check",
        [
            .. who is null ? [] : new Field[] { new FormNote("who", StaffText.Of($"{who.Name:b}")) },
            new TextField("when", "When?")
            {
                Required = true, MaxLength = 200, Initial = when, Placeholder = "tomorrow, 2h, until Tuesday 9:00", Hint = who is null ? "In your own time zone." : $"In their time zone, {who.Zone.Id}.",
            },
            cover with { Hint = "They are asked before they get anything that is running." },
            new TextField("reason", "Why?") { MaxLength = 300, Initial = reason, Hint = "For our own people only." },
        ])
    {
        State = who?.Id.ToString() ?? "",
        Token = CaseForm.NewToken(),
        Opener = Button.Open("away.open", "Open the form", "", ButtonStyle.Primary),
        OpenerText = CustomerText.Of($"Say when you are away: the button opens the form."),
    };

    /// <summary>What whoever put it down for a colleague reads.</summary>
    public static StaffCard DoneFor(string name, Absence absence) =>
        StaffCard.Titled(StaffText.Of($"{name} is away from {absence.From} until {absence.Until}")).Small(StaffText.Of($"{name} is told, and can end it with /liaison back."));

    public static StaffCard List(IReadOnlyList<Absence> all, Func<Guid, string> nameOf, Instant now)
    {
        if (all.Count == 0)
        {
            return StaffCard.Plain("Nobody is away, and nobody has said that they will be.");
        }

        return StaffCard.Titled("Who is away").List(all.Take(40).Select(a => StaffText.Of(
            $"{nameOf(a.PersonId):b} {(a.Covers(now) ? StaffText.Of($"until {a.Until}") : StaffText.Of($"from {a.From} until {a.Until}"))}{Because(a)}. {CoverOf(a, nameOf)}")));
    }

    public static StaffText Line(TouchedCase c) => StaffText.Of(
        $"{c.Reference:b} {c.Priority} · {c.Title}: {(c is { Engineering: true, Kind: PromiseKind.Resolve } ? SharedWork.Engineerings : PromiseWords.Name(c.Kind))} by {c.Due}");

    public static string Count(int cases) => cases == 1 ? "one case" : $"{cases} cases";

    /// <summary>Nobody is on call in place of somebody who is away unless it is arranged.</summary>
    private static StaffCard Turns(StaffCard card, IReadOnlyList<TurnOf> turns, string who) => turns.Count == 0 ? card
        : card.Say($"{who} on call meanwhile. Nobody else is, unless a colleague takes the turn:")
            .List(turns.Take(Shown).Select(t => StaffText.Of($"{t.Plan.Rotation.For}, {t.From} until {t.Until}")));

    private static StaffText Nothing(AwayView view) => view.For is { } person
        ? StaffText.Of($"Nothing that {person.Name} holds falls due meanwhile.") : StaffText.Of($"Nothing that you hold falls due meanwhile.");

    private static string Because(Absence a) => a.Reason.Length > 0 ? $" ({a.Reason})" : "";

    private static string CoverOf(Absence a, Func<Guid, string> nameOf) => a.Cover is not { } cover
        ? "Nobody covers."
        : $"{nameOf(cover)} covers{(a.Consent == Consent.Asked ? ", not answered yet" : "")}.";

    private static IEnumerable<(string, StaffText)> Facts(AwayView view)
    {
        yield return ("Who", view.For?.Name ?? "");
        yield return ("Away from", StaffText.Of($"{view.Wish.From}"));
        yield return ("Back", StaffText.Of($"{view.Wish.Until}"));
        yield return ("Why", view.Wish.Reason.Length > 0 ? StaffText.Of($"{view.Wish.Reason} (for our own people only)") : StaffText.Empty);
        yield return ("Cover", view.Cover?.Name ?? "nobody named");
        yield return ("Note", view.Note);
    }

    private static IEnumerable<Field> Notes(AwayView view)
    {
        var number = 0;
        foreach (var (label, value) in Facts(view).Where(f => !f.Item2.IsEmpty))
        {
            yield return new FormNote($"fact{number++}", StaffText.Of($"{label:b}: {value}"));
        }

        yield return new FormNote("touched", view.Touched.Count == 0
            ? Nothing(view)
            : StaffText.Lines(view.Touched.Take(Shown).Select(Line).Prepend(StaffText.Of($"Something falls due meanwhile on {Count(view.Touched.Count)}:"))));
        if (view.Turns.Count > 0)
        {
            yield return new FormNote("turns", StaffText.Lines(view.Turns.Take(Shown).Select(t => StaffText.Of($"On call for {t.Plan.Rotation.For}, {t.From} until {t.Until}"))));
        }
    }
}

/// <summary>What was understood of somebody's being away, with all that follows from it.</summary>
/// <param name="For">The colleague who is away; null for the reader.</param>
internal sealed record AwayView(WishNote Wish, Person? For, Person? Cover, string Note, IReadOnlyList<TouchedCase> Touched, IReadOnlyList<TurnOf> Turns)
{
    public string Yes => For is null ? "Yes, I'm away" : "Yes, put it down";
}

/// <summary>A wish as a button and a form carry it; it is not trusted.</summary>
/// <param name="Cover">The cover's id; null for nobody.</param>
/// <param name="For">The colleague who is away; null for whoever says so.</param>
internal sealed record WishNote(Instant From, Instant Until, string Reason, Guid? Cover, Guid? For = null)
{
    private static readonly InstantPattern ToTheSecond = InstantPattern.General;

    public string ToValue() => JsonSerializer.Serialize(this, AwayJson.Default.WishNote);

    public static WishNote? FromValue(string value)
    {
        try
        {
            return value.StartsWith('{') ? JsonSerializer.Deserialize(value, AwayJson.Default.WishNote) : null;
        }
        catch (Exception e) when (e is JsonException or UnparsableValueException)
        {
            return null;
        }
    }

    public override string ToString() => $"{ToTheSecond.Format(From)} {ToTheSecond.Format(Until)}";
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, Converters = [typeof(InstantJsonConverter)])]
[JsonSerializable(typeof(WishNote))]
internal sealed partial class AwayJson : JsonSerializerContext;
