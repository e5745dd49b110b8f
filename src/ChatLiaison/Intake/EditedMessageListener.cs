using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using NodaTime;

namespace ChatLiaison.Intake;

/// <summary>A message of a case's thread that was changed or taken back: the record keeps what was first said and notes the change.</summary>
internal sealed class EditedMessageListener(CaseDesk desk, ICallerDirectory callers) : INoticeListener
{
    public async Task NoticeAsync(ChatNotice notice, Instant now, CancellationToken cancellationToken)
    {
        if (notice.Kind is not (NoticeKind.MessageEdited or NoticeKind.MessageDeleted) || notice.Message?.ThreadId is not { } root
            || await desk.Store.FindThreadAsync(notice.Place.Platform, notice.Place.ChannelId, root, cancellationToken) is not { } thread)
        {
            return;
        }

        var by = CaseActs.ActorOf(callers.Identify(notice.Person, notice.Place));
        var words = notice.Kind == NoticeKind.MessageEdited ? $"(changed their message to) {notice.Text}" : "(took a message back)";
        await desk.ChangeAsync(
            thread.CaseId, by, notice.Key, now,
            c => CaseDecision.To(c, new CaseEvent(CaseEventKind.Noted, words, ForCustomer: thread.Customers)), cancellationToken);
    }
}
