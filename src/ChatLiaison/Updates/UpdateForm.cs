using System.Globalization;
using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Time;
using ChatLiaison.Wording;

namespace ChatLiaison.Updates;

/// <summary>
/// The form of an update, filled from the case. Two answers are enough for a quick one. What is internal is only ever offered to be
/// ticked, never filled in by itself, so that nothing is sent that nobody chose.
/// </summary>
internal static class UpdateForm
{
    public const string Words = "words";
    public const string How = "how";
    public const string Covers = "covers";
    public const string Next = "next";
    public const string At = "at";
    public const string Done = "done";
    public const string DoneWords = "done_words";
    public const string Blocker = "blocker";
    public const string WayRound = "way_round";
    public const string Limits = "limits";
    public const string Planned = "planned";
    public const string Roadblock = "roadblock";
    public const string FurtherSteps = "steps_more";
    public const int MostSteps = 2;

    /// <summary>Where words for the customer are written.</summary>
    public static readonly IReadOnlyList<string> Told = [Words, DoneWords, Step(1), Step(2), FurtherSteps, Blocker, WayRound, Limits];

    private const int LongestChoice = 75;

    private static readonly Choice[] Ways =
    [
        new(nameof(Medium.Chat), "Here, in their channel"), new(nameof(Medium.Call), "I called them"), new(nameof(Medium.Email), "I wrote them an email"),
        new(nameof(Medium.Video), "I spoke to them in a video call"),
    ];

    public static string Step(int number) => $"step{number}";

    public static string StepOwner(int number) => $"step{number}_owner";

    public static string StepDue(int number) => $"step{number}_due";

    public static string IdOf(TimelineLine line) => line.Id.ToString(CultureInfo.InvariantCulture);

    /// <param name="typed">What was filled in before; it goes before what the case suggests.</param>
    /// <param name="note">Something to know before going on; null for nothing.</param>
    public static Form Draw(UpdateSheet sheet, FormValues typed, StaffText? note, NodaTime.Instant now, bool more = false)
    {
        var c = sheet.Case;
        var id = c.Id.ToString();
        return new("update.submit", "Update the customer", "Preview", [.. Notes(sheet, note), .. Main(sheet, typed)])
        {
            State = UpdateState.Of(c).ToString(),
            Token = CaseForm.NewToken(),
            More = [.. Further(sheet, typed, now)],
            MoreAction = "update.more",
            MoreLabel = "Add done, next steps, …",
            ShowMore = more || Further(sheet, typed, now).Any(f => typed.Has(f.Id)),
            Opener = Button.Open("update.open", "Write the update", id, ButtonStyle.Primary),
            OpenerText = CustomerText.Of($"{c.ReferenceText}: the button opens the form. Nothing is sent before you have seen a preview."),
        };
    }

    private static IEnumerable<Field> Notes(UpdateSheet sheet, StaffText? note)
    {
        var c = sheet.Case;
        if (note is not null)
        {
            yield return new FormNote("note", note);
        }

        var status = StaffText.FromCustomerText(CaseWords.PublicStatus(c)).Bold();
        yield return new FormNote("standing", sheet.LastWord is { } last
            ? StaffText.Of($"{c.Reference}: the customer sees {status}. Last word to them by {last.Actor}, {last.At}: {CommandWords.Cut(last.Text, 200)}")
            : StaffText.Of($"{c.Reference}: the customer sees {status}. They have had no word from us yet."));
        if (sheet.Questions.Count > 0)
        {
            yield return new FormNote("questions", StaffText.Lines([StaffText.Of($"{"Still open with the customer":b}"), .. sheet.Questions.Take(5).Select(q => StaffText.Of($"• {q.InWords}"))]));
        }

        if (sheet.WantsElsewhere)
        {
            yield return new FormNote("reach", StaffText.Of($"They asked to be told by {sheet.Plan.By}: {(sheet.Plan.Details.Length > 0 ? sheet.Plan.Details : "they gave no address")}."));
        }
    }

    private static IEnumerable<Field> Main(UpdateSheet sheet, FormValues typed)
    {
        yield return new TextField(Words, "What should the customer know?")
        {
            Required = true,
            Multiline = true,
            MaxLength = CustomerWords.Longest,
            Initial = Typed(typed, Words, string.Join("\n\n", sheet.Informs.Select(i => i.Draft).Where(d => d.Length > 0))),
            Hint = "Where it stands now. You see exactly what they will read before it goes out.",
        };
        if (sheet.WantsElsewhere)
        {
            yield return new ChoiceField(How, "How do you tell them?", Ways)
            {
                Required = true,
                Initial = typed.Many(How),
                Hint = "What you told them elsewhere is put on record, and nothing is sent.",
            };
        }

        foreach (var picker in Phrases.Picker(sheet.Playbook, sheet.Case, PhraseUse.Update, typed))
        {
            yield return picker;
        }

        if (sheet.Owed.Count > 0)
        {
            yield return new ChoiceField(Covers, "Which promises do these words keep?", [.. sheet.Owed.Select(o => new Choice(o.Id.ToString(), CommandWords.Cut(o.What, LongestChoice)))])
            {
                Multiple = true,
                Initial = typed.All.Count > 0 ? typed.Many(Covers) : [.. sheet.Informs.Where(i => i.Draft.Length > 0).Select(i => i.Id.ToString())],
            };
        }

        var planned = sheet.Cadence is { } every ? $"As planned: within {DurationText.Humanise(every)}" : "When there is something new";
        yield return new ChoiceField(Next, "When do they hear next?", [new Choice("plan", planned), .. UpdateReader.Soon.Select(s => new Choice(s.Value, s.Label))])
        {
            Required = true,
            Initial = [Typed(typed, Next, "plan")],
        };
        if (sheet.Limits is not null)
        {
            yield return LimitsField(sheet, typed);
        }
    }

    private static IEnumerable<Field> Further(UpdateSheet sheet, FormValues typed, NodaTime.Instant now)
    {
        yield return new MomentField(At, "Or at a time of your own") { Initial = typed.Moment(At) };
        var doings = sheet.Doings.Reverse().Select(l => new Choice(IdOf(l), CommandWords.Cut($"{ChatText.InUtc(l.At, MomentStyle.Date)}: {l.Text}", LongestChoice))).ToList();
        if (doings.Count > 0)
        {
            yield return new ChoiceField(Done, "Done so far", doings)
            {
                Multiple = true,
                Initial = typed.Many(Done),
                Hint = "From the working thread. Only what you choose is told, in the words that stand there.",
            };
        }

        yield return new TextField(DoneWords, "Done so far, in your words") { Multiline = true, MaxLength = 1000, Initial = typed.One(DoneWords), Hint = "One a line." };
        var planned = sheet.Planned(now).Select(o => new Choice(o.Id.ToString(), CommandWords.Cut($"{ChatText.InUtc(o.DueAt!.Value, MomentStyle.DateAndTime)}: {o.What}", LongestChoice))).ToList();
        if (planned.Count > 0)
        {
            yield return new ChoiceField(Planned, "Next steps that are promised", planned)
            {
                Multiple = true,
                Initial = typed.Many(Planned),
                Hint = "With their owner and their time. Only what you choose is told, in the words that stand there.",
            };
        }

        for (var number = 1; number <= MostSteps; number++)
        {
            var which = number == 1 ? "Next step" : "And then";
            yield return new TextField(Step(number), which) { MaxLength = 300, Initial = typed.One(Step(number)) };
            yield return new ChoiceField(StepOwner(number), $"{which}: who?", [.. sheet.People.Select(p => new Choice(p.Id.ToString(), CommandWords.Cut(p.Name, LongestChoice)))])
            {
                Initial = typed.Has(StepOwner(number)) ? typed.Many(StepOwner(number)) : [],
                Placeholder = "Whoever holds the case",
            };
            yield return new MomentField(StepDue(number), $"{which}: by when?") { Initial = typed.Moment(StepDue(number)) };
        }

        yield return new TextField(FurtherSteps, "Further steps")
        {
            Multiline = true,
            MaxLength = 1000,
            Initial = typed.One(FurtherSteps),
            Hint = "One a line, each with its time: Move the export tomorrow at 10:00. Whoever holds the case is reminded.",
        };
        if (sheet.Roadblock is { } last)
        {
            yield return new ChoiceField(Roadblock, "The roadblock on record", [new(IdOf(last), CommandWords.Cut(last.Text, LongestChoice))])
            {
                Multiple = true,
                Initial = typed.Many(Roadblock),
                Hint = "Tick it to tell it in the words that stand there, or write your own below.",
            };
        }

        yield return new TextField(Blocker, "What is in the way?") { Multiline = true, MaxLength = 1000, Initial = typed.One(Blocker) };
        yield return new TextField(WayRound, "How do we get round it?") { Multiline = true, MaxLength = 1000, Initial = typed.One(WayRound) };
        if (sheet.Limits is null)
        {
            yield return LimitsField(sheet, typed);
        }
    }

    /// <summary>It stands among what is asked first when there is one: what is not seen can't be changed.</summary>
    private static TextField LimitsField(UpdateSheet sheet, FormValues typed) => new(Limits, "What we can't do")
    {
        Multiline = true,
        MaxLength = 1000,
        Initial = typed.Has(Next) ? typed.One(Limits) : sheet.Limits?.Words ?? "",
        Hint = sheet.Limits is null ? "Said openly it costs less trust than found out later. It is kept for the next update." : "As it was told last. Change it, or empty it when it holds no more.",
    };

    private static string Typed(FormValues typed, string field, string otherwise) => typed.Has(field) ? typed.One(field) : otherwise;
}
