using System.Collections.Concurrent;
using ChatLiaison.Chat;

namespace ChatLiaison.Platform.Tests.Teams;

/// <summary>What stands behind the adapter in these tests: it keeps what came in and answers as told.</summary>
internal sealed class FakeTeamsDesk : IChatInbox
{
    private readonly ConcurrentQueue<Inbound> _received = new();

    public Func<Inbound, Reply> Answers { get; set; } = _ => Reply.Done();

    public Card Home { get; set; } = StaffCard.Titled("Your home page");

    public IReadOnlyList<Inbound> Received => [.. _received];

    public IReadOnlyList<NoticeKind> Notices => [.. _received.OfType<ChatNotice>().Select(notice => notice.Kind)];

    public T Only<T>() where T : Inbound => _received.OfType<T>().Single();

    public Task<Reply> CommandAsync(CommandCall call, CancellationToken cancellationToken) => Take(call);

    public Task<Reply> PressAsync(ButtonPress press, CancellationToken cancellationToken) => Take(press);

    public Task<Reply> SubmitAsync(FormSubmission submission, CancellationToken cancellationToken) => Take(submission);

    public Task<Reply> MessageAsync(ChatMessage message, CancellationToken cancellationToken) => Take(message);

    public Task NoticeAsync(ChatNotice notice, CancellationToken cancellationToken) => Take(notice);

    public Task<IReadOnlyList<Choice>> SuggestAsync(ChoiceQuery query, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Choice>>([new("ACME-1", $"{query.Source} for {query.Typed}")]);

    public Task<Card> HomeAsync(ChatPerson person, CancellationToken cancellationToken) => Task.FromResult(Home);

    private Task<Reply> Take(Inbound inbound)
    {
        _received.Enqueue(inbound);
        return Task.FromResult(Answers(inbound));
    }
}
