using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.Teams;

/// <summary>The one address that Teams calls: who calls, what it is, and the answer.</summary>
internal sealed class TeamsInbox(TeamsGate gate, TeamsReferences references, TeamsActivities activities, ILogger<TeamsInbox> log)
{
    private const long LargestBody = 1024 * 1024;
    private static readonly TimeSpan InvokeBudget = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(14);

    public async Task TakeAsync(HttpContext http)
    {
        var (admitted, caller) = await gate.AdmitsAsync(http.Request.Headers.Authorization, http.RequestAborted);
        if (!admitted)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        using var json = await ReadAsync(http);
        if (json is null)
        {
            return;
        }

        var activity = new TeamsActivity(json.RootElement);
        http.Response.StatusCode = gate.Judge(caller, activity);
        if (http.Response.StatusCode == StatusCodes.Status200OK)
        {
            await AnswerAsync(http, activity);
        }
    }

    private async Task AnswerAsync(HttpContext http, TeamsActivity activity)
    {
        var isInvoke = activity.Type == "invoke";
        using var budget = new CancellationTokenSource(isInvoke ? InvokeBudget : Budget);
        await LearnAsync(activity, budget.Token);
        if (!isInvoke)
        {
            await activities.TakeAsync(activity, budget.Token);
            return;
        }

        if (await activities.Invokes.AnswerAsync(activity, budget.Token) is not { } body)
        {
            http.Response.StatusCode = StatusCodes.Status501NotImplemented;
        }
        else if (!body.IsEmpty)
        {
            http.Response.ContentType = "application/json; charset=utf-8";
            http.Response.ContentLength = body.Length;
            await http.Response.BodyWriter.WriteAsync(body, http.RequestAborted);
        }
    }

    // Without it an answer may go astray; without us the person gets none at all.
    private async Task LearnAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        try
        {
            await references.LearnAsync(activity, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "Where an activity of Teams came from could not be written down.");
        }
    }

    private static async Task<JsonDocument?> ReadAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LargestBody;
        }

        try
        {
            var json = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                return json;
            }

            json.Dispose();
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (JsonException)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (BadHttpRequestException tooLarge)
        {
            http.Response.StatusCode = tooLarge.StatusCode;
        }

        await http.Response.WriteAsync("The body must be one activity as a JSON object, at most 1 MB.", http.RequestAborted);
        return null;
    }
}
