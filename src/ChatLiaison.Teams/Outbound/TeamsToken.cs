using System.Net;
using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Teams;

/// <summary>
/// Our own token for the Bot Connector (client credentials). One request at a time fetches it, everybody waits for that one; it is
/// fetched anew a little before it expires.
/// </summary>
internal sealed class TeamsToken(TeamsOptions options, TeamsHttp http, TimeProvider time) : IDisposable
{
    private const string Scope = "https://api.botframework.com/.default";
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile Held? _held;

    /// <summary>The token; null when none is configured, which only a local client accepts.</summary>
    /// <exception cref="ChatPlatformException">Temporary when it can't be asked for now, Rejected when the secret is wrong.</exception>
    public async ValueTask<string?> GetAsync(CancellationToken cancellationToken)
    {
        if (options.AppPassword.Length == 0)
        {
            return null;
        }

        if (_held is { } held && time.GetUtcNow() < held.Until)
        {
            return held.Token;
        }

        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_held is not { } fetched || time.GetUtcNow() >= fetched.Until)
            {
                _held = fetched = await FetchAsync(cancellationToken);
            }

            return fetched.Token;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Forgets this token, which was refused; one fetched since stays.</summary>
    public void Drop(string? refused)
    {
        if (_held is { } held && held.Token == refused)
        {
            _held = null;
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<Held> FetchAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, options.TokenAddress);
            request.Content = new FormUrlEncodedContent(
            [
                new("grant_type", "client_credentials"),
                new("client_id", options.AppId),
                new("client_secret", options.AppPassword),
                new("scope", Scope),
            ]);
            using var response = await http.SendAsync(request, limit.Token);
            return await ReadAsync(response, limit.Token);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException
            || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ChatPlatformException(ChatFailure.Temporary, "No token for Teams could be fetched: its token address did not answer well.", failure);
        }
    }

    private async Task<Held> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            throw new ChatPlatformException(
                ChatFailure.Rejected,
                "Entra refused our credentials: check Teams:AppId, Teams:TenantId and Teams:AppPassword (the secret may have expired).");
        }

        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var json = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
        var token = json.RootElement.Text("access_token") ?? throw new JsonException("The answer holds no access_token.");
        var life = TimeSpan.FromSeconds(json.RootElement.TryGetProperty("expires_in", out var seconds) && seconds.TryGetInt32(out var n) ? n : 3600);
        var early = life / 5 < Early ? life / 5 : Early;
        return new(token, time.GetUtcNow() + life - early);
    }

    private sealed record Held(string Token, DateTimeOffset Until);
}
