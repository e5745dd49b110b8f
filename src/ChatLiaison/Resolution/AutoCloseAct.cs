using ChatLiaison.Cases;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using ChatLiaison.Storage;

namespace ChatLiaison.Resolution;

/// <summary>
/// The end of a resolved case's grace window. A case that lacks nothing closes. One that lacks a step is put before its owner and kept for
/// a last while; then it closes all the same, and what it lacks is reported: nothing stays open for ever because nobody answered. While we
/// owe the customer an answer or what we promised, it stays open.
/// </summary>
internal sealed class AutoCloseAct(CaseDesk desk, PlaybookSource playbooks, People.Directory directory, ResolutionMail mail) : IDueAct
{
    public string Act => PromiseRules.AutoClose;

    public async Task DoAsync(UnitOfWork work, SupportCase c, string reason, CancellationToken cancellationToken)
    {
        if (c.Status != CaseStatus.Resolved)
        {
            return;
        }

        var policy = playbooks.Current.Resolution;
        var r = await ResolutionStore.HoldAsync(work, c.Id, cancellationToken);
        var missing = ClosingRules.Missing(r, policy.Needs);
        var plan = new PromisePlan(playbooks.Current, directory.Current.CustomerById(c.CustomerId)?.Calendar);
        if (r is not null && ClosingRules.IsOwedByUs(r, missing))
        {
            PromiseStore.Insert(work, plan.LastChance(c, work.Now, r.PromisedUntil));
            mail.StaysOpen(work, c, missing);
            var stays = new CaseEvent(CaseEventKind.Noted, $"The grace window is over and {ClosingRules.InWords(missing)}; it stays open until that is done.");
            await desk.ApplyAsync(work, c, Actor.Desk, CaseDecision.To(c, stays), cancellationToken);
            return;
        }

        if (missing.Count > 0 && r is { LastChanceAt: null })
        {
            ResolutionStore.LastChance(work, r);
            var timer = plan.LastChance(c, work.Now);
            PromiseStore.Insert(work, timer);
            mail.LastChance(work, c, missing, timer.DueAt!.Value);
            var kept = new CaseEvent(CaseEventKind.Noted, $"The grace window is over and {ClosingRules.InWords(missing)}; kept open a last while.");
            await desk.ApplyAsync(work, c, Actor.Desk, CaseDecision.To(c, kept), cancellationToken);
            return;
        }

        var leftOut = "";
        if (missing.Count > 0)
        {
            leftOut = $"Closed although {ClosingRules.InWords(missing)}: nobody did or said anything until the grace window was over.";
            ResolutionStore.Except(work, c.Id, Actor.Desk.Name, [.. missing.Select(m => m.ToString())], "The grace window was over.");
        }

        await desk.ApplyAsync(work, c, Actor.Desk, EndingRules.Close(c, Actor.Desk, work.Now, leftOut), cancellationToken);
    }
}
