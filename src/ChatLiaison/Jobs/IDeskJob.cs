using NodaTime;

namespace ChatLiaison.Jobs;

/// <summary>Something the desk does by itself. The schedule says how often it is ticked; the runner hands it the instant.</summary>
internal interface IDeskJob
{
    string Name { get; }

    Task RunAsync(Instant now, CancellationToken cancellationToken);
}
