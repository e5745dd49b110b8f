using System.Net;
using System.Net.Sockets;

namespace ChatLiaison.Benchmarks.Running;

internal static class Ports
{
    /// <summary>An address on loopback that nobody listens at.</summary>
    public static Uri Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }
}
