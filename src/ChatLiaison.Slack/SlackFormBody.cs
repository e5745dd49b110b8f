using System.Text;

namespace ChatLiaison.Slack;

/// <summary>Reads <c>application/x-www-form-urlencoded</c> bytes where they lie.</summary>
internal ref struct SlackFormBody(Span<byte> body)
{
    private Span<byte> rest = body;

    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>The value as it came, still encoded.</summary>
    public Span<byte> Encoded { get; private set; }

    public bool Next()
    {
        if (rest.IsEmpty)
        {
            return false;
        }

        var end = rest.IndexOf((byte)'&');
        var pair = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];
        var equals = pair.IndexOf((byte)'=');
        Name = equals < 0 ? pair : pair[..equals];
        Encoded = equals < 0 ? [] : pair[(equals + 1)..];
        return true;
    }

    /// <summary>The value in plain UTF-8, written over its encoded form: decoding never grows.</summary>
    public readonly Span<byte> DecodeInPlace()
    {
        var value = Encoded;
        var to = 0;
        for (var from = 0; from < value.Length; from++, to++)
        {
            value[to] = value[from] switch
            {
                (byte)'+' => (byte)' ',
                (byte)'%' when TryHex(value, from, out var decoded) => Skip(ref from, decoded),
                var other => other,
            };
        }

        return value[..to];
    }

    public readonly string DecodeText() => Encoding.UTF8.GetString(DecodeInPlace());

    private static byte Skip(ref int from, byte decoded)
    {
        from += 2;
        return decoded;
    }

    private static bool TryHex(ReadOnlySpan<byte> value, int at, out byte decoded)
    {
        decoded = 0;
        if (at + 2 >= value.Length)
        {
            return false;
        }

        var high = Digit(value[at + 1]);
        var low = Digit(value[at + 2]);
        decoded = (byte)((high << 4) | low);
        return (high | low) >= 0;
    }

    private static int Digit(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        _ => -1,
    };
}
