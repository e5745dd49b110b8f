using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.WorkingThread;

namespace ChatLiaison.Intake;

/// <summary>
/// One of us writes <c>finding: …</c> to the bot alone, where no thread says which case it is about: it is the case that they name, else the
/// one that they hold. Some platforms have no threads there at all.
/// </summary>
internal sealed class WorkWordsListener(CaseDesk desk, WorkLines lines) : IChatListener
{
    /// <summary>So many are offered by name.</summary>
    private const int Named = 5;

    public int Order => 20;

    public async Task<Reply?> HearAsync(Caller caller, ChatMessage message, CancellationToken cancellationToken)
    {
        if (caller.IsCustomer || caller.PersonId is not { } person || message.Place.Kind != PlaceKind.Direct)
        {
            return null;
        }

        var words = CaseThreadListener.Words(message);
        var (first, rest) = CommandWords.Split(words);
        var named = CaseWords.IsReference(first);
        if (!WorkEntryRules.HasWord(named ? rest : words))
        {
            return null;
        }

        var held = named
            ? await desk.Store.FindAsync(first.ToUpperInvariant(), cancellationToken) is { } one && CaseActs.MaySee(caller, one) ? [one] : []
            : (await desk.Store.ListOpenAsync(person, null, Named + 1, cancellationToken)).Where(c => c.Status != CaseStatus.Resolved).ToList();
        if (held is not [var only])
        {
            return Reply.Refused(held.Count == 0
                ? CustomerText.Of($"I can't tell which case that is about. Write its reference first, such as ACME-12 finding: …")
                : CustomerText.Of($"Which case is that about? Write its reference first: {CustomerText.Name(string.Join(", ", held.Take(Named).Select(c => c.Reference)))}."));
        }

        var outcome = await desk.ChangeAsync(
            only.Id, CaseActs.ActorOf(caller), message.Key, caller.Now,
            c => CaseThreadListener.Keeping(lines.Read(c, caller, named ? rest : words, under: null), message.Files), cancellationToken);
        return outcome.Refusal is { } refusal ? Reply.Refused(refusal)
            : Reply.Done(only.Restricted ? CustomerText.Of($"Logged on {only.ReferenceText}. It stays inside.") : CustomerText.Of($"Logged on {only.ReferenceText}, and in its thread. It stays inside."));
    }
}
