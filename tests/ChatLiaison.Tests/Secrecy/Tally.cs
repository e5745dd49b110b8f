using System.Collections.Concurrent;
using ChatLiaison.Chat;

namespace ChatLiaison.Tests.Secrecy;

/// <summary>How often each form was sent and taken, so that stories that get nowhere are noticed.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, int> taken = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> Taken => taken;

    public void Add(string action, Reply reply)
    {
        if (reply is DoneReply or CardReply or ReplaceReply or FormReply)
        {
            taken.AddOrUpdate(action, 1, (_, count) => count + 1);
        }
    }
}
