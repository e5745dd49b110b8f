using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Playbook;
using ChatLiaison.Wording;
using ChatLiaison.WorkingThread;
using NodaTime;

namespace ChatLiaison.Updates;

/// <summary>Reads an update's form; what is wrong comes back as one sentence a field. Pure.</summary>
internal static class UpdateReader
{
    /// <summary>Keeps the promised instant of a preview, since "in two hours" means another one a minute later.</summary>
    public const string FixedNext = "fixed_next";

    public static readonly (string Value, string Label, Duration After)[] Soon =
    [
        ("30m", "In 30 minutes", Duration.FromMinutes(30)),
        ("1h", "In 1 hour", Duration.FromHours(1)),
        ("2h", "In 2 hours", Duration.FromHours(2)),
        ("4h", "In 4 hours", Duration.FromHours(4)),
        ("1d", "This time tomorrow", Duration.FromDays(1)),
    ];

    /// <param name="written">When it was written, where that was before: "in two hours" means another time a minute later.</param>
    public static (UpdateContent Content, IReadOnlyList<FieldError> Errors) Read(FormValues values, UpdateSheet sheet, Instant now, Instant? written = null)
    {
        var errors = new List<FieldError>();
        var words = values.One(UpdateForm.Words);
        Check(errors, words.Length == 0, UpdateForm.Words, "Write what the customer should know.");
        Check(errors, ScriptSlots.Refusal(words) is not null, UpdateForm.Words, ScriptSlots.Refusal(words) ?? "");
        Check(errors, words.Length > CustomerWords.Longest, UpdateForm.Words, "That is longer than 2,500 characters. Shorten it, and say the rest in the thread.");
        var medium = sheet.WantsElsewhere && Enum.TryParse<Medium>(values.One(UpdateForm.How), out var way) ? way : Medium.Chat;
        Check(errors, sheet.WantsElsewhere && !values.Has(UpdateForm.How), UpdateForm.How, "Choose how you tell them.");
        var chosen = Chosen(values, now);
        Check(errors, chosen <= now, values.Has(UpdateForm.At) ? UpdateForm.At : UpdateForm.Next, "That time has passed. Choose one that lies ahead.");
        var (blocker, around, onRecord) = Blocker(values, sheet);
        Check(errors, blocker.Length > 0 && around.Length == 0, UpdateForm.WayRound, "Say how we get round it, so that the customer is not left with a problem alone.");
        Check(errors, blocker.Length == 0 && around.Length > 0, UpdateForm.Blocker, "Say what is in the way, or leave the way round it empty.");
        foreach (var field in UpdateForm.Told)
        {
            Check(errors, sheet.Playbook.Resolution.EmptyPromise(values.One(field)) is not null, field, sheet.Playbook.Resolution.EmptyPromise(values.One(field)) ?? "");
        }

        var steps = Steps(values, sheet, errors, now);
        steps.AddRange(Lines(values, sheet, errors, now, written ?? now));
        var next = values.Moment(FixedNext) ?? (errors.Count == 0 ? sheet.NextWord(chosen, now) : null);
        Check(errors, next <= now && errors.Count == 0, UpdateForm.Next, "The time of the next update has passed meanwhile. Choose another one.");
        return (
            new UpdateContent
            {
                Words = words,
                Medium = medium,
                Next = next,
                Tightened = chosen is { } wanted && next < wanted,
                Keeps = [.. values.Many(UpdateForm.Covers).Select(id => Guid.TryParse(id, out var promise) ? promise : Guid.Empty)
                    .Where(id => sheet.Owed.Any(o => o.Id == id))],
                Done = [.. Done(values, sheet)],
                Steps = steps,
                Blocker = blocker,
                BlockerIsOnRecord = onRecord,
                WayRound = around,
                Limits = values.One(UpdateForm.Limits),
            },
            errors);
    }

    /// <summary>When the customer hears next, as it was chosen; null for what is planned.</summary>
    public static Instant? Chosen(FormValues values, Instant now) => values.Moment(UpdateForm.At) ?? After(values.One(UpdateForm.Next), now);

    private static void Check(List<FieldError> errors, bool wrong, string field, string sentence)
    {
        if (wrong)
        {
            errors.Add(new FieldError(field, sentence));
        }
    }

    private static Instant? After(string choice, Instant now) =>
        Array.Find(Soon, s => s.Value == choice) is { Value: not null } soon ? now + soon.After : null;

    private static IEnumerable<DoneItem> Done(FormValues values, UpdateSheet sheet)
    {
        var ticked = values.Many(UpdateForm.Done);
        foreach (var line in sheet.Doings.Where(l => ticked.Contains(UpdateForm.IdOf(l))))
        {
            yield return new DoneItem(line.Text, line.At);
        }

        foreach (var line in values.One(UpdateForm.DoneWords).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            yield return new DoneItem(line, null);
        }
    }

    /// <summary>What is in the way: in words of one's own, else as it was ticked from the record.</summary>
    private static (string Blocker, string WayRound, bool OnRecord) Blocker(FormValues values, UpdateSheet sheet)
    {
        var (own, around) = (values.One(UpdateForm.Blocker), values.One(UpdateForm.WayRound));
        if (own.Length > 0 || sheet.Roadblock is not { } line || !values.Many(UpdateForm.Roadblock).Contains(UpdateForm.IdOf(line)))
        {
            return (own, around, false);
        }

        var (what, way) = Learned.SplitRoadblock(line.Text);
        return (what, around.Length > 0 ? around : way, true);
    }

    /// <summary>Steps that are promised already, with their owner and their time.</summary>
    private static IEnumerable<NextStep> Planned(FormValues values, UpdateSheet sheet, List<FieldError> errors, Instant now)
    {
        foreach (var id in values.Many(UpdateForm.Planned))
        {
            var step = sheet.Planned(now).FirstOrDefault(o => o.Id.ToString() == id);
            Check(errors, step is null, UpdateForm.Planned, "One of these is done or late meanwhile. Choose again, or write it below with a new time.");
            if (step is not null)
            {
                var owner = step.OwnerId is { } known ? sheet.People.FirstOrDefault(p => p.Id == known)?.Name : sheet.Case.Owner?.Name;
                yield return new NextStep(step.What, step.OwnerId, owner ?? "", step.DueAt!.Value, step.Id);
            }
        }
    }

    /// <summary>One a line, each with its time.</summary>
    private static IEnumerable<NextStep> Lines(FormValues values, UpdateSheet sheet, List<FieldError> errors, Instant now, Instant written)
    {
        foreach (var line in values.One(UpdateForm.FurtherSteps).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (SpokenTime.Find(line, written, sheet.Zone) is { } spoken && spoken.At > now && spoken.Words.Length > 0)
            {
                yield return new NextStep(spoken.Words, sheet.Case.Owner?.Id, sheet.Case.Owner?.Name ?? "", spoken.At);
            }
            else
            {
                Check(errors, true, UpdateForm.FurtherSteps, $"\"{Commands.CommandWords.Cut(line, 60)}\" names no time that lies ahead. Write one such as: tomorrow at 10:00.");
            }
        }
    }

    private static List<NextStep> Steps(FormValues values, UpdateSheet sheet, List<FieldError> errors, Instant now)
    {
        List<NextStep> steps = [.. Planned(values, sheet, errors, now)];
        for (var number = 1; number <= UpdateForm.MostSteps; number++)
        {
            var (what, due) = (values.One(UpdateForm.Step(number)), values.Moment(UpdateForm.StepDue(number)));
            if (what.Length == 0)
            {
                Check(errors, due is not null, UpdateForm.Step(number), "Say what is to be done by then, or take the time away.");
                continue;
            }

            Check(errors, due is null, UpdateForm.StepDue(number), "Say by when, so that it can be reminded of.");
            Check(errors, due <= now, UpdateForm.StepDue(number), "That time has passed. Choose one that lies ahead.");
            var owner = sheet.People.FirstOrDefault(p => p.Id.ToString() == values.One(UpdateForm.StepOwner(number)));
            steps.Add(new NextStep(what, owner?.Id ?? sheet.Case.Owner?.Id, owner?.Name ?? sheet.Case.Owner?.Name ?? "", due ?? now));
        }

        return steps;
    }
}
