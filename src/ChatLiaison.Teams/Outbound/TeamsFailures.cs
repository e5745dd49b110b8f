using System.Globalization;
using System.Text.Json;
using ChatLiaison.Chat;
using NodaTime;

namespace ChatLiaison.Teams;

/// <summary>What the Connector answered: its status, its body when that is JSON, and how long it asked us to wait.</summary>
internal sealed record TeamsAnswer(int Status, JsonElement Body, Duration? RetryAfter)
{
    public string Code => Body.Child("error").Text("code") ?? Body.Text("code") ?? "";

    public string SubCode => Body.Child("error").Text("subCode") ?? Body.Text("subCode") ?? Body.Child("error").Child("innerHttpError").Child("body").Text("subCode") ?? "";

    public static async Task<TeamsAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return new((int)response.StatusCode, Parse(bytes), Wait(response));
    }

    private static JsonElement Parse(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return default;
        }

        try
        {
            using var json = JsonDocument.Parse(bytes);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static Duration? Wait(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Retry-After", out var values)
        && double.TryParse(values.FirstOrDefault(), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
        && seconds is >= 0 and < 86_400
            ? Duration.FromSeconds(seconds)
            : null;
}

/// <summary>What a refusal means to us (Teams: status codes of bot conversational APIs).</summary>
internal static class TeamsFailures
{
    /// <param name="badRequest">What a 400 means for this call.</param>
    public static ChatPlatformException Of(TeamsAnswer answer, string path, ChatFailure badRequest)
    {
        var said = string.Join(' ', new[] { answer.Status.ToString(CultureInfo.InvariantCulture), answer.Code, answer.SubCode }.Where(word => word.Length > 0));
        return answer.Status switch
        {
            401 => New(ChatFailure.Rejected, $"Teams refused our token ({said}). Check Teams:AppId and Teams:AppPassword; the secret may have expired."),
            404 when path.Contains("/activities/", StringComparison.Ordinal) && answer.Code != "ConversationNotFound" =>
                New(ChatFailure.MessageGone, $"The message is no longer there ({said})."),
            403 or 404 => New(
                ChatFailure.ChannelUnreachable, $"Teams does not let us into the conversation ({said}). Add the app to the team or chat again."),
            413 => New(ChatFailure.Rejected, $"The message is too large for Teams ({said})."),
            408 or 412 or 429 or >= 500 => new(ChatFailure.Temporary, $"Teams asked us to come back later ({said}).") { RetryAfter = answer.RetryAfter },
            400 => New(badRequest, $"Teams found the request wrong ({said})."),
            _ => New(ChatFailure.Rejected, $"Teams did not take the request ({said})."),
        };
    }

    /// <summary>The same refusal, met while writing to one person.</summary>
    public static ChatPlatformException ForPerson(ChatPlatformException failure) => failure.Failure != ChatFailure.ChannelUnreachable
        ? failure
        : New(ChatFailure.PersonUnreachable, "Teams does not let us write to this person. Ask them to add the app, or to unblock it, in Teams.", failure);

    /// <summary>False only when the request can't have gone out: no address, no connection, no secure channel.</summary>
    /// <param name="timedOut">Our own patience ended, not the time for connecting.</param>
    public static bool MayHaveArrived(Exception failure, bool timedOut) => failure switch
    {
        HttpRequestException http => http.HttpRequestError is not (HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError),
        OperationCanceledException => timedOut,
        _ => true,
    };

    private static ChatPlatformException New(ChatFailure failure, string message, Exception? inner = null) => new(failure, message, inner);
}
