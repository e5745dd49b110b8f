using System.Globalization;
using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Playbook;
using ChatLiaison.Wording;

namespace ChatLiaison.Escalation;

/// <summary>
/// Sends the customer the message of a case's level. The form opens on its preview, with what is worth a second look beside it: it goes as it
/// stands with one press, or with the words that were changed after they were seen once more.
/// </summary>
internal sealed class TellCommand(CaseActs acts, CaseViews views, Proofreader proof) : IChatCommand
{
    private const string Words = "words";

    public CommandSpec Spec { get; } = new("liaison tell", "REF", "Send the customer the message of the case's escalation level, previewed first.");

    public static Button Opener(SupportCase c, int level, ButtonStyle style = ButtonStyle.Normal) => Button.Open("tell.open", "Send this", StateOf(c, level), style);

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (found, refusal) = await acts.FindAsync(caller, call, cancellationToken);
        return found is null ? refusal! : await AskAsync(caller, found, found.Level, cancellationToken);
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        await FindAsync(caller, press.Value, cancellationToken) is var (found, level) ? await AskAsync(caller, found, level, cancellationToken) : CaseActs.NoSuchCase("");

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        if (await FindAsync(caller, PreviewForm.StateOf(submission), cancellationToken) is not var (found, level))
        {
            return CaseActs.NoSuchCase("");
        }

        var written = submission.Values.One(Words);
        var words = proof.Plain(submission.Values, written);
        if (Wrong(words) is { } wrong)
        {
            return Reply.Wrong(new FieldError(Words, wrong));
        }

        return Ended(caller, found) ?? (PreviewForm.IsSeen(submission) ? await acts.ActAsync(
                caller, submission.Key, found.Id.ToString(), (c, by) => CaseRules.Tell(c, by, words, null, alreadySaid: false, caller.Now),
                c => CaseRooms.Nowhere(c) ?? CustomerText.Of($"The customer is told about {c.ReferenceText}."), cancellationToken)
            : PreviewForm.Show(
                FormOf(found, level, written), submission, Preview(caller, found, words), SendLabel(found), CaseRooms.Nowhere(found),
                await BesideAsync(found, submission.Values, written, cancellationToken)));
    }

    private async Task<Reply> AskAsync(Caller caller, SupportCase c, int level, CancellationToken cancellationToken) =>
        Ended(caller, c)
        ?? (LevelScript.For(await views.ReadAsync(c, cancellationToken), level)?.ToPlain() is { } script
            ? PreviewForm.Begin(
                FormOf(c, level, script), Preview(caller, c, script), SendLabel(c), CaseRooms.Nowhere(c), await BesideAsync(c, FormValues.None, script, cancellationToken))
            : Reply.Refused(CustomerText.Of($"The level of {c.ReferenceText} has no message of its own. Use /liaison update to write one.")));

    private async Task<(SupportCase Case, int Level)?> FindAsync(Caller caller, string state, CancellationToken cancellationToken) =>
        state.Split('/') is [var id, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var level)
            && await acts.FindAsync(caller, id, cancellationToken) is { } found ? (found, level) : null;

    private static Reply? Ended(Caller caller, SupportCase c) => CaseRules.EndedFor(CaseActs.ActorOf(caller), c)?.Refusal is { } ended ? Reply.Refused(ended) : null;

    private string? Wrong(string words) =>
        words.Length == 0 ? "Write what the customer reads." : proof.Playbook.Resolution.EmptyPromise(words) ?? ScriptSlots.Refusal(words);

    private async Task<IEnumerable<Field>> BesideAsync(SupportCase c, FormValues typed, string words, CancellationToken cancellationToken) => proof.Beside(
        c, typed, new DraftWords(words) { PromisesNextWord = (await views.ReadAsync(c, cancellationToken)).NextWord is not null });

    private static IEnumerable<ChatText> Preview(Caller caller, SupportCase c, string words) => CardLines.Of(CustomerWords.Told(c, words, null, CaseActs.ActorOf(caller)));

    private static string SendLabel(SupportCase c) => CaseRooms.OfCustomer(c) is null ? "Put it on record" : "Send this";

    private static string StateOf(SupportCase c, int level) => string.Create(CultureInfo.InvariantCulture, $"{c.Id}/{level}");

    private static Form FormOf(SupportCase c, int level, string words) => CaseForm.About(
        c, "tell.submit", "To the customer", "Preview", new TextField(Words, "What does the customer read?") { Required = true, Multiline = true, Initial = words, MaxLength = 2500 }) with
    {
        State = StateOf(c, level),
        Opener = Opener(c, level, ButtonStyle.Primary),
    };
}
