using ChatLiaison.Jobs;
using ChatLiaison.People;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace ChatLiaison.Away;

/// <summary>Lets absences begin and end by themselves, and stops waiting for a cover who does not answer.</summary>
internal sealed partial class AwayJob(AbsenceStore absences, AwaySteps steps, ILogger<AwayJob> log) : IDeskJob
{
    private const int AtOnce = 100;

    public string Name => "away";

    public async Task RunAsync(Instant now, CancellationToken cancellationToken)
    {
        foreach (var id in await absences.DueAsync(now, AtOnce, cancellationToken))
        {
            try
            {
                await steps.DoDueAsync(id, now, cancellationToken);
            }
#pragma warning disable CA1031 // One absence that can't go on must not stop the others.
            catch (Exception e) when (e is not (OperationCanceledException or Npgsql.NpgsqlException { IsTransient: true }))
#pragma warning restore CA1031
            {
                LogStuck(id, e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The absence {Id} could not go on; it is tried again at the next tick")]
    private partial void LogStuck(Guid id, Exception error);
}
