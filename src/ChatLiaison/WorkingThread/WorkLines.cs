using ChatLiaison.Cases;
using ChatLiaison.Commands;
using ChatLiaison.Customers;
using NodaTime;

namespace ChatLiaison.WorkingThread;

/// <summary>What one of us writes about a case while they work on it: it stays inside, whatever it is.</summary>
internal sealed class WorkLines(People.Directory directory)
{
    /// <param name="under">Our lasting name of the message in whose thread it was written; null where it stands in none.</param>
    public CaseDecision Read(SupportCase c, Caller caller, string words, string? under)
    {
        if (c.Status.IsEnded())
        {
            return CaseRules.Ended(c)!;
        }

        var line = WorkEntryRules.Read(words);
        var zone = caller.PersonId is { } id && directory.Current.PersonById(id) is { } person ? person.Zone : DateTimeZone.Utc;
        var decision = Learned.Typed(line, caller.Now, zone, at => CaseContact.Time(directory.Current.CustomerById(c.CustomerId), c, at)) is { } learned
            ? InformRules.Learn(c, learned, caller.Now)
            : CaseDecision.To(c, line);
        return decision with { Events = [.. decision.Events.Select(e => e with { Written = new(under) })] };
    }
}
