using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.ObjectPool;

namespace ChatLiaison.Slack;

/// <summary>JSON straight to bytes, in a buffer that is used again.</summary>
internal sealed class JsonBuffer : IDisposable
{
    private const int KeptAtMost = 64 * 1024;

    private static readonly DefaultObjectPool<JsonBuffer> Spares = new(new Policy(), 256);

    private readonly ArrayBufferWriter<byte> bytes = new(4096);

    private JsonBuffer() => Writer = new Utf8JsonWriter(bytes, new JsonWriterOptions
    {
        // Slack reads UTF-8; escaping of < > & for Slack's own notation is done in the words, not in the JSON.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    });

    public Utf8JsonWriter Writer { get; }

    public ReadOnlyMemory<byte> Written
    {
        get
        {
            Writer.Flush();
            return bytes.WrittenMemory;
        }
    }

    public static JsonBuffer Rent() => Spares.Get();

    /// <summary>Writes one value and gives its bytes.</summary>
    public static byte[] Of<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        using var buffer = Rent();
        write(buffer.Writer, state);
        return buffer.Written.ToArray();
    }

    /// <summary>Gives the buffer back. Not called when a request that may still be reading it has failed.</summary>
    public void Dispose() => Spares.Return(this);

    private sealed class Policy : PooledObjectPolicy<JsonBuffer>
    {
        public override JsonBuffer Create() => new();

        public override bool Return(JsonBuffer obj)
        {
            obj.Writer.Reset();
            obj.bytes.ResetWrittenCount();
            return obj.bytes.Capacity <= KeptAtMost;
        }
    }
}
