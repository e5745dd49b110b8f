using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ChatLiaison.Playground.Teams;

/// <summary>What every call passes: the count, the waiting fault, the token, the size, the syntax, the throttle, then the work.</summary>
internal sealed class ConnectorPipeline(TeamsStandInOptions options, ConnectorTokens tokens, TeamsFaults faults, TeamsCalls calls)
{
    /// <summary>The limit of a bot's message, measured in UTF-16. Source: Teams, "Format your bot messages".</summary>
    private const int LargestMessage = 100 * 1024;

    private readonly TeamsThrottle _throttle = new(options.Time);

    /// <summary>Runs one call of the connector's REST face.</summary>
    public Task RunAsync(HttpContext http, TeamsCall call, Func<ConnectorRequest, ConnectorAnswer> work) =>
        ServeAsync(http, call, body => Task.FromResult(Connect(http, call, body, work)));

    /// <summary>Runs any call: counts it and lets faults strike.</summary>
    public async Task ServeAsync(HttpContext http, TeamsCall call, Func<string, Task<ConnectorAnswer>> work)
    {
        if (faults.Trap?.Invoke(call) is { } sprung)
        {
            await sprung();
            http.Abort();
            return;
        }

        http.Request.EnableBuffering();
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8, leaveOpen: true);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        http.Request.Body.Position = 0;
        var path = http.Request.Path + http.Request.QueryString;
        var fault = faults.Take(call, path, body);
        if (fault is { Kind: TeamsFaultKind.Slow })
        {
            await Task.Delay(fault.Wait, http.RequestAborted);
        }

        var answer = fault?.Kind switch
        {
            TeamsFaultKind.Drop => new ConnectorAnswer(0),
            TeamsFaultKind.Throttled => ConnectorAnswer.Throttled(fault.Wait),
            TeamsFaultKind.Status => ConnectorAnswer.Error(fault.Code, NameOf(fault.Code), "A fault was asked for."),
            _ => await work(body),
        };
        var isCut = fault?.Kind is TeamsFaultKind.Drop or TeamsFaultKind.AcceptThenDrop or TeamsFaultKind.AcceptThenTimeOut;
        calls.Add(new TeamsCallRecord(call, http.Request.Method, path, body, isCut ? 0 : answer.Status));
        if (fault?.Kind == TeamsFaultKind.AcceptThenTimeOut)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (isCut)
        {
            http.Abort();
            return;
        }

        await WriteAsync(http, answer);
    }

    private ConnectorAnswer Connect(HttpContext http, TeamsCall call, string body, Func<ConnectorRequest, ConnectorAnswer> work)
    {
        if (!tokens.IsGood(http.Request.Headers.Authorization))
        {
            return ConnectorAnswer.Unauthorized;
        }

        if (Encoding.Unicode.GetByteCount(body) > LargestMessage && call != TeamsCall.UploadAttachment)
        {
            return ConnectorAnswer.TooBig;
        }

        if (!TeamsJson.TryParse(body.Length == 0 ? "{}" : body, out var json) || json.ValueKind != System.Text.Json.JsonValueKind.Object)
        {
            return ConnectorAnswer.BadSyntax("The body is not a JSON object.");
        }

        var request = new ConnectorRequest(http, body, json);
        return options.ThrottlesThreads && _throttle.Enter(call, ThreadOf(request)) is { } wait
            ? ConnectorAnswer.Throttled(wait)
            : work(request);
    }

    /// <summary>The conversation that is counted; a new one counts for its member or its channel.</summary>
    private static string ThreadOf(ConnectorRequest request) =>
        request.ConversationId.Length > 0
            ? TeamsWorld.BaseOf(request.ConversationId)
            : request.Body.Items("members").FirstOrDefault().Text("id")
                ?? request.Body.Member("channelData").Member("channel")?.Text("id")
                ?? request.Route("teamId");

    private static async Task WriteAsync(HttpContext http, ConnectorAnswer answer)
    {
        http.Response.StatusCode = answer.Status;
        if (answer.RetryAfter is { } wait)
        {
            http.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        if (answer.Body is { } json)
        {
            http.Response.ContentType = "application/json; charset=utf-8";
            await http.Response.WriteAsync(json.ToJsonString());
        }
    }

    private static string NameOf(int status) => status switch
    {
        412 => "PreconditionFailed",
        504 => "GatewayTimeout",
        _ => "ServiceError",
    };
}
