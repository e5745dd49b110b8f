using ChatLiaison.Cases;
using ChatLiaison.Handover;
using ChatLiaison.Playbook;
using ChatLiaison.Resolution;
using ChatLiaison.Reviews;

namespace ChatLiaison.Knowledge;

/// <summary>What a resolved case taught us, as the beginnings of an entry.</summary>
internal sealed class KnowledgeDraft(ResolutionStore resolutions, ReviewStore reviews)
{
    private const int MostWords = 8;

    public async Task<KnowledgePage> OfAsync(SupportCase c, CancellationToken cancellationToken)
    {
        var r = await resolutions.FindAsync(c.Id, cancellationToken);
        var lessons = (await reviews.FindAsync(c.Id, cancellationToken))?.Lessons ?? "";
        string[] steps = [r?.Done ?? c.Resolution, Said("Why: ", r?.Cause ?? ""), Said("So that it stays away: ", r?.Prevention ?? ""), Said("Learned: ", lessons)];
        var text = string.Join('\n', steps.Where(s => s.Length > 0));
        return new KnowledgePage(c.Title, KnowledgeKind.Procedure)
        {
            Text = text.Length <= KnowledgePage.LongestText ? text : text[..KnowledgePage.LongestText],
            Types = c.Type.Length > 0 ? [c.Type] : [],
            Words = [.. AlikeRules.Words(c.Title).Take(MostWords)],
        };
    }

    private static string Said(string label, string words) => words.Length > 0 ? label + words : "";
}
