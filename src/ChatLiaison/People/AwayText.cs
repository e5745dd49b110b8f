using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.People;

/// <summary>What a customer reads of somebody who is away, in the playbook's words.</summary>
internal static class AwayText
{
    private const string ScriptKey = "away";

    public static CustomerText Of(Absence absence, Playbook.Playbook playbook, DirectorySnapshot known, Caller caller)
    {
        var person = CustomerText.Name(known.PersonById(absence.PersonId)!.Name);
        var cover = known.Absences.StandIn(absence.PersonId, caller.Now) is { } id && known.PersonById(id) is { } standIn
            ? CustomerText.Name(standIn.Name) : CustomerText.Of($"A colleague");
        (string Slot, CustomerText Value)[] values =
        [
            ("person", person), ("until", CustomerText.Of($"{absence.Until}")), ("cover", cover), ("name", CustomerText.Name(caller.Name.Split(' ')[0])),
            ("customer", CustomerText.Name(known.Customers.FirstOrDefault(c => c.Id == caller.CustomerId)?.Name ?? "you")),
            ("organisation", CustomerText.Name(playbook.Organisation.Name)), ("support", CustomerText.Name(playbook.Organisation.SupportContact)),
        ];
        return playbook.Scripts.TryGetValue(ScriptKey, out var script) && script.Slots.All(slot => values.Any(v => v.Slot == slot))
            ? script.Fill(values)
            : CustomerText.Of($"{person} is away until {absence.Until}. {cover} can help you meanwhile, or pass a message on.");
    }
}
