using System.Text;
using System.Text.Json;

namespace ChatLiaison.Slack;

/// <summary>What a request from Slack is answered with, over HTTP or through a socket.</summary>
/// <param name="Status">200 acknowledges; anything else does not.</param>
/// <param name="Body">JSON or plain text; empty for a bare acknowledgement.</param>
internal readonly record struct SlackAnswer(int Status, ReadOnlyMemory<byte> Body, bool IsJson)
{
    /// <summary>What is still to be said once the answer is out: nobody waits for it, and nothing is lost when it fails.</summary>
    public Func<CancellationToken, Task>? Afterwards { get; init; }

    public static SlackAnswer Ok { get; } = new(200, default, IsJson: false);

    public static SlackAnswer Json(byte[] body) => new(200, body, IsJson: true);

    public static SlackAnswer Json<TState>(TState state, Action<Utf8JsonWriter, TState> write) => Json(JsonBuffer.Of(state, write));

    public static SlackAnswer Plain(int status, string words) => new(status, Encoding.UTF8.GetBytes(words), IsJson: false);

    public static SlackAnswer Then(Func<CancellationToken, Task> afterwards) => Ok with { Afterwards = afterwards };
}
