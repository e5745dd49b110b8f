namespace ChatLiaison.TestKit;

/// <summary>
/// An assembly fixture that stops the run's PostgreSQL while the run still lasts: the runner gives a process that has ended its tests only
/// ten seconds to go, and on a busy machine a server with hundreds of databases needs longer.
/// </summary>
public sealed class TestPostgresLifetime : IAsyncDisposable
{
    public ValueTask DisposeAsync() => TestPostgres.StopAsync();
}
