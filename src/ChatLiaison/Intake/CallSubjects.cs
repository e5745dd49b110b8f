using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Customers;
using ChatLiaison.People;
using ChatLiaison.Playbook;

namespace ChatLiaison.Intake;

/// <summary>Whom a call is from, whom it may be for, and the case that comes of what was taken down. Reads the snapshot only.</summary>
internal sealed class CallSubjects(People.Directory directory, PlaybookSource playbooks)
{
    private static readonly string[] Sources = ["phone", "walk-in", "email", "chat", "video"];

    /// <summary>The customer that words name, else the one in whose channel it is asked; null when it is to be chosen.</summary>
    public Customer? CustomerOf(Caller caller, string words)
    {
        var known = directory.Current;
        var named = words.Trim();
        return known.CustomerByKey(named.ToUpperInvariant())
            ?? known.Customers.FirstOrDefault(c => named.Length > 2 && c.Name.StartsWith(named, StringComparison.OrdinalIgnoreCase))
            ?? (caller.CustomerId is { } id ? known.CustomerById(id) : null);
    }

    public Customer? CustomerById(int id) => directory.Current.CustomerById(id);

    public static string SourceOf(string typed) => Sources.FirstOrDefault(s => s == typed) ?? Sources[0];

    public IReadOnlyList<Person> Colleagues(Func<Person, bool> reaches) => [.. directory.Current.People.Where(p => p.Roles.Count > 0 && reaches(p))];

    /// <summary>The case as the form for one problem tells it, with what was said once for the whole call.</summary>
    public SupportCase Draft(Caller caller, FormSubmission submission, Call call, Customer customer)
    {
        var values = submission.Values.All.ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);
        values["contact"] = [call.Caller];
        values["mood"] = [call.Mood];
        var draft = IntakeReader.Read(caller, submission with { Values = new FormValues(values) }, new IntakeSeed(), customer, playbooks.Current);
        return draft with { Details = draft.Details with { Source = call.Source, ReachDetails = draft.Details.ReachDetails.Length > 0 ? draft.Details.ReachDetails : call.Reach } };
    }
}
