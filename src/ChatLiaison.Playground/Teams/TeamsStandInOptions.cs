namespace ChatLiaison.Playground.Teams;

/// <summary>How a stand-in behaves. Waiting times are real time; ids, tokens and throttles go by <see cref="Time"/>.</summary>
public sealed record TeamsStandInOptions
{
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The loopback port; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The app's base address, if it is known already; <c>/api/messages</c> is added.</summary>
    public Uri? AppUrl { get; init; }

    public string AppPassword { get; init; } = "playground-password";

    /// <summary>The tenant; a fresh sample world unless given.</summary>
    public TeamsWorld? World { get; init; }

    public TimeSpan AccessTokenLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long the client waits for the answer to an invoke. Message extensions: five seconds as documented.</summary>
    public TimeSpan InvokeTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the channel waits for the app to accept any other activity.</summary>
    public TimeSpan ActivityTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether the documented limits per bot and conversation answer 429.</summary>
    public bool ThrottlesThreads { get; init; } = true;

    /// <summary>Whether cards are checked against the Adaptive Card rules up to 1.5.</summary>
    public bool ChecksCards { get; init; } = true;

    /// <summary>
    /// The largest card in UTF-8 bytes. Stricter than Teams, which limits the whole message only; that limit always holds.
    /// </summary>
    public int LargestCard { get; init; } = 28 * 1024;
}
