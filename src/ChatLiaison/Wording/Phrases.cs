using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Customers;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using ChatLiaison.Time;
using NodaTime;

namespace ChatLiaison.Wording;

/// <summary>What a phrase is a start for.</summary>
internal enum PhraseUse
{
    Update,

    /// <summary>The customer is asked something.</summary>
    Question,

    /// <summary>The key of the script begins with <c>resolved</c>.</summary>
    Resolution,
}

/// <summary>
/// The playbook's phrases as a start for words to a customer. What is typed goes where the phrase leaves room for it, else after it; what is
/// known of the case is filled in. The whole is seen before it goes.
/// </summary>
internal sealed class Phrases(CaseViews views, CommitmentStore commitments)
{
    public const string Field = "phrase";

    /// <summary>The slot of a question that the customer is asked.</summary>
    public const string Question = "question";

    /// <summary>The script that a resolution brings along; nobody starts from it.</summary>
    public const string ComesBack = "comes-back";

    private const string Summary = "summary";
    private const string Resolved = "resolved";
    private const string PerPriority = "what-happens-next-";
    private const string First = "initial-response";

    /// <summary>The field to choose one in; nothing when the playbook has none that fits.</summary>
    public static IEnumerable<Field> Picker(Playbook.Playbook playbook, SupportCase c, PhraseUse use, FormValues typed)
    {
        var fitting = playbook.Scripts.Values.Where(s => UseOf(s) == use && Fits(s, playbook, c)).Take(100).Select(s => new Choice(s.Key, CommandWords.Cut(s.Title, 75))).ToList();
        if (fitting.Count > 0)
        {
            yield return new ChoiceField(Field, "Start from a phrase", fitting)
            {
                Initial = typed.Many(Field),
                Hint = "Your words go where the phrase leaves room for them, or after it.",
            };
        }
    }

    /// <summary>The words with the phrase that was chosen; as they were typed when none was.</summary>
    /// <param name="next">When the customer hears next, as chosen; null for what is owed now.</param>
    public async Task<string> ComposeAsync(SupportCase c, string key, string typed, Instant? next, CancellationToken cancellationToken)
    {
        var view = await views.ReadAsync(c, cancellationToken);
        if (!view.Playbook.Scripts.TryGetValue(key, out var script) || !Fits(script, view.Playbook, c))
        {
            return typed;
        }

        var plan = await commitments.PlanAsync(c.Id, cancellationToken);
        return Fill(script, Known(view, new PromisePlan(view.Playbook, view.Customer?.Calendar).Cadence(PromisePlan.PaceOf(c), plan), next), typed);
    }

    /// <summary>A script that leaves no room for words of anybody's own, filled in; empty when the playbook has none of this key.</summary>
    public async Task<string> WholeAsync(SupportCase c, string key, CancellationToken cancellationToken)
    {
        var view = await views.ReadAsync(c, cancellationToken);
        return view.Playbook.Scripts.TryGetValue(key, out var script) ? script.Fill(ScriptValues.Of(view)).ToPlain() : "";
    }

    /// <summary>What nothing is known for stays in its braces, where <see cref="ScriptSlots.Refusal"/> finds it. Pure.</summary>
    internal static string Fill(Script script, IReadOnlyDictionary<string, string> known, string typed)
    {
        var room = script.Slots.Any(s => s is Summary or Question);
        var words = script.Slots.Aggregate(script.Text, (text, slot) => text.Replace(
            $"{{{slot}}}", slot is Summary or Question ? typed : known.GetValueOrDefault(slot, $"{{{slot}}}"), StringComparison.Ordinal));
        return room || typed.Length == 0 ? words : $"{words}\n\n{typed}";
    }

    private static PhraseUse UseOf(Script script) => script.Slots.Contains(Question) ? PhraseUse.Question
        : script.Key.StartsWith(Resolved, StringComparison.Ordinal) ? PhraseUse.Resolution
        : PhraseUse.Update;

    private static bool Fits(Script script, Playbook.Playbook playbook, SupportCase c) =>
        script.Key != ComesBack && (script.Key != First || c.FirstResponseAt is null)
        && (!script.Key.StartsWith(PerPriority, StringComparison.Ordinal) || script.Key == PerPriority + CommandWords.Lower(PromisePlan.PaceOf(c).ToString()))
        && script.Slots.All(slot => slot switch
        {
            Summary or Question => true,
            "first_response" => c.FirstResponseAt is null,
            "update_every" => playbook.For(PromisePlan.PaceOf(c)).UpdateEvery is not null,
            _ => ScriptSlots.Common.Contains(slot),
        });

    /// <param name="cadence">The longest silence, as the customer wants it; null when only a change is worth an update.</param>
    private static Dictionary<string, string> Known(CaseView view, Duration? cadence, Instant? next)
    {
        var known = ScriptValues.Of(view).ToDictionary(v => v.Slot, v => v.Value.ToPlain(), StringComparer.Ordinal);
        if (view.NextWord is { } owed)
        {
            known["first_response"] = CaseContact.Time(view.Customer, view.Case, owed);
        }

        if ((next ?? view.NextWord) is { } hears)
        {
            known["next_update"] = CaseContact.Time(view.Customer, view.Case, hears);
        }

        if (cadence is { } every)
        {
            known["update_every"] = DurationText.Humanise(every);
        }

        return known;
    }
}
