using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Playbook;

namespace ChatLiaison.Wording;

/// <summary>Reads words for a customer before they go: what is worth a second look stands beside their preview, with plainer words to tick.</summary>
internal sealed class Proofreader(PlaybookSource playbooks, People.Directory directory)
{
    private const string Ticks = "plainer";

    public Playbook.Playbook Playbook => playbooks.Current;

    /// <summary>What stands beside the preview of these words; nothing when all is well.</summary>
    /// <param name="typed">What was filled in, with the plainer words that were ticked.</param>
    /// <param name="draft">Before anything is put in.</param>
    /// <param name="mark">Parts the ticks of one preview from those of another.</param>
    public IEnumerable<Field> Beside(SupportCase c, FormValues typed, DraftWords draft, string mark = "") =>
        Beside(Addressee.Of(c, directory.Current.CustomerById(c.CustomerId)), typed, draft, mark);

    /// <inheritdoc cref="Beside(SupportCase, FormValues, DraftWords, string)"/>
    /// <param name="to">Whoever reads them, when that follows from no case.</param>
    public IEnumerable<Field> Beside(Addressee to, FormValues typed, DraftWords draft, string mark = "")
    {
        var (policy, reader) = (Playbook.Wording, ReaderOf(to));
        var plain = draft with
        {
            Pieces = [.. draft.Pieces.Select(p => Plain(typed, p))],
            Limits = Plain(typed, draft.Limits),

            // Only the first words to somebody are a greeting.
            NamesContact = draft.NamesContact || to.Greeted,
        };
        var said = DraftCheck.Of(plain, policy, reader);
        if (said.Count > 0)
        {
            yield return new FormNote($"look{mark}", StaffText.Lines([StaffText.Of($"{"Worth a second look":b}"), .. said.Select(s => StaffText.Of($"• {s}"))]));
        }

        var choices = draft.IsSpoken ? [] : DraftCheck.Replaceable([.. draft.Pieces, draft.Limits], policy, reader).Take(10).Select(t => new Choice(IdOf(t), Cut($"{t.Plain} instead of {t.Term}"))).ToList();
        if (choices.Count > 0)
        {
            yield return new ChoiceField(Ticks + mark, "Plainer words", choices)
            {
                Multiple = true,
                Initial = Ticked(typed),
                Hint = "Tick what to put in; you see it once more before it goes.",
            };
        }
    }

    /// <summary>What is worth a second look in what one of us took down, which stands on the customer's card already; nothing for what the customer wrote.</summary>
    public IReadOnlyList<string> OnCard(SupportCase c) => c.Details.SourceLink.Length > 0 || CaseRooms.OfCustomer(c) is null ? [] : DraftCheck.Of(
        new DraftWords(c.Details.Issue, c.Details.Outcome) { RecordsPromise = true, NamesContact = true }, Playbook.Wording, ReaderOf(Addressee.Of(c, directory.Current.CustomerById(c.CustomerId))));

    /// <summary>The words with what was ticked put in.</summary>
    public string Plain(FormValues ticked, string words) => Ticked(ticked) is { Count: > 0 } terms
        ? Playbook.Wording.Translations.Where(t => !t.OnlySuggested && terms.Contains(IdOf(t))).Aggregate(words, (text, t) => WholeWords.Replace(text, t.Term, t.Plain))
        : words;

    /// <summary>All that was filled in, with what was ticked put into the fields that the customer reads.</summary>
    public FormValues Plain(FormValues typed, IReadOnlyCollection<string> fields) => Plain(typed, typed, fields);

    /// <param name="ticked">Where the ticks are, when they were made in a form of their own.</param>
    public FormValues Plain(FormValues typed, FormValues ticked, IReadOnlyCollection<string> fields) => new(typed.All.ToDictionary(
        f => f.Key, f => fields.Contains(f.Key) ? [.. f.Value.Select(v => Plain(ticked, v))] : f.Value, StringComparer.Ordinal));

    public static IReadOnlyList<string> Ticked(FormValues typed) =>
        [.. typed.All.Where(f => f.Key.StartsWith(Ticks, StringComparison.Ordinal)).SelectMany(f => f.Value)];

    private DraftReader ReaderOf(Addressee to)
    {
        var (known, playbook) = (directory.Current, playbooks.Current);
        return new DraftReader(
            FirstOf(to.Name),
            to.Level.Equals("advanced", StringComparison.OrdinalIgnoreCase),
            [.. known.People.Where(p => p.Active).SelectMany(p => new[] { p.Name, FirstOf(p.Name) }), .. known.Customers.Select(k => k.Name), to.Name],
            [.. playbook.Phrases]);
    }

    private static string FirstOf(string name) => name.Split(' ')[0];

    /// <summary>Platforms give several choices back with commas between them.</summary>
    private static string IdOf(Translation t) => Cut(t.Term.Replace(',', ' '));

    private static string Cut(string text) => Commands.CommandWords.Cut(text, 75);
}
