using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Handover;
using ChatLiaison.Meetings;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;
using ChatLiaison.Wording;

namespace ChatLiaison.Knowledge;

/// <summary>Does one step of a walk: the answers, the words that go to the customer, what is owed from then on, and the end.</summary>
internal sealed class ScenarioDesk(CaseViews views, ScenarioStore store, MeetingPlanner meetings, PlaybookSource playbooks, People.Directory directory)
{
    public ScenarioStore Store { get; } = store;

    public IReadOnlyDictionary<string, Scenario> Scenarios => playbooks.Current.Scenarios;

    public async Task<IReadOnlyList<(string Slot, CustomerText Value)>> CommonAsync(SupportCase c, CancellationToken cancellationToken) =>
        ScriptValues.Of(await views.ReadAsync(c, cancellationToken));

    /// <summary>Those that are suggested for a case, the best first.</summary>
    public async Task<IReadOnlyList<Scenario>> SuggestedAsync(SupportCase c, CaseStore cases, bool ownerAway, CancellationToken cancellationToken)
    {
        var triggers = c.Level == 0 ? [] : await cases.TriggersAsync(c.Id, cancellationToken);
        return [.. Scenarios.Values.Select(s => (Scenario: s, Fit: ScenarioRules.Fit(s, c, triggers, ownerAway))).Where(s => s.Fit > 0)
            .OrderByDescending(s => s.Fit).Select(s => s.Scenario)];
    }

    public string? EmptyPromise(CustomerText words) => playbooks.Current.Resolution.EmptyPromise(words.ToPlain());

    public People.DirectorySnapshot Known => directory.Current;

    /// <param name="words">What the customer is told; null for nothing.</param>
    public async Task<CaseDecision> StepAsync(
        UnitOfWork work, SupportCase c, Actor by, ScenarioPlace at, WalkedStep walked, CustomerText? words, CancellationToken cancellationToken)
    {
        if (c.Status.IsEnded())
        {
            return CaseRules.Ended(c)!;
        }

        var (scenario, step) = (at.Scenario, at.Step);
        var told = words is null ? null : CaseRules.Tell(c, by, words.ToPlain(), null, alreadySaid: false, work.Now);
        if (told?.Refusal is not null)
        {
            return told;
        }

        if (!await ScenarioStore.StepAsync(work, c.Id, at, walked, cancellationToken))
        {
            return CaseDecision.Refuse(CustomerText.Of($"Somebody did this step of {c.ReferenceText} meanwhile. Close this and open the scenario again to go on."));
        }

        var made = walked.Skipped is null && step.Promise is { } promise ? await PromiseAsync(work, c, by, promise, at, walked, cancellationToken) : null;
        var said = told is null ? [] : new List<CaseEvent> { told.Events[0] with { SaidAs = $"said:{Commitment.NewId(work.Now):N}:customer" } };
        List<CaseEvent> events = [.. said, new(CaseEventKind.ScenarioWalked, InWords(scenario, step, walked))];
        if (made is not null)
        {
            // Where words go out with the step, they are where it was said.
            events[0] = events[0] with { Commits = [made] };
        }

        if (walked.Skipped is null && step.Meeting is { } wanted && Meeting(c, by, at, wanted, walked, work.Now) is { } meeting)
        {
            var (m, met) = meetings.Arrange(work, by, meeting);
            meetings.Announce(work, c, by, m);
            events.Add(met);
        }

        if (step == scenario.Steps[^1])
        {
            var ended = walked.Skipped is { } why ? $"left without its stated end: {why}" : walked.Answers.GetValueOrDefault(scenario.End, "");
            ScenarioStore.Finish(work, c.Id, at, ended);
            events.Add(new(CaseEventKind.ScenarioWalked, $"{scenario.Title} ended: {ended}"));
        }

        return CaseDecision.To(told?.After ?? c, events);
    }

    private async Task<Commitment?> PromiseAsync(
        UnitOfWork work, SupportCase c, Actor by, ScenarioPromise promise, ScenarioPlace at, WalkedStep walked, CancellationToken cancellationToken)
    {
        var answers = ScenarioRules.Answers(await Store.FindAsync(c.Id, at, cancellationToken), walked.Answers);
        var common = await CommonAsync(c, cancellationToken);
        var what = ScenarioRules.Unfilled(promise.What, common, answers).Count == 0
            ? ScenarioRules.Fill(promise.What, common, answers, by.Name).ToPlain()
            : at.Scenario.Title;
        return ScenarioRules.Due(promise, walked.Answers, work.Now) is { } due
            ? new Commitment(Commitment.NewId(work.Now), CommitmentKind.Personal, what) { Due = due, OwnerId = OwnerOf(promise, walked) ?? by.Id }
            : null;
    }

    private static Meeting? Meeting(SupportCase c, Actor by, ScenarioPlace at, ScenarioMeeting wanted, WalkedStep walked, NodaTime.Instant now) =>
        ScenarioRules.MomentOf(walked.Answers.GetValueOrDefault(wanted.At, "")) is { } when && when > now
            ? new Meeting
            {
                Id = Guid.CreateVersion7(now.ToDateTimeOffset()),
                CaseId = c.Id,
                CustomerId = c.CustomerId,
                Kind = Enum.Parse<MeetingKind>(wanted.Kind, ignoreCase: true),
                At = when,
                Link = LinkRules.Read(walked.Answers.GetValueOrDefault(wanted.Link, ""))?.AbsoluteUri ?? "",
                Purpose = $"{at.Scenario.Title}: {at.Step.Title}",
                Recording = walked.Answers.GetValueOrDefault(wanted.Recorded, ""),
                ScheduledBy = by.Name,
                HoldPromise = Guid.Empty,
            }
            : null;

    private Guid? OwnerOf(ScenarioPromise promise, WalkedStep walked) =>
        walked.Answers.TryGetValue(promise.Owner, out var name) ? People.PersonSearch.One(Known, name).Person?.Id : null;

    private static string InWords(Scenario scenario, ScenarioStep step, WalkedStep walked)
    {
        var where = $"{scenario.Title}, {step.Title}";
        if (walked.Skipped is { } why)
        {
            return $"{where}: left out. {why}";
        }

        var answers = step.Ask.Where(q => walked.Answers.ContainsKey(q.Key)).Select(q => $"{q.Text} {Plain(walked.Answers[q.Key])}");
        return $"{where}: {string.Join(" ", answers)}".TrimEnd(' ', ':');
    }

    private static string Plain(string answer) => ScenarioRules.MomentOf(answer) is { } at ? ChatText.InUtc(at, MomentStyle.DateAndTime) : answer;
}
