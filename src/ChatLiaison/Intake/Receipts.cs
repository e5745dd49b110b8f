using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Outbox;
using ChatLiaison.Storage;
using ChatLiaison.Wording;

namespace ChatLiaison.Intake;

/// <summary>Tells the person who sent the form what became of it. A receipt stops no clock.</summary>
internal sealed class Receipts(OutboxStore outbox, Platforms platforms)
{
    public void Post(UnitOfWork work, Caller caller, SupportCase c, ChatPlace place)
    {
        var letter = caller.IsCustomer
            ? Letter.LiveForCustomer(Destination(caller, place), CustomerReceiptCard.CardName, c.Id.ToString())
            : Letter.LiveForStaff(new ToPerson(caller.Chat.Platform, caller.Chat.Id), StaffReceiptCard.CardName, c.Id.ToString());
        outbox.Post(work, letter with { CaseId = c.Id, Droppable = true });
    }

    public string LinkTo(MessageRef message) => platforms.Find(message.Platform)?.LinkTo(message) ?? "";

    private static Destination Destination(Caller caller, ChatPlace place) => place.Kind == PlaceKind.Channel
        ? new ToPersonInChannel(caller.Chat.Platform, place.ChannelId, caller.Chat.Id)
        : new ToPerson(caller.Chat.Platform, caller.Chat.Id);
}

internal sealed class CustomerReceiptCard(CaseViews views) : ILiveCard
{
    public const string CardName = "receipt-customer";

    public string Name => CardName;

    public async Task<Card?> DrawAsync(string subject, NodaTime.Instant now, CancellationToken cancellationToken) =>
        await views.ReadAsync(subject, cancellationToken) is not { } view ? null
            : CustomerCard.Plain(view.NextWord is { } due
                ? CustomerText.Of($"We have it as {view.Case.ReferenceText}. A person will answer you by {due}.")
                : CustomerText.Of($"We have it as {view.Case.ReferenceText}."));
}

internal sealed class StaffReceiptCard(CaseViews views, Proofreader proof) : ILiveCard
{
    public const string CardName = "receipt-staff";

    public string Name => CardName;

    public async Task<Card?> DrawAsync(string subject, NodaTime.Instant now, CancellationToken cancellationToken)
    {
        if (await views.ReadAsync(subject, cancellationToken) is not { } view)
        {
            return null;
        }

        var c = view.Case;
        var due = view.Owed.FirstOrDefault(p => p.Kind == Promises.PromiseKind.Acknowledge)?.DueAt;
        var card = StaffCard.Titled(StaffText.Of($"{c.Reference} is saved"))
            .Say(StaffText.Of($"{view.CustomerName}, {c.Priority.ToString()}: {c.Title}"))
            .Say(due is { } at ? StaffText.Of($"Triage has the brief. Somebody acknowledges it by {at}.") : StaffText.Of($"Triage has the brief."));
        card = view.Reading.Count == 0 ? card : card.Facts(("Read first", StaffText.Lines(view.Reading.Select(r => r.Line))));
        var look = proof.OnCard(c);
        return card
            .Facts(("Worth a second look on the customer's card", StaffText.Lines(look.Select(l => StaffText.Of($"{l}")))))
            .With([
                .. c.AcknowledgedAt is null ? [Button.Act("take.now", "Take it", c.Id.ToString())] : Array.Empty<Button>(),
                .. look.Count > 0 ? [Button.Open("understanding.correct", "Reword it", c.Id.ToString())] : Array.Empty<Button>(),
            ]);
    }
}
