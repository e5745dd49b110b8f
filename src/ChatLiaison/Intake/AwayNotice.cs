using System.Text.RegularExpressions;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Customers;
using ChatLiaison.People;
using ChatLiaison.Playbook;

namespace ChatLiaison.Intake;

/// <summary>What a customer reads who asks for somebody who is away: the playbook's words, and the offer to help or to pass a message on (S36).</summary>
internal sealed class AwayNotice(PlaybookSource playbooks, People.Directory directory)
{
    /// <summary>The absence of the person whom a customer's message names; null when it names nobody who is away.</summary>
    public Absence? Asked(Caller caller, ChatMessage message)
    {
        var known = directory.Current;
        var contacts = known.Customers.FirstOrDefault(c => c.Id == caller.CustomerId)?.Contacts ?? [];
        return known.Absences.All.FirstOrDefault(a => a.Covers(caller.Now) && known.PersonById(a.PersonId) is { Active: true } person && Means(message, person, known, contacts));
    }

    /// <param name="seed">What the form for a problem starts with; null offers no form.</param>
    public CustomerCard Card(Caller caller, Absence absence, MentionSpan mention, IntakeSeed? seed)
    {
        var help = seed is null ? [] : new[] { Button.Open("escalate.open", "Report a problem", seed.ToValue(), ButtonStyle.Primary) };
        return CustomerCard.Plain(CustomerText.Of($"{mention}, ").Then(AwayText.Of(absence, playbooks.Current, directory.Current, caller)))
            .With([.. help, Button.Open("message.open", "Leave a message", absence.PersonId.ToString())]);
    }

    /// <summary>Whether words name somebody: by the whole name, or by another that stands alone.</summary>
    public static bool Names(string text, string name, string other) => other.Length > 1 && (Stands(text, name) || (Stands(text, other) && Stands(name, other)));

    private static bool Means(ChatMessage message, Person person, DirectorySnapshot known, IReadOnlyList<Contact> contacts)
    {
        if (Stands(message.Text, person.Name) || (person.Identities.TryGetValue(message.Person.Platform, out var id) && message.Text.Contains($"@{id}", StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        // A first name is enough when nobody else goes by it, on their side or on ours.
        var first = person.Name.Split(' ')[0];
        return first.Length > 2 && AsksFor(message.Text, first)
            && known.People.Count(p => p.Active && Stands(p.Name, first)) == 1 && !contacts.Any(c => Stands(c.Name, first));
    }

    /// <summary>
    /// Whether a first name alone means the person: written with its capital and inside a sentence, since many a name is a word as well
    /// (<c>Grace period</c>); at the beginning only where somebody is asked for or spoken to.
    /// </summary>
    internal static bool AsksFor(string text, string first)
    {
        var name = Regex.Escape(first);
        var inside = $@"(?<=@|[^.!?:\s][ \t(""'@]+){name}(?![\p{{L}}\p{{N}}])";
        var spokenTo = $@"(?<![\p{{L}}\p{{N}}]){name}(?=[,?]|\s+(is|isn't|here|there)\b)";
        return Regex.IsMatch(text, $"{inside}|{spokenTo}", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    private static bool Stands(string text, string name) =>
        Regex.IsMatch(text, $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(name)}(?![\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
