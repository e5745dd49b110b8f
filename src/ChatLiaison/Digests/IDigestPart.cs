using ChatLiaison.Chat;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Digests;

/// <summary>A capability's lines of the digest, between the escalations and what is pressing now. Found by scanning.</summary>
internal interface IDigestPart
{
    /// <summary>Lower stands first.</summary>
    int Order { get; }

    Task<DigestLines> ReadAsync(DigestWeek week, CancellationToken cancellationToken);
}

/// <param name="Facts">An empty value leaves its line out.</param>
internal sealed record DigestLines(params IReadOnlyList<(string Label, StaffText Value)> Facts)
{
    /// <summary>One bullet each, after the facts.</summary>
    public IReadOnlyList<StaffText> Items { get; init; } = [];

    /// <summary>What is noted in the unit of work in which the weekly digest is posted, with the instant that it was due; null for nothing.</summary>
    public Action<UnitOfWork, Instant>? Posted { get; init; }
}
