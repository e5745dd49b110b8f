using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace ChatLiaison.Slack;

/// <summary>
/// The raw bytes of one request in a rented array, with room in front of them for what the signature puts there: so one pass
/// hashes it all without a copy.
/// </summary>
internal sealed class SlackBody : IDisposable
{
    public const int MaxBytes = 1024 * 1024;
    public const int Headroom = 32;

    private byte[] array;
    private int length;

    private SlackBody(int expected) => array = ArrayPool<byte>.Shared.Rent(Headroom + expected);

    public Span<byte> Bytes => array.AsSpan(Headroom, length);

    public Memory<byte> Memory => array.AsMemory(Headroom, length);

    /// <summary>The body with <paramref name="prefix"/> written right before it.</summary>
    public ReadOnlySpan<byte> Prefixed(ReadOnlySpan<byte> prefix)
    {
        var start = Headroom - prefix.Length;
        prefix.CopyTo(array.AsSpan(start));
        return array.AsSpan(start, prefix.Length + length);
    }

    /// <summary>Reads the whole body; null when it is larger than <see cref="MaxBytes"/>.</summary>
    public static async ValueTask<SlackBody?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes)
        {
            return null;
        }

        var body = new SlackBody((int)(request.ContentLength ?? 4096) + 1);
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(body.Free(), cancellationToken)) > 0)
            {
                body.length += read;
                if (body.length > MaxBytes)
                {
                    body.Dispose();
                    return null;
                }
            }
        }
        catch
        {
            body.Dispose();
            throw;
        }

        return body;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(array);
        array = [];
        length = 0;
    }

    private Memory<byte> Free()
    {
        if (Headroom + length == array.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(array.Length * 2);
            array.AsSpan(0, Headroom + length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(array);
            array = larger;
        }

        return array.AsMemory(Headroom + length);
    }
}
