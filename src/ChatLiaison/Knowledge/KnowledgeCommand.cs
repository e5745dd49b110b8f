using System.Globalization;
using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Playbook;
using ChatLiaison.Updates;

namespace ChatLiaison.Knowledge;

/// <summary>
/// <c>/liaison knowledge</c>: finds what the team knows by words, by a case or by its key, and keeps more of it. For our own people: nothing of
/// it reaches a customer but in an update that somebody writes and sends.
/// </summary>
internal sealed class KnowledgeCommand(CaseActs acts, KnowledgeDesk desk, UpdateDesk updates) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison knowledge", "[words|REF|add]", "Find what we know: by words, for a case, or add to it.");

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var text = call.Text.Trim();
        var (first, rest) = CommandWords.Split(text);
        if (CommandWords.Lower(first) == "add")
        {
            return Add(CommandWords.Cut(rest, 120));
        }

        // In a case's own thread its reference may be left out; everywhere else no words mean everything.
        if (CaseWords.IsReference(first) || (text.Length == 0 && call.Place.ThreadId is not null))
        {
            var (found, refusal) = await acts.FindAsync(caller, call, cancellationToken);
            if (found is not null || text.Length > 0)
            {
                return found is null ? refusal! : await OfCaseAsync(found, cancellationToken);
            }
        }

        var key = text.Length > 0 && text.All(char.IsAsciiDigit) ? $"#{text}" : text;
        return await desk.Book.FindAsync(key, cancellationToken) is { } entry ? Show(caller, entry, null) : await ListAsync(text, 0, cancellationToken);
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        var (before, after) = press.Value.Split('/', 2) is [var first, var rest] ? (first, rest) : (press.Value, "");
        switch (press.Action)
        {
            case "knowledge.add":
                return Add(press.Value);
            case "knowledge.list":
            case "knowledge.more":
                return await ListAsync(after, int.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : 0, cancellationToken);
            case "knowledge.case":
                return await acts.AskAsync(caller, press.Value, c => OfCaseAsync(c, cancellationToken), cancellationToken);
            case "knowledge.keep":
                return await acts.AskAsync(caller, press.Value, c => KeepAsync(caller, c, cancellationToken), cancellationToken);
        }

        if (await desk.Book.FindAsync(before, cancellationToken) is not { } entry)
        {
            return Gone();
        }

        return press.Action switch
        {
            "knowledge.helped" => await acts.ActAsync(
                caller, press.Key, after, (work, c, by) => Task.FromResult(desk.Helped(work, c, by, entry)),
                c => CustomerText.Of($"Good. It is on record that it helped on {c.ReferenceText}."), cancellationToken),
            "knowledge.send" => await acts.AskAsync(caller, after, c => SendAsync(caller, c, entry, cancellationToken), cancellationToken),
            "knowledge.edit" => KnowledgeRules.MayChange(entry, caller) ? Reply.Show(Change(entry)) : NotYours(entry),
            "knowledge.retire" => KnowledgeRules.MayChange(entry, caller) ? await desk.RetireAsync(caller, entry, cancellationToken) : NotYours(entry),
            _ => Show(caller, entry, await acts.FindAsync(caller, after, cancellationToken)),
        };
    }

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        if (KnowledgeForm.Check(submission.Values) is { Count: > 0 } errors)
        {
            return Reply.Wrong(errors);
        }

        var page = KnowledgeForm.Read(submission.Values, desk.Book.CaseTypes);
        if (await desk.NamesRestrictedAsync(page, cancellationToken) is { } named)
        {
            return Reply.Wrong(named);
        }

        switch (submission.State.Split('/'))
        {
            case ["keep", var caseId]:
                return await acts.ActAsync(
                    caller, submission.Key, caseId, (work, c, by) => desk.KeepAsync(work, c, by, page, cancellationToken),
                    c => CustomerText.Of($"It is kept for the next one. /liaison knowledge finds it."), cancellationToken);
            case ["edit", var key, var at] when int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var version):
                return await desk.Book.FindAsync(key, cancellationToken) is not { } entry ? Gone()
                    : KnowledgeRules.MayChange(entry, caller) ? await desk.ChangeAsync(caller, submission.Key, entry, version, page, cancellationToken)
                    : NotYours(entry);
            default:
                return await desk.AddAsync(caller, submission.Key, page, cancellationToken);
        }
    }

    private async Task<Reply> ListAsync(string words, int from, CancellationToken cancellationToken)
    {
        var entries = await desk.Book.ReadAsync(cancellationToken);
        var found = words.Length == 0 ? KnowledgeRules.Browse(entries) : KnowledgeRules.Search(entries, words, desk.Book.TypeName);
        return Reply.Show(KnowledgeCards.Found(found, words, from));
    }

    private async Task<Reply> OfCaseAsync(SupportCase c, CancellationToken cancellationToken) =>
        Reply.Show(KnowledgeCards.OfCase(c, KnowledgeRules.Best(await desk.Book.ReadAsync(cancellationToken), c)));

    private Reply Show(Caller caller, KnowledgeEntry entry, SupportCase? c) =>
        Reply.Show(KnowledgeCards.Of(entry, c, KnowledgeRules.MayChange(entry, caller), desk.Book.TypeName));

    private async Task<Reply> KeepAsync(Caller caller, SupportCase c, CancellationToken cancellationToken)
    {
        if (KnowledgeRules.RefusalToKeep(c) is { } refusal)
        {
            return Reply.Refused(refusal);
        }

        return await desk.KeptFromAsync(c, cancellationToken) is { } kept
            ? Show(caller, kept, c)
            : Reply.Show(KnowledgeForm.Make(
                $"keep/{c.Id}", "Keep as knowledge", await desk.DraftAsync(c, cancellationToken), desk.Book.CaseTypes, Button.Open("knowledge.keep", "Keep as knowledge", c.Id.ToString(), ButtonStyle.Primary)));
    }

    /// <summary>The words as the beginnings of an update, which somebody reads, changes, previews and sends.</summary>
    private async Task<Reply> SendAsync(Caller caller, SupportCase c, KnowledgeEntry entry, CancellationToken cancellationToken)
    {
        if (CaseRules.Ended(c)?.Refusal is { } ended)
        {
            return Reply.Refused(ended);
        }

        var page = entry.Page;
        if (!page.ForCustomers)
        {
            return Reply.Refused(CustomerText.Of($"It is for our own people. Write in your own words what the customer should know."));
        }

        var words = string.Join('\n', new[] { page.Title, page.Url, page.Text }.Where(w => w.Length > 0));
        var typed = new FormValues(new Dictionary<string, IReadOnlyList<string>> { [UpdateForm.Words] = [words.Length <= CustomerWords.Longest ? words : words[..CustomerWords.Longest]] });
        return Reply.Show(UpdateForm.Draw(await updates.ReadAsync(c, caller, cancellationToken), typed, null, caller.Now));
    }

    private Reply Add(string title) => Reply.Show(KnowledgeForm.Make(
        "add", "Add what you know", new KnowledgePage(title, KnowledgeKind.Procedure), desk.Book.CaseTypes, Button.Open("knowledge.add", "Add an entry", title, ButtonStyle.Primary)));

    private Form Change(KnowledgeEntry entry) => KnowledgeForm.Make(
        $"edit/{entry.Key}/{entry.Kept!.Version.ToString(CultureInfo.InvariantCulture)}", "Change what we know", entry.Page, desk.Book.CaseTypes, Button.Open("knowledge.edit", "Change it", entry.Key, ButtonStyle.Primary));

    private static Reply NotYours(KnowledgeEntry entry) => Reply.Refused(entry.Kept is { } kept
        ? CustomerText.Of($"{CustomerText.Name(kept.By)} keeps it. Ask them, senior support or an admin to change it.")
        : CustomerText.Of($"It stands in the playbook. Whoever keeps the playbook changes it in knowledge.yaml."));

    private static Reply Gone() => Reply.Refused(CustomerText.Of($"That is not there any more. /liaison knowledge shows what is."));
}
