namespace ChatLiaison.Playground.Slack;

/// <summary>How a request is made false.</summary>
/// <param name="TimestampShift">The signature is right, but for this much earlier (negative) or later than now.</param>
/// <param name="Secret">Signed with another secret than ours; an empty one included.</param>
public sealed record SlackForgery(TimeSpan TimestampShift = default, string? Secret = null)
{
    /// <summary>The signature is well-formed and wrong.</summary>
    public bool BadSignature { get; init; }

    public bool OmitSignature { get; init; }

    public bool OmitTimestamp { get; init; }

    /// <summary>Further headers, or other values for those of the signature.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }
}

/// <summary>A request that was sent, to the letter, and its answer.</summary>
public sealed record SlackSent(string Path, string Body, string ContentType, IReadOnlyDictionary<string, string> Headers, AppAnswer Answer);

public sealed partial class SlackClient
{
    /// <summary>Sends any body to any path of the app, signed as Slack signs, or forged.</summary>
    /// <param name="path">For instance <c>/slack/events</c>.</param>
    public Task<SlackSent> SendSignedAsync(string path, string body, string contentType, SlackForgery? forgery = null)
    {
        var headers = _standIn.Link.SignedHeaders(body, forgery?.TimestampShift ?? default, forgery?.Secret);
        if (forgery?.BadSignature == true)
        {
            headers[SlackSignature.SignatureHeader] = "v0=" + new string('0', 64);
        }

        if (forgery?.OmitSignature == true)
        {
            headers.Remove(SlackSignature.SignatureHeader);
        }

        if (forgery?.OmitTimestamp == true)
        {
            headers.Remove(SlackSignature.TimestampHeader);
        }

        foreach (var (name, value) in forgery?.Headers ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            headers[name] = value;
        }

        return SendAsync(path, body, contentType, headers);
    }

    /// <summary>Sends again what was sent before: the same bytes, timestamp and signature.</summary>
    public Task<SlackSent> ReplayAsync(SlackSent sent) => SendAsync(sent.Path, sent.Body, sent.ContentType, sent.Headers);

    private async Task<SlackSent> SendAsync(string path, string body, string contentType, IReadOnlyDictionary<string, string> headers)
    {
        var answer = await _standIn.Link.SendAsync(path, body, contentType, headers, _standIn.Options.AnswerWithin);
        return new SlackSent(path, body, contentType, headers, answer);
    }
}
