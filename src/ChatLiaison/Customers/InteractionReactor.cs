using System.Globalization;
using ChatLiaison.Cases;
using ChatLiaison.Commands;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Customers;

/// <summary>
/// Keeps the customer's record of what is said about their cases: of chat one entry a case and day, however many messages it takes, and an
/// entry of its own for whatever was said elsewhere.
/// </summary>
internal sealed class InteractionReactor : ICaseReactor
{
    public const int SummaryLength = 400;

    public ValueTask ReactAsync(CaseChange change, UnitOfWork work, CancellationToken cancellationToken)
    {
        foreach (var happened in change.Events.Where(e => e.Medium != Medium.Chat || Speaks(e, change)))
        {
            InteractionStore.Record(work, Entry(change, happened));
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>What one of the two said to the other in chat; a press of a button is not speech, and a call that one of us took down is on record as a call.</summary>
    private static bool Speaks(CaseEvent happened, CaseChange change) => happened.Kind switch
    {
        CaseEventKind.Opened => change.After.Details.Source.Length == 0,
        CaseEventKind.CustomerWrote or CaseEventKind.UnderstandingCorrected or CaseEventKind.CustomerTold or CaseEventKind.Resolved => true,
        CaseEventKind.Reopened => change.Actor.Side == Side.Customer,
        _ => false,
    };

    private static Interaction Entry(CaseChange change, CaseEvent happened)
    {
        var (c, by) = (change.After, change.Actor);
        var (ours, chat) = (by.Side == Side.Staff, happened.Medium == Medium.Chat);
        return new Interaction
        {
            Id = Guid.CreateVersion7(change.Now.ToDateTimeOffset()),
            CustomerId = c.CustomerId,
            At = change.Now,
            Kind = chat ? InteractionKind.Chat : Enum.Parse<InteractionKind>(happened.Medium.ToString()),
            Direction = !chat && happened.Kind != CaseEventKind.CustomerTold ? InteractionDirection.Both
                : ours && happened.Kind != CaseEventKind.Opened ? InteractionDirection.FromUs : InteractionDirection.FromCustomer,
            Contact = by.Side == Side.Customer ? by.Name : c.ContactName,
            Staff = ours ? by.Name : "",
            StaffId = ours ? by.Id : null,
            Summary = CommandWords.Cut(happened.Text, SummaryLength),
            Cases = [c.Id],
            Source = chat ? "chat" : "case",
            Conversation = chat ? ConversationOf(c.Id, change.Now) : null,
        };
    }

    /// <summary>Names the entry that holds what is said of a case in chat on one day.</summary>
    public static string ConversationOf(Guid caseId, Instant at) => string.Create(CultureInfo.InvariantCulture, $"{caseId:N}:{at.InUtc().Date:uuuu-MM-dd}");
}
