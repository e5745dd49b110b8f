using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Promises;

namespace ChatLiaison.Away;

/// <summary>What somebody who is back should say first to a customer. Pure.</summary>
internal static class DebriefRules
{
    public static StaffText SayFirst(DebriefCase d)
    {
        var name = d.Case.ContactName.Split(' ')[0];
        var late = d.Owed.FirstOrDefault(p => p.State == PromiseState.Broken && p.Kind is not PromiseKind.Acknowledge);
        var answered = d.Done.LastOrDefault(l => l.Kind == CaseEventKind.CustomerTold)?.At;
        var unanswered = d.Wrote.LastOrDefault(l => answered is not { } told || l.At > told);
        return d.Case.Status switch
        {
            CaseStatus.Closed or CaseStatus.Cancelled => StaffText.Of($"nothing is open; thank {name} when you next speak."),
            CaseStatus.Resolved => StaffText.Of($"ask {name} whether everything works now."),
            CaseStatus.WaitingOnCustomer => StaffText.Of($"{name} owes us an answer; ask whether the question was clear."),
            _ when late is not null => StaffText.Of($"that {PromiseWords.Name(late.Kind)} is late, and when it comes."),
            _ when unanswered is not null => StaffText.Of($"answer {name}, who wrote last and has heard nothing since."),
            _ when d.Case.NextUpdateAt is { } next => StaffText.Of($"that you are back on it, and that the update promised for {next} stands."),
            _ => StaffText.Of($"that you are back and have read everything; {name} need not repeat it."),
        };
    }
}
