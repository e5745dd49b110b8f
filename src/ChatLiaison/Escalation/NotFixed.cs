using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Playbook;

namespace ChatLiaison.Escalation;

/// <summary>What engineering did does not work for the customer: management is one button away, and comes by itself when it happens again (S49, S52). Pure.</summary>
internal static class NotFixed
{
    /// <summary>What the action of the button and of its form begins with.</summary>
    public const string Action = "climb.management";

    /// <summary>Management does not have it yet.</summary>
    public static bool IsOffered(SupportCase c) => c.Course.NotFixed > 0 && !c.Expedited && c.Status.IsOpen();

    /// <summary>It came back often enough to go up without anybody asking.</summary>
    public static bool Climbs(SupportCase c, Playbook.Playbook playbook) => IsOffered(c) && c.Course.NotFixed >= playbook.Resolution.NotFixedClimbsAfter;

    public static Button Button(SupportCase c) => Chat.Button.Open($"{Action}.open", "Bring in management", c.Id.ToString());

    /// <summary>Why it goes up, as a sentence or two.</summary>
    public static string Reason(SupportCase c) => $"Not fixed for the customer, {Times(c.Course.NotFixed)}. {c.Course.NotFixedWhy}".TrimEnd();

    public static string Times(int count) => count switch
    {
        1 => "once",
        2 => "twice",
        _ => $"{count} times",
    };

    /// <summary>Why management can't be brought in by this button, which may be an old one; null when it can.</summary>
    public static CustomerText? Refusal(SupportCase c) => CaseRules.Ended(c)?.Refusal
        ?? (c.Expedited ? CustomerText.Of($"Management has {c.ReferenceText} already. /case {c.ReferenceText} shows who.") : null);

    public static Reply Ask(SupportCase c, Playbook.Playbook playbook)
    {
        if (Refusal(c) is { } refusal)
        {
            return Reply.Refused(refusal);
        }

        var target = LadderRules.TargetOf(c, EscalationEvents.NotFixed, playbook);
        var level = playbook.Levels.FirstOrDefault(l => l.Number == target);
        return Reply.Show(CaseForm.About(
            c, $"{Action}.submit", "Bring in management", "Bring them in",
            new FormNote("where", StaffText.Of(
                $"{c.Reference} goes up to {level?.Name ?? "the level above"}{(c.IsCritical ? "." : $" and is expedited: it has the targets of {(c.Priority - 1).ToString()} from then on.")}")),
            new TextField("note", "Why?") { Required = true, Multiline = true, MaxLength = 1000, Initial = CommandWords.Cut(Reason(c), 1000), Hint = "They read exactly this; the customer does not see it." }));
    }
}
