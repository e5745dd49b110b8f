using System.Net.Http.Headers;
using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Teams;

/// <summary>
/// The Connector's REST calls that we need (Bot Connector v3). Every failure is a <see cref="ChatPlatformException"/>. A refused token
/// is fetched anew once; nothing else is tried twice here.
/// </summary>
internal sealed class TeamsApi(TeamsHttp http, TeamsToken tokens, TeamsHosts hosts)
{
    private const string Conversations = "v3/conversations";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <summary>Sends an activity into a conversation (with its thread, if any) and gives its id.</summary>
    public async Task<string> PostAsync(string service, string conversation, ReadOnlyMemory<byte> activity, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(HttpMethod.Post, service, $"v3/conversations/{Escape(conversation)}/activities", activity, cancellationToken);
        return answer.Text("id") ?? "";
    }

    /// <summary>Opens a channel thread with the activity in the body.</summary>
    public async Task<(string Conversation, string Activity)> OpenThreadAsync(string service, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(HttpMethod.Post, service, Conversations, body, cancellationToken);
        return (answer.Text("id") ?? "", answer.Text("activityId") ?? "");
    }

    /// <summary>Opens the direct conversation with a person. A bad request means here that the tenant knows nobody of that id.</summary>
    public async Task<string> OpenDirectAsync(string service, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(HttpMethod.Post, service, Conversations, body, cancellationToken, badRequest: ChatFailure.ChannelUnreachable);
        return answer.Text("id") ?? "";
    }

    public Task PutAsync(string service, string conversation, string activityId, ReadOnlyMemory<byte> activity, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Put, service, $"v3/conversations/{Escape(conversation)}/activities/{Escape(activityId)}", activity, cancellationToken);

    public Task<JsonElement> MemberAsync(string service, string conversation, string memberId, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Get, service, $"v3/conversations/{Escape(conversation)}/members/{Escape(memberId)}", default, cancellationToken);

    public Task<JsonElement> MembersAsync(string service, string conversation, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Get, service, $"v3/conversations/{Escape(conversation)}/pagedmembers?pageSize=50", default, cancellationToken);

    private async Task<JsonElement> CallAsync(
        HttpMethod method,
        string service,
        string path,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken,
        ChatFailure badRequest = ChatFailure.Rejected)
    {
        if (!hosts.Allows(service))
        {
            throw new ChatPlatformException(ChatFailure.Rejected, "The service address on record is not an allowed one; see Teams:AllowedServiceHosts.");
        }

        var token = await tokens.GetAsync(cancellationToken);
        var answer = await OnceAsync(method, service, path, body, token, cancellationToken);
        if (answer.Status == 401 && token is not null)
        {
            tokens.Drop(token);
            answer = await OnceAsync(method, service, path, body, await tokens.GetAsync(cancellationToken), cancellationToken);
        }

        return answer.Status is >= 200 and < 300 ? answer.Body : throw TeamsFailures.Of(answer, path, badRequest);
    }

    private async Task<TeamsAnswer> OnceAsync(
        HttpMethod method, string service, string path, ReadOnlyMemory<byte> body, string? token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri($"{service.TrimEnd('/')}/{path}"));
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        request.Content = body.IsEmpty ? null : new ReadOnlyMemoryContent(body) { Headers = { ContentType = Json } };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            using var response = await http.SendAsync(request, limit.Token);
            return await TeamsAnswer.ReadAsync(response, limit.Token);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException
            || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // Posting twice shows twice; reading or putting twice does no harm.
            var arrived = method == HttpMethod.Post && TeamsFailures.MayHaveArrived(failure, limit.IsCancellationRequested);
            throw new ChatPlatformException(
                arrived ? ChatFailure.Uncertain : ChatFailure.Temporary,
                arrived ? "Teams did not answer after we sent; it may or may not have arrived." : "Teams could not be reached.",
                failure);
        }
    }

    private static string Escape(string id) => Uri.EscapeDataString(id);
}
