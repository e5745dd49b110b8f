using ChatLiaison.Chat;
using NodaTime;

namespace ChatLiaison.Outbox;

internal enum Verdict
{
    TryAgain,
    LookFirst,
    Redirect,
    Drop,
    Bury,
}

/// <summary>What to do about a message that could not be sent. Pure: time and chance are given.</summary>
internal static class DeliveryRules
{
    /// <summary>Tries before a message is buried; with the waits below about eight hours.</summary>
    public const int TriesAtMost = 14;

    private static readonly Duration Longest = Duration.FromHours(1);

    /// <param name="chance">From 0 up to 1: spreads the waits so that servers don't knock together.</param>
    public static (Verdict Verdict, Instant When) Judge(ChatFailure failure, Duration? retryAfter, int attempts, QueuedKind kind, Instant now, double chance) => failure switch
    {
        ChatFailure.Temporary or ChatFailure.Uncertain when attempts >= TriesAtMost => (Verdict.Bury, now),
        ChatFailure.Temporary => (Verdict.TryAgain, now + (retryAfter ?? Wait(attempts, chance))),

        // A change of a message is the same twice: no need to look.
        ChatFailure.Uncertain when kind == QueuedKind.Update => (Verdict.TryAgain, now + Wait(attempts, chance)),
        ChatFailure.Uncertain => (Verdict.LookFirst, now + Duration.Max(Duration.FromSeconds(3), Wait(attempts, chance))),
        ChatFailure.PersonUnreachable => (Verdict.Redirect, now),
        ChatFailure.MessageGone => (Verdict.Drop, now),
        _ => (Verdict.Bury, now),
    };

    /// <summary>1 s, 2 s, 4 s … at most an hour, each between half of it and all of it.</summary>
    public static Duration Wait(int attempts, double chance)
    {
        var full = Duration.Min(Longest, Duration.FromSeconds(Math.Pow(2, Math.Clamp(attempts - 1, 0, 12))));
        return full * (0.5 + (chance / 2));
    }

    /// <summary>The pause between two sends to one conversation that keeps within all of its short windows.</summary>
    public static Duration Spacing(PlatformAbilities abilities)
    {
        var spacing = Duration.Zero;
        foreach (var limit in abilities.PerConversation.Where(l => l.Window <= Duration.FromMinutes(1)))
        {
            spacing = Duration.Max(spacing, limit.Window / limit.Count);
        }

        return spacing;
    }
}
