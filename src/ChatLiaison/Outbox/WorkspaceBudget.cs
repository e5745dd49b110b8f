using NodaTime;

namespace ChatLiaison.Outbox;

/// <summary>
/// How much each platform still takes from this server, as it documents for a whole workspace or tenant. What is beyond that stays in the
/// queue, where it costs nothing, rather than being refused. Several servers each keep their own account; a refusal says when to go on.
/// </summary>
internal sealed class WorkspaceBudget(Platforms platforms)
{
    private readonly Dictionary<string, Queue<Instant>> sent = platforms.Keys.ToDictionary(key => key, _ => new Queue<Instant>(), StringComparer.Ordinal);

    /// <summary>The platforms that take nothing more now, and what each of the others takes at least; nought when there is no other.</summary>
    public (string[] Exhausted, int Room) At(Instant now)
    {
        var exhausted = new List<string>();
        var room = int.MaxValue;
        foreach (var platform in platforms.All)
        {
            var left = Left(sent[platform.Key], platform.Abilities, now);
            if (left > 0)
            {
                room = Math.Min(room, left);
            }
            else
            {
                exhausted.Add(platform.Key);
            }
        }

        return ([.. exhausted], exhausted.Count > 0 && exhausted.Count == platforms.All.Count ? 0 : room);
    }

    public void Spend(string platform, Instant now)
    {
        if (sent.TryGetValue(platform, out var times))
        {
            times.Enqueue(now);
        }
    }

    private static int Left(Queue<Instant> times, Chat.PlatformAbilities abilities, Instant now)
    {
        var left = int.MaxValue;
        var longest = Duration.Zero;
        foreach (var limit in abilities.PerWorkspace)
        {
            longest = Duration.Max(longest, limit.Window);
            left = Math.Min(left, limit.Count - times.Count(at => at > now - limit.Window));
        }

        while (times.TryPeek(out var oldest) && oldest <= now - longest)
        {
            times.Dequeue();
        }

        return left;
    }
}
