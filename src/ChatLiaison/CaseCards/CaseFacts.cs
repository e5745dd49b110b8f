using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Time;

namespace ChatLiaison.CaseCards;

/// <summary>What was taken down about a case, as labelled values for our own people; what nobody said is left out.</summary>
internal static class CaseFacts
{
    public static IEnumerable<(string, StaffText)> Of(CaseView view)
    {
        var c = view.Case;
        var d = c.Details;
        yield return ("Customer", view.CustomerName);
        yield return ("Contact", Joined(", ", c.ContactName, d.ContactTitle));
        yield return ("Usual contact", view.Customer?.LiaisonId is { } id ? view.Directory.PersonById(id)?.Name ?? "" : "");
        yield return ("Type", view.TypeName);
        yield return ("Impact and urgency", Joined(" × ", d.Impact, d.Urgency) + (d.Critical ? " (a critical part of their business)" : ""));
        yield return ("Business impact", d.BusinessImpact);
        yield return ("Read first", StaffText.Lines(view.Reading.Select(r => r.Line)));
        yield return ("Started", d.StartedAt is { } started ? StaffText.Of($"{started}") : StaffText.Empty);
        yield return ("Steps", d.Steps);
        yield return ("Errors", d.Errors);
        yield return ("Environment", Joined(" / ", d.OperatingSystem, d.Browser, d.ProductVersion));
        yield return ("Expected", d.Expected);
        yield return ("Actual", d.Actual);
        yield return ("Where", string.Join(", ", d.Surfaces));
        yield return ("What a fix looks like", d.Outcome);
        yield return ("Timeframe", d.Timeframe);
        yield return ("Deadline", d.Deadline is { } deadline ? StaffText.Of($"{deadline}") : StaffText.Empty);
        yield return ("Reach them by", Joined(": ", d.ReachBy, d.ReachDetails));
        yield return ("Reach them to", string.Join(", ", d.ReachFor));
        yield return ("Technical level", d.TechnicalLevel);
        yield return ("Mood", c.Sentiment);
        yield return ("Feature", Joined("; ", d.FeatureUse, d.FeatureBenefit, d.FeatureImpact));
        yield return ("Understanding", c.Understanding == Understanding.Unconfirmed ? "not confirmed by the customer yet" : c.Understanding.ToString());
        yield return ("Triaged", d.TriagedAt is { } triaged ? StaffText.Of($"{d.TriagedBy}, {triaged}, {DurationText.Humanise(triaged - c.OpenedAt)} after it was opened") : StaffText.Empty);
        yield return ("Opened by", StaffText.Of($"{c.OpenedBy}, {c.OpenedAt}"));
        foreach (var line in Links(view).Concat(view.Parts.SelectMany(p => p.Facts)))
        {
            yield return line;
        }
    }

    private static IEnumerable<(string, StaffText)> Links(CaseView view)
    {
        var d = view.Case.Details;
        if (d.SourceLink.Length > 0)
        {
            yield return ("Made from", new StaffText([new LinkSpan(d.SourceLink, "their message")]));
        }

        if (d.Files.Count > 0)
        {
            yield return ("Files", StaffText.Lines(d.Files.Select(f => new StaffText([new LinkSpan(f.Url, f.Name)]))));
        }

        foreach (var (key, value) in (view.Customer?.Facts ?? new Dictionary<string, string>()).Where(f => !view.Reading.Any(r => r.Url == f.Value)))
        {
            yield return ($"{view.CustomerName}: {key}", value);
        }
    }

    private static string Joined(string between, params IEnumerable<string> pieces) => string.Join(between, pieces.Where(p => p.Length > 0));
}
