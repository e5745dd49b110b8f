using System.Text.Json;
using ChatLiaison.Server.Settings;

namespace ChatLiaison.Server.Playing;

/// <summary>What the playground gives the server that it starts, as one line on its standard input.</summary>
internal sealed record HandOver(ServerSettings Settings, string ConnectionString, string ClockPath)
{
    public string Write() => JsonSerializer.Serialize(this);

    /// <exception cref="JsonException">The line is none of ours.</exception>
    public static HandOver Read(string line) => JsonSerializer.Deserialize<HandOver>(line) ?? throw new JsonException("There is nothing in it.");
}

/// <summary>What the two say to each other afterwards, a line each: an order on the server's input, an answer on its output after <see cref="Mark"/>.</summary>
internal static class Orders
{
    /// <summary>Before an answer, so that it is told from what the server logs.</summary>
    public const char Mark = '\u001e';

    /// <summary>Do all that is due by the clock, and look at the queue. Answered with when something is next to be done.</summary>
    public const string Jobs = "jobs";

    /// <summary>Look at the queue.</summary>
    public const string Wake = "wake";

    /// <summary>When do the business hours begin?</summary>
    public const string Opening = "opening";

    /// <summary>Stop cleanly.</summary>
    public const string Stop = "stop";
}

/// <summary>An answer; <paramref name="Order"/> is the number of the order, 0 for the first word of a server that is up.</summary>
internal sealed record Answer(int Order, DateTimeOffset? When = null, string? Address = null, Playground.PlayedOffer? Offer = null);
