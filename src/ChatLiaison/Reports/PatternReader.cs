using ChatLiaison.Handover;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using NodaTime;

namespace ChatLiaison.Reports;

/// <summary>Reads patterns and names them as people do.</summary>
internal sealed class PatternReader(PatternStore store, PlaybookSource playbooks, People.Directory directory)
{
    /// <summary>What rose most first.</summary>
    public async Task<IReadOnlyList<Pattern>> ReadAsync(int days, Instant now, CancellationToken cancellationToken)
    {
        var (before, span) = PatternRules.Of(days, now);
        return [.. PatternRules.Rising((await store.ReadAsync(before, span, cancellationToken)).Select(p => p with { What = NameOf(p) }))];
    }

    private string NameOf(Pattern p)
    {
        var policy = playbooks.Current.Resolution;
        return p.Topic switch
        {
            PatternTopic.Reason or PatternTopic.CameBack => Of(policy.Reasons, p.What),
            PatternTopic.RootCause => Of(policy.Review.RootCauses, p.What),
            PatternTopic.DetectionGap => Of(policy.Review.DetectionGaps, p.What),
            PatternTopic.KeepsComing when p.What.Split('/', 2) is [var customer, var cause] && int.TryParse(customer, out var id) =>
                $"{Of(policy.Review.RootCauses, cause)} at {directory.Current.CustomerById(id)?.Name ?? $"customer {id}"}",
            PatternTopic.MissingInBriefs => HandoffTally.LabelOf(p.What),
            PatternTopic.BrokenPromise when Enum.TryParse<PromiseKind>(p.What, out var kind) => PromiseWords.Name(kind),
            _ => p.What,
        };
    }

    private static string Of(IReadOnlyList<Named> names, string key) => names.FirstOrDefault(n => n.Key == key)?.Name ?? key;
}
