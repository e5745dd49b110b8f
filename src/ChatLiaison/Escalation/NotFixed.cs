using ChatLiaison.Cases;
using ChatLiaison.Chat;

namespace ChatLiaison.Escalation;

/// <summary>What engineering did does not work for the customer: management is one button away, and comes by itself when it happens again (S49, S52). Pure.</summary>
internal static class NotFixed
{
    /// <summary>Management does not have it yet.</summary>
    public static bool IsOffered(SupportCase c) => c.Course.NotFixed > 0 && !c.Expedited && c.Status.IsOpen();

    /// <summary>It came back often enough to go up without anybody asking.</summary>
    public static bool Climbs(SupportCase c, Playbook.Playbook playbook) => IsOffered(c) && c.Course.NotFixed >= playbook.Resolution.NotFixedClimbsAfter;

    public static Button Button(SupportCase c) => Chat.Button.Open("management.open", "Bring in management", c.Id.ToString());

    /// <summary>Why it goes up, as a sentence or two.</summary>
    public static string Reason(SupportCase c) => $"Not fixed for the customer, {Times(c.Course.NotFixed)}. {c.Course.NotFixedWhy}".TrimEnd();

    public static string Times(int count) => count switch
    {
        1 => "once",
        2 => "twice",
        _ => $"{count} times",
    };
}
