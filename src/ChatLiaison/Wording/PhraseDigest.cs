using ChatLiaison.Commands;
using ChatLiaison.Playbook;
using ChatLiaison.Digests;

namespace ChatLiaison.Wording;

/// <summary>The digest's line about the playbook's phrases (K12); left out when none was sent in either week.</summary>
internal sealed class PhraseDigest(PhraseStore store, PlaybookSource playbooks) : IDigestPart
{
    public int Order => 15;

    public async Task<DigestLines> ReadAsync(DigestWeek week, CancellationToken cancellationToken)
    {
        var (now, before) = (await store.OfAsync(week.This, cancellationToken), await store.OfAsync(week.Before, cancellationToken));
        return new(("Phrases to customers", now.Sent + before.Sent == 0 ? "" : $"{Share(now)}{Most(now)} (last week {Share(before)})"));
    }

    private static string Share(PhraseSums sums) => sums.Sent == 0 ? "none sent" : $"{sums.Sent - sums.AsTheyStand} of {sums.Sent} had words about the case";

    private string Most(PhraseSums sums) => sums.Most.Length == 0 ? "" : $"; \"{NameOf(sums.Most)}\" went most often as it stands";

    private string NameOf(string key) => playbooks.Current.Phrases.FirstOrDefault(p => p.Key == key) switch
    {
        null => key,
        { Title.Length: > 0 } script => script.Title,
        var said => CommandWords.Cut(said.Text, 40),
    };
}
