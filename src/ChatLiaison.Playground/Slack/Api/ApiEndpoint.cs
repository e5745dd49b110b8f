using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ChatLiaison.Playground.Slack;

/// <summary>
/// One call of the web API, from the connection to the answer: faults, proof of the caller, limits, scope, then the method itself.
/// </summary>
internal sealed class ApiEndpoint(SlackStandIn standIn)
{
    public async Task HandleAsync(HttpContext context, string name)
    {
        if (standIn.Faults.Trap?.Invoke(name) is { } sprung)
        {
            await sprung();
            context.Abort();
            return;
        }

        var fault = standIn.Faults.Take(name);
        if (await FailsBeforeAsync(context, name, fault))
        {
            return;
        }

        var (answer, wait) = await AnswerAsync(context, name);
        await FailAfterAsync(context, fault);
        if (wait is { } seconds)
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = $"{seconds}";
        }

        await WriteAsync(context, answer);
    }

    private async Task<bool> FailsBeforeAsync(HttpContext context, string name, SlackFault? fault)
    {
        switch (fault)
        {
            case { Kind: SlackFaultKind.Drop }:
                standIn.Calls.Add(name, [], "dropped");
                context.Abort();
                return true;
            case { Kind: SlackFaultKind.ServerError }:
                standIn.Calls.Add(name, [], "server_error");
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return true;
            case { Kind: SlackFaultKind.RateLimited }:
                standIn.Calls.Add(name, [], "ratelimited");
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                context.Response.Headers.RetryAfter = $"{(int)Math.Ceiling(fault.Duration.TotalSeconds)}";
                await WriteAsync(context, new SlackApiException("ratelimited").ToAnswer());
                return true;
            default:
                return false;
        }
    }

    // The wall clock, on purpose: a slow answer is slow for the app under test, whatever its own clock says.
    private static async Task FailAfterAsync(HttpContext context, SlackFault? fault)
    {
        switch (fault?.Kind)
        {
            case SlackFaultKind.Slow:
                await Task.Delay(fault.Duration, context.RequestAborted);
                break;
            case SlackFaultKind.AcceptThenHang:
                await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                context.Abort();
                break;
            case SlackFaultKind.AcceptThenDrop:
                context.Abort();
                break;
        }
    }

    private async Task<(JsonObject Answer, int? RetryAfter)> AnswerAsync(HttpContext context, string name)
    {
        var args = new ApiArguments([], []);
        JsonObject answer;
        int? wait = null;
        try
        {
            var method = ApiMethods.Find(name) ?? throw new SlackApiException("unknown_method");
            args = await ApiArguments.ReadAsync(context.Request, method.TakesJson);
            ApiCaller.Check(standIn, context.Request, args, method);
            wait = standIn.RateLimits.Refuse(method, args["channel"]);
            answer = wait is null ? method.Answer(new ApiCall(standIn, args)) : new SlackApiException("ratelimited").ToAnswer();
        }
        catch (SlackApiException refusal)
        {
            answer = refusal.ToAnswer();
        }

        if (args.Warnings.Count > 0)
        {
            answer["warning"] = string.Join(',', args.Warnings);
        }

        standIn.Calls.Add(name, args.Values, answer.Text("error"));
        return (answer, wait);
    }

    private static Task WriteAsync(HttpContext context, JsonObject answer)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(answer.ToJsonString(), context.RequestAborted);
    }
}
