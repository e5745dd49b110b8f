using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Outbox;

/// <summary><c>/liaison outbox</c>: what could not be delivered, with why, and a button to send it again.</summary>
internal sealed class OutboxCommand(DeliveryStore store, OutboxSignal signal) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison outbox", "", "Messages that could not be delivered; send them again once the cause is mended.");

    public Access Access => Access.Admin;

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) => Reply.Show(await DrawAsync(cancellationToken));

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(press.Value, out var id) || !await store.ReplayAsync(id, caller.Now, cancellationToken))
        {
            return Reply.Refused(CustomerText.Of($"That message is not waiting to be sent again. Ask for the list once more."));
        }

        signal.Wake();
        return Reply.Replace(await DrawAsync(cancellationToken));
    }

    private async Task<StaffCard> DrawAsync(CancellationToken cancellationToken)
    {
        var dead = await store.DeadAsync(20, cancellationToken);
        var card = StaffCard.Titled(dead.Count == 0 ? "Everything was delivered" : StaffText.Of($"Not delivered: {dead.Count}"));
        return dead.Aggregate(card, (list, d) => list.Row(
            StaffText.Of($"{d.Lane:c}, queued {d.QueuedAt}\n{CommandWords.Cut(d.Why, 200)}"), Button.Act("outbox.replay", "Send again", d.Id.ToString())));
    }
}
