using System.Net;
using ChatLiaison.Benchmarks.Running;

namespace ChatLiaison.Benchmarks.Load;

/// <summary>What one round gave.</summary>
/// <param name="PerSecond">Requests answered as expected, a second.</param>
/// <param name="CpuMilliseconds">Processor time of the process under measure, a request.</param>
/// <param name="P99">Milliseconds.</param>
/// <param name="Failed">Requests answered otherwise, or not at all.</param>
internal sealed record Round(double PerSecond, double CpuMilliseconds, double P99, int Failed);

/// <summary>Asks a server from so many clients at once, each its next question when the last is answered.</summary>
internal static class LoadRun
{
    public const int Clients = 32;

    private static readonly HttpMessageInvoker Http = new(new SocketsHttpHandler
    {
        UseCookies = false,
        UseProxy = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(5),
    });

    /// <param name="make">Makes one signed request; called with a number that never comes twice.</param>
    /// <param name="judge">Whether the answer's body is what it should be; the status is 200 already.</param>
    public static async Task<Round> RunAsync(Child server, TimeSpan length, Func<Child, long, HttpRequestMessage> make, Func<ReadOnlyMemory<byte>, bool> judge)
    {
        using var stop = new CancellationTokenSource();
        var processor = server.Processor;
        var began = TimeProvider.System.GetTimestamp();
        var clients = Enumerable.Range(0, Clients).Select(_ => Task.Run(() => AskAsync(server, make, judge, stop.Token))).ToList();
        await Task.Delay(length);
        await stop.CancelAsync();
        var taken = await Task.WhenAll(clients);
        var seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        var used = server.Processor - processor;
        var answered = taken.SelectMany(t => t.Milliseconds).Order().ToList();
        return new Round(
            answered.Count / seconds,
            used.TotalMilliseconds / Math.Max(1, answered.Count),
            answered.Count == 0 ? double.NaN : answered[answered.Count * 99 / 100],
            taken.Sum(t => t.Failed));
    }

    /// <summary>Sends one request; the status and the body of its answer.</summary>
    public static async Task<(HttpStatusCode Status, byte[] Body)> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        using (request)
        {
            using var answer = await Http.SendAsync(request, cancellationToken);
            return (answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(cancellationToken));
        }
    }

    private static async Task<(List<double> Milliseconds, int Failed)> AskAsync(
        Child server, Func<Child, long, HttpRequestMessage> make, Func<ReadOnlyMemory<byte>, bool> judge, CancellationToken stop)
    {
        var taken = new List<double>(4096);
        var failed = 0;
        while (!stop.IsCancellationRequested)
        {
            var began = TimeProvider.System.GetTimestamp();
            var (status, body) = await SendAsync(make(server, Numbers.Next()), CancellationToken.None);
            if (status == HttpStatusCode.OK && judge(body))
            {
                taken.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
            }
            else
            {
                failed++;
            }
        }

        return (taken, failed);
    }
}

internal static class Numbers
{
    private static long last;

    /// <summary>A number that no other request of this run has.</summary>
    public static long Next() => Interlocked.Increment(ref last);
}
