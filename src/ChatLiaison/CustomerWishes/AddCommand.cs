using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.CustomerWishes;

/// <summary>The customer's button <c>Add information</c> and <c>/liaison add REF</c>: more to know about a case; it waits for an answer like anything they write.</summary>
internal sealed class AddCommand(CaseActs acts) : CaseFormCommand(acts)
{
    /// <summary>A button's value holds no more than this many characters of text.</summary>
    private const int MostCarried = 600;

    public override CommandSpec Spec { get; } = new("liaison add", "REF", "Add information to a case; from us it stays inside.");

    public override Access Access => Access.Anyone;

    /// <summary>What the button carries that opens the form with words in it.</summary>
    public static string With(SupportCase c, string words) => $"{c.Id}|{CommandWords.Cut(words, MostCarried)}";

    public override async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        var (id, words) = press.Value.Split('|', 2) is [var before, var after] ? (before, after) : (press.Value, "");
        return await Acts.FindAsync(caller, id, cancellationToken) is { } found ? Ask(caller, found, words) : CaseActs.NoSuchCase("");
    }

    public override Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        var files = submission.Values.Many("files");
        var words = string.Join('\n', [submission.Values.One("words"), .. files.Select(f => $"[file] {f}")]).Trim();
        return words.Length == 0
            ? Task.FromResult(Reply.Wrong(new FieldError("words", "Write what we should know, or cancel.")))
            : Acts.ActAsync(
                caller, submission.Key, submission.State,
                (c, by) => CaseRules.EndedFor(by, c) ?? Add(c with { Details = c.Details.With([.. files.Select(CaseDetails.FileAt)]) }, by, words),
                c => CustomerText.Of($"Thank you. The people working on {c.ReferenceText} have it."), cancellationToken);
    }

    protected override Reply Ask(Caller caller, SupportCase c) => Ask(caller, c, "");

    protected override Reply Ask(SupportCase c) => Reply.Show(Form(c, ""));

    private static Reply Ask(Caller caller, SupportCase c, string words) =>
        CaseRules.EndedFor(CaseActs.ActorOf(caller), c) is { Refusal: { } ended } ? Reply.Refused(ended) : Reply.Show(Form(c, words));

    private static CaseDecision Add(SupportCase c, Actor by, string words) => by.Side == Side.Customer ? CaseRules.CustomerWrote(c, words) : CaseRules.Note(c, words);

    private static Form Form(SupportCase c, string words) => CaseForm.About(
        c, "add.submit", "Add information", "Send",
        new TextField("words", "What else should we know?") { Required = true, Multiline = true, Initial = words },
        new FilesField("files", "Screenshots and logs"));
}
