using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Storage;
using ChatLiaison.Wording;

namespace ChatLiaison.Intake;

/// <summary>What somebody answers to a message that was left for them: seen once as the customer reads it, with what is worth a second look, and then sent.</summary>
internal sealed class LeftMessageAnswers(LeftMessageDesk desk, LeftMessageStore messages, Proofreader proof, Database database, People.Directory directory)
{
    private const string Words = "words";

    public LeftMessageStore Messages { get; } = messages;

    /// <returns>The form; null when the message is for somebody else.</returns>
    public async Task<Reply?> AskAsync(Caller caller, string id, CancellationToken cancellationToken) =>
        await FindAsync(caller, id, cancellationToken) is { } m ? Reply.Show(MessageForm.Answer(m)) : null;

    /// <returns>Null when the message is for somebody else.</returns>
    public async Task<Reply?> AnswerAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        if (await FindAsync(caller, PreviewForm.StateOf(submission), cancellationToken) is not { } m)
        {
            return null;
        }

        var written = submission.Values.One(Words);
        var words = proof.Plain(submission.Values, written);
        if (words.Length == 0)
        {
            return Reply.Wrong(new FieldError(Words, "Write the answer."));
        }

        if (!PreviewForm.IsSeen(submission))
        {
            var to = Addressee.Of(m.Caller, m.CustomerId is { } id ? directory.Current.CustomerById(id) : null);
            return PreviewForm.Show(
                MessageForm.Answer(m), submission, [LeftMessageDesk.Answered(m, words, caller.Name)], "Send the answer",
                beside: proof.Beside(to, submission.Values, new DraftWords(written) { NamesContact = true }));
        }

        await SendAsync(caller, submission.Key, m, words, cancellationToken);
        return Reply.Done(CustomerText.Of($"{CustomerText.Name(m.Caller)} has your answer."));
    }

    private async Task SendAsync(Caller caller, string key, LeftMessage m, string words, CancellationToken cancellationToken)
    {
        await using var work = database.Begin(caller.Now);
        if (!await InboxStore.TryClaimAsync(work, key, cancellationToken))
        {
            return;
        }

        if (await LeftMessageStore.ReadByPersonAsync(work, m.Id, m.PersonId, cancellationToken) is { } read)
        {
            desk.WasRead(work, read);
        }

        desk.Answer(work, m, words, caller.Name);
        await work.CommitAsync(cancellationToken);
    }

    private async Task<LeftMessage?> FindAsync(Caller caller, string id, CancellationToken cancellationToken) =>
        await Messages.FindAsync(id, cancellationToken) is { } m && m.PersonId == caller.PersonId ? m : null;
}
