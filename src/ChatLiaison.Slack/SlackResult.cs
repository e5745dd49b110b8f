using System.Text.Json;

namespace ChatLiaison.Slack;

/// <summary>One answer of the Web API: 200 with <c>ok</c>, or with the error's name. (Slack: Web API, evaluating responses.)</summary>
internal readonly record struct SlackResult(string Method, byte[] Body, string? Error)
{
    public bool IsOk => Error is null;

    /// <summary>Throws the failure that an error means.</summary>
    public SlackResult Demand(bool toPerson = false) => Error is null ? this : throw SlackFailures.Of(Method, Error, toPerson: toPerson);

    /// <summary>The whole answer; the caller disposes of it.</summary>
    public JsonDocument Read() => JsonDocument.Parse(Body);

    public static SlackResult Of(string method, byte[] body) => new(method, body, ErrorIn(body));

    /// <summary><c>ok</c> comes first, so most answers are judged by their first bytes.</summary>
    private static string? ErrorIn(byte[] body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            var ok = false;
            string? error = null;
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return "unreadable_answer";
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("ok"u8))
                {
                    reader.Read();
                    if (ok = reader.TokenType == JsonTokenType.True)
                    {
                        return null;
                    }
                }
                else if (reader.ValueTextEquals("error"u8))
                {
                    reader.Read();
                    error = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                }
                else
                {
                    reader.Read();
                    reader.Skip();
                }
            }

            return error ?? "unreadable_answer";
        }
        catch (JsonException)
        {
            return "unreadable_answer";
        }
    }
}
