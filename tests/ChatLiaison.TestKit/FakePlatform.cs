using System.Collections.Concurrent;
using ChatLiaison.Chat;
using NodaTime;

namespace ChatLiaison.TestKit;

/// <summary>A platform that keeps what it is given, and fails as it is told to. Safe from many senders at once.</summary>
public sealed class FakePlatform(string key, bool findsSentMessages = true) : IChatPlatform
{
    private readonly ConcurrentQueue<Failing> failures = [];
    private readonly ConcurrentQueue<FakeMessage> sent = [];
    private readonly ConcurrentQueue<(MessageRef Where, Card Card)> updates = [];
    private int count;

    public string Key { get; } = key;

    public PlatformAbilities Abilities { get; } = new()
    {
        DisplayName = key,
        OpensFormFromText = true,
        MarksFields = true,
        PrivateInChannel = true,
        CommandsInThreads = true,
        UnfoldsFields = true,
        FilesInForms = true,
        HasHomePage = true,
        FindsSentMessages = findsSentMessages,
        ReadsChannels = "always",
        PerConversation = [],
        PerWorkspace = [new(500, Duration.FromMinutes(1))],
        Gaps = [],
    };

    /// <summary>What has arrived, in order.</summary>
    public IReadOnlyList<FakeMessage> Sent => [.. sent];

    /// <summary>The cards put in the place of others, in order.</summary>
    public IReadOnlyList<(MessageRef Where, Card Card)> Updates => [.. updates];

    /// <summary>What has arrived since the last time, with the cards that were put in the place of others as messages of their own; it is forgotten.</summary>
    public IReadOnlyList<FakeMessage> Drain()
    {
        var all = new List<FakeMessage>();
        while (sent.TryDequeue(out var message))
        {
            all.Add(message);
        }

        while (updates.TryDequeue(out var update))
        {
            all.Add(new(update.Where, new OutgoingMessage(Guid.Empty, new ToChannel(Key, update.Where.ChannelId, update.Where.ThreadId), update.Card)));
        }

        return all;
    }

    /// <summary>What was sent to a channel or to a person, as plain words.</summary>
    public IReadOnlyList<string> SaidTo(string id) => [.. sent.Where(m => IdOf(m.Message.To) == id).Select(m => m.Message.Card.ToPlain())];

    /// <summary>The next call fails so.</summary>
    /// <param name="accepted">It fails only after the message has arrived.</param>
    public void FailNext(ChatFailure failure, Duration? retryAfter = null, bool accepted = false) => failures.Enqueue(new(failure, retryAfter, accepted));

    public async Task<MessageRef?> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        await Task.Yield();
        failures.TryDequeue(out var failing);
        if (failing is { Accepted: false })
        {
            throw failing.ToException();
        }

        var where = new MessageRef(Key, IdOf(message.To), $"m{Interlocked.Increment(ref count)}", (message.To as ToChannel)?.ThreadId);
        sent.Enqueue(new(where, message));
        return failing is null ? message.To is ToPersonInChannel ? null : where : throw failing.ToException();
    }

    public async Task UpdateAsync(MessageRef message, Card card, CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (failures.TryDequeue(out var failing))
        {
            throw failing.ToException();
        }

        updates.Enqueue((message, card));
    }

    public Task<MessageRef?> FindSentAsync(OutgoingMessage message, Instant since, CancellationToken cancellationToken) => Abilities.FindsSentMessages
        ? Task.FromResult(sent.FirstOrDefault(m => m.Message.Id == message.Id)?.Where)
        : throw new InvalidOperationException("This platform can't look and must not be asked to.");

    public Task<Reachability> CheckPersonAsync(string userId, CancellationToken cancellationToken) => Task.FromResult(Reachability.Yes);

    public Task<Reachability> CheckChannelAsync(string channelId, CancellationToken cancellationToken) => Task.FromResult(Reachability.Yes);

    public string? LinkTo(MessageRef message) => $"https://chat.example/{message.ChannelId}/{message.MessageId}";

    private static string IdOf(Destination to) => to switch
    {
        ToChannel channel => channel.ChannelId,
        ToPersonInChannel person => person.UserId,
        ToPerson person => person.UserId,
        _ => "",
    };

    private sealed record Failing(ChatFailure Failure, Duration? RetryAfter, bool Accepted)
    {
        public ChatPlatformException ToException() => new(Failure, $"The platform was told to fail: {Failure}.") { RetryAfter = RetryAfter };
    }
}

/// <summary>A message that arrived, and where it stands.</summary>
public sealed record FakeMessage(MessageRef Where, OutgoingMessage Message);
