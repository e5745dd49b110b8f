using ChatLiaison.CaseCards;
using ChatLiaison.Chat;
using ChatLiaison.Wording;

namespace ChatLiaison.Escalation;

/// <summary>The customer's message of a level (S130–S132), filled for a case; null when the level has none.</summary>
internal static class LevelScript
{
    public static CustomerText? For(CaseView view, int level)
    {
        var key = view.Playbook.Levels.FirstOrDefault(l => l.Number == level)?.Script ?? "";
        return view.Playbook.Scripts.TryGetValue(key, out var script) ? script.Fill(ScriptValues.Of(view)) : null;
    }
}
