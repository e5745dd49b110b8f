using ChatLiaison.CaseCards;
using ChatLiaison.Chat;

namespace ChatLiaison.Wording;

/// <summary>What fills the slots that every script may use.</summary>
internal static class ScriptValues
{
    public static IReadOnlyList<(string Slot, CustomerText Value)> Of(CaseView view)
    {
        var c = view.Case;
        var organisation = view.Playbook.Organisation;
        return
        [
            ("name", CustomerText.Name(c.ContactName.Split(' ')[0])),
            ("customer", CustomerText.Name(view.CustomerName)),
            ("organisation", CustomerText.Name(organisation.Name)),
            ("support", CustomerText.Name(organisation.SupportContact)),
            ("case", c.ReferenceText),
            ("title", CustomerText.Said(c.Title)),
            ("owner", CustomerText.Name(c.Owner?.Name ?? organisation.Name)),
            ("next_update", view.NextWord is { } next ? CustomerText.Of($"{next}") : CustomerText.Of($"the next change")),
        ];
    }
}
