namespace ChatLiaison.Chat;

/// <summary>
/// The desk, as an adapter sees it. Each call returns when what it promises is committed. An exception means that nothing was stored:
/// the adapter says so to the person (<see cref="RefusedReply"/> words of its own) or lets the platform deliver again.
/// </summary>
public interface IChatInbox
{
    Task<Reply> CommandAsync(CommandCall call, CancellationToken cancellationToken);

    Task<Reply> PressAsync(ButtonPress press, CancellationToken cancellationToken);

    Task<Reply> SubmitAsync(FormSubmission submission, CancellationToken cancellationToken);

    Task<Reply> MessageAsync(ChatMessage message, CancellationToken cancellationToken);

    Task NoticeAsync(ChatNotice notice, CancellationToken cancellationToken);

    Task<IReadOnlyList<Choice>> SuggestAsync(ChoiceQuery query, CancellationToken cancellationToken);

    /// <summary>The person's home page: a page of its own where the platform has one, else the first card in the direct conversation.</summary>
    Task<Card> HomeAsync(ChatPerson person, CancellationToken cancellationToken);
}
