using System.Collections.Concurrent;
using ChatLiaison.Chat;

namespace ChatLiaison.Platform.Tests.Slack;

/// <summary>Stands in for the desk: keeps what it was told and answers as the test says.</summary>
internal sealed class FakeDesk : IChatInbox
{
    public ConcurrentQueue<Inbound> Heard { get; } = new();

    public Func<Inbound, CancellationToken, Task<Reply>> Answer { get; set; } = (_, _) => Task.FromResult(Reply.Done());

    public IReadOnlyList<Choice> Choices { get; set; } = [];

    public ChoiceQuery? Asked { get; private set; }

    public Card Home { get; set; } = StaffCard.Titled("Your cases");

    public T The<T>()
        where T : Inbound => Heard.OfType<T>().Single();

    public void Answers(Reply reply) => Answer = (_, _) => Task.FromResult(reply);

    public Task<Reply> CommandAsync(CommandCall call, CancellationToken cancellationToken) => TakeAsync(call, cancellationToken);

    public Task<Reply> PressAsync(ButtonPress press, CancellationToken cancellationToken) => TakeAsync(press, cancellationToken);

    public Task<Reply> SubmitAsync(FormSubmission submission, CancellationToken cancellationToken) => TakeAsync(submission, cancellationToken);

    public Task<Reply> MessageAsync(ChatMessage message, CancellationToken cancellationToken) => TakeAsync(message, cancellationToken);

    public Task NoticeAsync(ChatNotice notice, CancellationToken cancellationToken) => TakeAsync(notice, cancellationToken);

    public Task<IReadOnlyList<Choice>> SuggestAsync(ChoiceQuery query, CancellationToken cancellationToken)
    {
        Asked = query;
        return Task.FromResult(Choices);
    }

    public Task<Card> HomeAsync(ChatPerson person, CancellationToken cancellationToken) => Task.FromResult(Home);

    private Task<Reply> TakeAsync(Inbound call, CancellationToken cancellationToken)
    {
        Heard.Enqueue(call);
        return Answer(call, cancellationToken);
    }
}
