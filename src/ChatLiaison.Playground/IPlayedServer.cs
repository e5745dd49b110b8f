namespace ChatLiaison.Playground;

public enum PlayedState
{
    Starting,
    Up,
    Down,
}

/// <summary>A way in that a manifest offers.</summary>
public sealed record OfferedCommand(string Name, string Usage, string Summary);

/// <summary>What a platform can't do as the other can, as the parity page says it.</summary>
public sealed record OfferedGap(string Need, string Instead);

/// <summary>What the server says of itself when it is up.</summary>
/// <param name="SlackManifest">The manifest that a workspace is given, as JSON.</param>
/// <param name="TeamsManifest">The manifest that a tenant is given, as JSON.</param>
/// <param name="Verbs">Every command and verb.</param>
public sealed record PlayedOffer(
    string SlackManifest, string TeamsManifest, IReadOnlyList<OfferedCommand> Verbs, IReadOnlyList<OfferedGap> SlackGaps, IReadOnlyList<OfferedGap> TeamsGaps);

/// <summary>What waits to be sent.</summary>
/// <param name="Ready">Of all these, those that go out within the next seconds.</param>
public sealed record PlayedWaiting(int Waiting, int Ready, int Uncertain, int Dead, DateTimeOffset? Next);

/// <summary>The server under the playground: a process of its own, that may be killed at any instruction and is started again.</summary>
public interface IPlayedServer
{
    PlayedState State { get; }

    /// <summary>How often it was killed.</summary>
    int Deaths { get; }

    /// <summary>By the wall clock; null while it is down.</summary>
    DateTimeOffset? UpSince { get; }

    /// <summary>Null until it was up for the first time.</summary>
    PlayedOffer? Offer { get; }

    event EventHandler? Changed;

    /// <summary>SIGKILL; ends when the process is gone. It is started again after a moment.</summary>
    Task KillAsync();

    /// <summary>Waits until it is up.</summary>
    Task UpAsync(CancellationToken cancellationToken);

    /// <summary>Lets it do all that is due by the clock, and look at its queue.</summary>
    /// <returns>When it will next find something to do by the clock; null: it does not know of anything, or is down.</returns>
    Task<DateTimeOffset?> RunJobsAsync(CancellationToken cancellationToken);

    /// <summary>Lets it look at its queue at once.</summary>
    Task WakeAsync(CancellationToken cancellationToken);

    /// <summary>When the team's business hours next begin; null while it is down.</summary>
    Task<DateTimeOffset?> NextOpeningAsync(CancellationToken cancellationToken);

    /// <summary>Read from outside, so that it can be told of a dead server too.</summary>
    Task<PlayedWaiting> QueueAsync(CancellationToken cancellationToken);

    /// <summary>Stops it, empties its database, does what is to be done meanwhile, and starts it again.</summary>
    /// <returns>Null, or the sentence that says why the database is not emptied.</returns>
    Task<string?> StartOverAsync(Func<Task> meanwhile, CancellationToken cancellationToken);
}
