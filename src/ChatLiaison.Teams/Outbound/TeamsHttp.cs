namespace ChatLiaison.Teams;

/// <summary>The one connection pool to Microsoft. Redirects are not followed, so that a token never travels to a host we didn't check.</summary>
internal sealed class TeamsHttp : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(3),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _client.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);

    /// <exception cref="HttpRequestException">It could not be read, in time or at all.</exception>
    public async Task<string> GetTextAsync(string address, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            return await _client.GetStringAsync(new Uri(address), limit.Token);
        }
        catch (OperationCanceledException slow) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException($"It took longer than {Patience.TotalSeconds:0} seconds.", slow);
        }
    }

    public void Dispose() => _client.Dispose();
}
