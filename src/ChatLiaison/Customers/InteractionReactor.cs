using System.Globalization;
using ChatLiaison.Cases;
using ChatLiaison.Commands;
using ChatLiaison.Storage;

namespace ChatLiaison.Customers;

/// <summary>Keeps the customer's record of what is said about their cases in chat: one entry a case and day, however many messages it takes.</summary>
internal sealed class InteractionReactor : ICaseReactor
{
    private const int SummaryLength = 400;

    public ValueTask ReactAsync(CaseChange change, UnitOfWork work, CancellationToken cancellationToken)
    {
        foreach (var happened in change.Events.Where(e => Speaks(e, change.Actor)))
        {
            InteractionStore.Record(work, Entry(change, happened));
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>What one of the two said to the other; a press of a button is not speech.</summary>
    private static bool Speaks(CaseEvent happened, Actor by) => happened.Kind switch
    {
        CaseEventKind.Opened or CaseEventKind.CustomerWrote or CaseEventKind.UnderstandingCorrected or CaseEventKind.CustomerTold or CaseEventKind.Resolved => true,
        CaseEventKind.Reopened => by.Side == Side.Customer,
        _ => false,
    };

    private static Interaction Entry(CaseChange change, CaseEvent happened)
    {
        var (c, by) = (change.After, change.Actor);
        var ours = by.Side == Side.Staff;
        return new Interaction
        {
            Id = Guid.CreateVersion7(change.Now.ToDateTimeOffset()),
            CustomerId = c.CustomerId,
            At = change.Now,
            Kind = InteractionKind.Chat,
            Direction = ours && happened.Kind != CaseEventKind.Opened ? InteractionDirection.FromUs : InteractionDirection.FromCustomer,
            Contact = by.Side == Side.Customer ? by.Name : c.ContactName,
            Staff = ours ? by.Name : "",
            StaffId = ours ? by.Id : null,
            Summary = CommandWords.Cut(happened.Text, SummaryLength),
            Cases = [c.Id],
            Source = "chat",
            Conversation = string.Create(CultureInfo.InvariantCulture, $"{c.Id:N}:{change.Now.InUtc().Date:uuuu-MM-dd}"),
        };
    }
}
