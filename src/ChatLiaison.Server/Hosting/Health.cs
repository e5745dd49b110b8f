namespace ChatLiaison.Server.Hosting;

/// <summary>Whether this server has finished starting.</summary>
public sealed class Readiness
{
    public bool Started { get; set; }
}

internal static class Health
{
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(2);

    /// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it has started and the database answers.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => "live");
        app.MapGet("/health/ready", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(Readiness readiness, Storage.Database database, CancellationToken cancellationToken)
    {
        if (!readiness.Started)
        {
            return Results.Text("starting", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(AnswersWithin);
            await database.AnswerAsync(patience.Token);
            return Results.Text("ready");
        }
        catch (Exception e) when (e is System.Data.Common.DbException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return Results.Text("the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
