using ChatLiaison.Chat;
using Microsoft.Extensions.Logging;
using NodaTime.Extensions;

namespace ChatLiaison.Commands;

/// <summary>
/// The desk's door. Reads the clock once, says who is calling, checks what they may do, and hands the call to whoever answers it.
/// Nothing between a command and its form touches the database: the form opens whatever state that is in.
/// </summary>
internal sealed partial class DeskInbox(
    CommandCatalog catalog, ICallerDirectory callers, MessageDesk messages, TimeProvider time, ILogger<DeskInbox> log) : IChatInbox
{
    public Task<Reply> CommandAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var caller = Identify(call);
        return catalog.Find(call.Name, call.Text) is { } found
            ? RunAsync(found.Command, caller, () => found.Command.RunAsync(caller, call with { Text = found.Text }, cancellationToken))
            : Task.FromResult(Reply.Refused(CustomerText.Of($"There is no such command. Try /liaison to see them all.")));
    }

    public Task<Reply> PressAsync(ButtonPress press, CancellationToken cancellationToken)
    {
        var caller = Identify(press);
        return catalog.ByAction(press.Action) is { } command
            ? RunAsync(command, caller, () => command.PressAsync(caller, press, cancellationToken))
            : Unknown(press.Action);
    }

    public Task<Reply> SubmitAsync(FormSubmission submission, CancellationToken cancellationToken)
    {
        var caller = Identify(submission);
        return catalog.ByAction(submission.Action) is { } command
            ? RunAsync(command, caller, () => command.SubmitAsync(caller, submission, cancellationToken))
            : Unknown(submission.Action);
    }

    public Task<Reply> MessageAsync(ChatMessage message, CancellationToken cancellationToken) =>
        messages.HearAsync(Identify(message), message, cancellationToken);

    public async Task NoticeAsync(ChatNotice notice, CancellationToken cancellationToken)
    {
        var now = time.GetCurrentInstant();
        foreach (var listener in messages.Ears.NoticeListeners)
        {
            await listener.NoticeAsync(notice, now, cancellationToken);
        }
    }

    public Task<IReadOnlyList<Choice>> SuggestAsync(ChoiceQuery query, CancellationToken cancellationToken)
    {
        var caller = callers.Identify(query.Person, new ChatPlace(query.Person.Platform, PlaceKind.Nowhere, ""));
        return Task.FromResult(messages.Ears.Sources.FirstOrDefault(s => s.Name == query.Source)?.Find(caller, query.Typed) ?? []);
    }

    public async Task<Card> HomeAsync(ChatPerson person, CancellationToken cancellationToken)
    {
        var caller = callers.Identify(person, new ChatPlace(person.Platform, PlaceKind.Nowhere, "")) with { Now = time.GetCurrentInstant() };
        return await messages.Ears.Home.DrawAsync(caller, discreetly: true, cancellationToken);
    }

    private Caller Identify(Inbound inbound) => callers.Identify(inbound.Person, inbound.Place) with { Now = time.GetCurrentInstant() };

    internal static Task<Reply> RunAsync(IChatCommand command, Caller caller, Func<Task<Reply>> run) =>
        AccessRules.Refusal(command.Access, caller) is { } refusal ? Task.FromResult(Reply.Refused(refusal)) : run();

    private Task<Reply> Unknown(string action)
    {
        LogUnknown(action.Length > 100 ? action[..100] : action);
        return Task.FromResult(Reply.Refused(CustomerText.Of($"That is from an older version of this bot. Ask for the card again with /case.")));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No command answers the action {Action}")]
    private partial void LogUnknown(string action);
}
