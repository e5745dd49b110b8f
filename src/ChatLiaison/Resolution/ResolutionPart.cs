using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Playbook;

namespace ChatLiaison.Resolution;

/// <summary>The end of a case on its card: what is still missing before it closes, and the one next step.</summary>
internal sealed class ResolutionPart(ResolutionStore resolutions, PlaybookSource playbooks) : ICasePart
{
    public int Order => 10;

    public async ValueTask<CasePart?> ReadAsync(SupportCase c, CancellationToken cancellationToken) => c.Status switch
    {
        CaseStatus.Resolved => Draw(c, await resolutions.FindAsync(c.Id, cancellationToken)),
        CaseStatus.Closed => new CasePart { Facts = [.. Facts(await resolutions.FindAsync(c.Id, cancellationToken))] },
        CaseStatus.WithEngineering => new CasePart { Buttons = [Button.Open("fixed.open", "Fix is in", c.Id.ToString())] },
        CaseStatus.Verifying => new CasePart { Buttons = [Button.Act("fixed.reject", "Not fixed for them", c.Id.ToString())] },
        _ => null,
    };

    private CasePart Draw(SupportCase c, CaseResolution? r)
    {
        var missing = ClosingRules.Missing(r, playbooks.Current.Resolution.Needs);
        IEnumerable<(string, StaffText)> standing = missing.Count == 0
            ? [("Before it closes", "nothing is missing")]
            : [("Before it closes", Words.All(missing.Select(ClosingRules.Lacks)))];
        return new CasePart { Facts = [.. standing, .. Facts(r)], Buttons = [.. Buttons(c, r, missing)] };
    }

    private IEnumerable<(string, StaffText)> Facts(CaseResolution? r)
    {
        if (r is null)
        {
            yield break;
        }

        yield return ("Reason", playbooks.Current.Resolution.Reasons.FirstOrDefault(x => x.Key == r.Reason)?.Name ?? r.Reason);
        if (r.Verified is { } v)
        {
            yield return ("Verified", v.RecordedBy.Length == 0 ? StaffText.Of($"by {v.By}, {v.At}") : StaffText.Of($"by {v.By}, {v.At}; {v.RecordedBy} recorded it. {v.How}"));
        }

        if (r.FollowedUpAt is { } followed)
        {
            yield return ("Followed up", StaffText.Of($"by {r.FollowedUpBy}, {followed}"));
        }

        if (r.Rating is { } rating)
        {
            yield return ("Rating", $"{RatingWords.InWords(rating)}{(rating.Comment.Length > 0 ? $": {rating.Comment}" : "")}");
        }
    }

    private static IEnumerable<Button> Buttons(SupportCase c, CaseResolution? r, IReadOnlyList<ClosingStep> missing)
    {
        var id = c.Id.ToString();
        yield return missing.Count == 0 ? Button.Act("close.now", "Close", id, ButtonStyle.Primary)
            : missing is [ClosingStep.Promised] ? Button.Act("case.promises", "What is promised", id, ButtonStyle.Primary)
            : Button.Open("followup.open", "Follow up", id, r?.FollowedUpAt is null ? ButtonStyle.Primary : ButtonStyle.Normal);
        if (r?.Verified is null)
        {
            yield return Button.Open("verify.open", "Record that it works", id);
        }

        yield return Button.Act("reopen.now", "Reopen", id);
        if (missing.Count > 0)
        {
            yield return Button.Open("close.open", "Close all the same", id).Further();
        }

        yield return Button.Open("reason.open", "Change the reason", id).Further();
    }
}
