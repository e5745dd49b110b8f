using ChatLiaison.Cases;
using ChatLiaison.Commitments;
using ChatLiaison.CustomerWishes;
using ChatLiaison.Playbook;
using ChatLiaison.Updates;
using ChatLiaison.WorkingThread;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace ChatLiaison.Tests.Updates;

/// <summary>One thing that somebody does to one of several cases.</summary>
/// <param name="Case">Which of the cases.</param>
/// <param name="Secret">A number that makes the internal words of this act its own.</param>
internal sealed record StoryAct(string Name, int Case, int Secret)
{
    private static readonly string[] Names =
    [
        "note", "found", "tried", "cause", "estimate", "roadblock", "promise", "step", "told", "update", "said", "approved", "wrote", "corrected", "confirmed", "person",
        "information", "plan", "question", "wait", "resume", "priority", "take", "assign", "on it", "climbed", "resolve", "reopen", "follow up", "cancel", "close",
    ];

    public static Gen<StoryAct> Any { get; } =
        from name in Gen.Elements(Names)
        from which in Gen.Choose(0, 2)
        from secret in Gen.Choose(1000, 9999)
        select new StoryAct(name, which, secret);

    /// <summary>Stands in everything internal that this act says.</summary>
    public string Inside => $"zebra{Secret}";

    public bool IsCustomers => Name is "wrote" or "corrected" or "confirmed" or "person" or "information" or "plan";

    public override string ToString() => $"{Name} {Case}";

    public CaseDecision On(SupportCase c, Actor by, Party other, Instant now) => Name switch
    {
        "note" => CaseRules.Note(c, $"{Inside} as at Globex"),
        "found" => CaseDecision.To(c, WorkEntryRules.Read($"finding: {Inside} is to blame")),
        "tried" => CaseDecision.To(c, WorkEntryRules.Read($"tried: {Inside} → {Inside} fails")),
        "cause" => InformRules.Learn(c, new Learned(CaseEventKind.CauseFound, $"{Inside} Plan: {Inside}", $"We found {Inside}"), now),
        "estimate" => InformRules.Learn(c, new Learned(CaseEventKind.EstimateKnown, $"{Inside} at six", $"By six {Inside}"), now),
        "roadblock" => InformRules.Learn(c, new Learned(CaseEventKind.RoadblockHit, $"{Inside} Way round: none", $"Blocked by {Inside}"), now),
        "promise" => CommitmentRules.Promise(c, new Commitment(Guid.NewGuid(), CommitmentKind.Personal, $"Call about {Inside}") { Due = now + Duration.FromHours(3), OwnerId = by.Id }, by.Name, now),
        "step" => CommitmentRules.Promise(c, new Commitment(Guid.NewGuid(), CommitmentKind.ActionItem, $"Ask {Inside}") { Due = now + Duration.FromHours(3) }, by.Name, now),
        "told" => CaseRules.Tell(c, by, "We look at it", now + Duration.FromHours(1), alreadySaid: false, now),
        "said" => CaseRules.Tell(c, by, "An answer in the thread", null, alreadySaid: true, now),
        "update" => Updated(c, by, "We are half way", now),
        "approved" => Updated(c, by, $"approved{Secret} was found", now),
        "wrote" => c.Status.IsEnded() ? CaseRules.Ended(c)! : CaseRules.CustomerWrote(c, "Any news?"),
        "corrected" => EndingRules.Correct(c, c.Details with { Issue = "Orders fail since ten" }),
        "confirmed" => EndingRules.Confirm(c, by),
        "person" => WishRules.AskForPerson(c, by),
        "information" => c.Status.IsEnded() ? CaseRules.Ended(c)! : CaseRules.CustomerWrote(c, "It is version 3"),
        "plan" => WishRules.Agree(c, new CommunicationPlan(Duration.FromHours(1), false, "phone", $"{Inside} 0100"), $"Every hour, by phone ({Inside} 0100)"),
        "question" => CaseDecision.To(c, WorkEntryRules.Read($"question: is it {Inside}?")),
        "wait" => CaseRules.Wait(c, by, CaseStatus.WaitingOnCustomer, "Which version?", now),
        "resume" => CaseRules.Resume(c, by),
        "priority" => CaseRules.Prioritise(c, by, c.Priority == Priority.P1 ? Priority.P3 : Priority.P1),
        "take" => CaseRules.Take(c, by, now),
        "assign" => CaseRules.Assign(c, by, other, now),
        "on it" => CaseRules.OnIt(c, by, now),
        "climbed" => CaseDecision.To(c with { Level = c.Level + 1, EngineeringOwner = new Party(other.Id, $"Eng {Inside}") }, new CaseEvent(CaseEventKind.Climbed, $"{Inside}: they threaten to leave")),
        "resolve" => EndingRules.Resolve(c, by, "We restarted it", now),
        "reopen" => EndingRules.Reopen(c, by, $"{Inside}: not really"),
        "follow up" => EndingRules.FollowUp(c, by, "call", $"{Inside} sounded pleased", now),
        "cancel" => EndingRules.Cancel(c, by, $"{Inside}: a duplicate of Globex's", now),
        _ => EndingRules.Close(c, by, now),
    };

    private static CaseDecision Updated(SupportCase c, Actor by, string words, Instant now)
    {
        var content = new UpdateContent
        {
            Words = words,
            Next = now + Duration.FromHours(1),
            Done = [new DoneItem("Restarted the worker", now)],
            Steps = [new NextStep("Move it", by.Id, by.Name, now + Duration.FromHours(2))],
            Blocker = "No space",
            WayRound = "More space",
        };
        var told = CaseRules.Tell(c, by, words, content.Next, alreadySaid: false, now);
        return told.Refusal is not null ? told : told with { Events = [told.Events[0] with { Card = UpdateCard.Draw(c, content, by), Commits = content.Commits(now) }] };
    }
}
