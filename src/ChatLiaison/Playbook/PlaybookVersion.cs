using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ChatLiaison.Playbook;

/// <summary>A short name of a playbook's content: what the files say, whatever their comments, order of keys and spelling of durations.</summary>
internal static class PlaybookVersion
{
    public static string Of(Playbook playbook)
    {
        var text = string.Join('\n', Lines(playbook));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..10];
    }

    private static IEnumerable<string> Lines(Playbook playbook)
    {
        yield return playbook.Organisation.ToString();
        yield return string.Join(' ', playbook.Organisation.RestrictedSeenBy);
        yield return playbook.FollowUp.ToString();
        yield return string.Join(' ', playbook.WarnAt.Select(share => share.ToString(CultureInfo.InvariantCulture)));
        foreach (var (priority, policy) in playbook.Priorities.OrderBy(p => p.Key))
        {
            yield return $"{priority} {policy}";
        }

        foreach (var urgency in Enum.GetValues<Urgency>())
        {
            var rows = Enum.GetValues<Impact>().Select(impact => playbook.Propose(impact, urgency, critical: false));
            yield return $"{urgency} {string.Join(' ', rows)} {playbook.Propose(Impact.Low, urgency, critical: true)}";
        }

        foreach (var calendar in playbook.Calendars.Values.OrderBy(c => c.Name, StringComparer.Ordinal))
        {
            var dates = calendar.Exceptions.Select(e => $"{e.Date:uuuu-MM-dd} {e.Name} {string.Join(' ', e.Open)}");
            yield return $"{calendar.Name} {calendar.Zone.Id} {calendar.Hours} {string.Join(';', dates)}";
        }

        foreach (var level in playbook.Levels)
        {
            yield return $"{level.Number} {level.Name} {level.Role} {LevelEntryText.Format(level.EnterAt)} {level.RespondWithin} {level.Script}";
        }

        foreach (var script in playbook.Scripts.Values.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            yield return $"{script.Key} {script.Title} {script.Text}";
        }

        foreach (var type in playbook.CaseTypes)
        {
            yield return type.ToString();
        }

        foreach (var scenario in playbook.Scenarios.Values)
        {
            foreach (var line in Lines(scenario))
            {
                yield return line;
            }
        }

        foreach (var line in Lines(playbook.Knowledge))
        {
            yield return line;
        }

        yield return $"{playbook.Handover.ChangesWindow} {playbook.Handover.MinutesWithin} {playbook.Handover.SoonBefore} {string.Join(';', playbook.Handover.Links)}";

        foreach (var line in Lines(playbook.Resolution).Concat(Lines(playbook.Wording)))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Lines(WordPolicy words) =>
    [
        .. words.Translations.Select(t => t.ToString()),
        .. new[] { words.BlameWho, words.BlameSaid, words.Dismissive, words.Promising, words.NextWord, words.Instead, words.Questions }.Select(list => string.Join(';', list)),
    ];

    private static IEnumerable<string> Lines(Scenario scenario)
    {
        var signs = scenario.Suggest;
        yield return $"{scenario.Key} {scenario.Title} {scenario.End} {string.Join(' ', signs.Types.Concat(signs.Triggers).Concat(signs.Moods))} {signs.OwnerAway}";
        foreach (var step in scenario.Steps)
        {
            yield return $"{step.Key} {step.Title} {step.Guide} {step.Must} {step.Promise?.What.Text} {step.Promise?.Within} {step.Promise?.By} {step.Meeting}";
            foreach (var question in step.Ask)
            {
                yield return $"{question.Key} {question.Text} {string.Join(';', question.Choices)} {question.Many} {question.Moment} {question.Needed} {question.Files}";
            }

            foreach (var phrase in step.Say)
            {
                yield return phrase.Text;
            }
        }
    }

    private static IEnumerable<string> Lines(KnowledgePolicy knowledge)
    {
        yield return $"{string.Join(';', knowledge.CustomerPages)} {knowledge.Target.ToString(CultureInfo.InvariantCulture)}";
        foreach (var (key, page) in knowledge.Pages)
        {
            yield return $"{key} {page.Title} {page.Kind} {page.Url} {page.Text} {page.ForCustomers} {string.Join(';', page.Types.Concat(page.Words).Concat(page.Areas))}";
        }
    }

    private static IEnumerable<string> Lines(ResolutionPolicy resolution)
    {
        var review = resolution.Review;
        yield return $"{string.Join(' ', resolution.Needs)} {resolution.LastChance} {resolution.RatingOf} {string.Join(';', resolution.NeverAgain)}";
        yield return $"{string.Join(' ', review.Priorities)} {string.Join(' ', review.Levels)} {review.Due} {string.Join(' ', review.SessionFor)} {review.RecurringWithin}";
        foreach (var named in resolution.Reasons.Concat(review.RootCauses).Concat(review.DetectionGaps))
        {
            yield return named.ToString();
        }

        yield return string.Join(';', review.CauseOwners);
        yield return $"{string.Join(';', resolution.Check)} {resolution.NotFixedClimbsAfter}";
    }
}
