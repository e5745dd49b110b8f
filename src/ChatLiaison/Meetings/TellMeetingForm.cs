using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Customers;
using ChatLiaison.Playbook;

namespace ChatLiaison.Meetings;

/// <summary>The word to the customer: the invitation before a meeting, what came out of it afterwards. Sent here, or recorded when it was said elsewhere (S60).</summary>
internal static class TellMeetingForm
{
    public const string Here = "here";

    private static readonly Choice[] Ways =
    [
        new(Here, "Send it in their channel"), new(nameof(Medium.Call), "I told them in a call"), new(nameof(Medium.Email), "I wrote them an email"),
        new(nameof(Medium.Meeting), "They were there and heard it"),
    ];

    public static Form Of(Meeting m, SupportCase c, Customer? customer)
    {
        var held = m.State != MeetingState.Scheduled;
        var id = m.Id.ToString();
        return new Form(
            "minutes.told", held ? "Tell the customer" : "Invite the customer", "Next",
            [
                new TextField("words", held ? "What should the customer know?" : "The invitation")
                {
                    Required = true,
                    Multiline = true,
                    Initial = held ? m.Outcome : Invitation(m, CaseContact.Time(customer, c, m.At)),
                    Hint = held ? "The minutes are for our own people: say it in words for them." : null,
                },
                .. MeetingDocument.Offer(m),
                new ChoiceField("how", "How do they hear it?", Ways) { Required = true, Initial = [Here] },
            ])
        {
            State = id,
            Token = CaseForm.NewToken(),
            Opener = Button.Open("minutes.tell", "Tell the customer", id, ButtonStyle.Primary),
            OpenerText = CustomerText.Of($"{c.ReferenceText}: the button opens the form."),
        };
    }

    public static FieldError? Wrong(FormValues values, Meeting m, SupportCase c, ResolutionPolicy policy) =>
        !values.Has("words") ? new("words", "Say what they should know.")
        : policy.EmptyPromise(values.One("words")) is { } empty ? new("words", empty)
        : !Array.Exists(Ways, w => w.Value == values.One("how")) ? new("how", "Choose how they hear it.")
        : values.One("how") == Here && CaseRooms.OfCustomer(c) is null ? new("how", "They have no channel here. Tell them another way, and record it.")
        : MeetingDocument.Wrong(values, m);

    private static string Invitation(Meeting m, string at) =>
        $"We would like to meet with you about this on {at}. {(m.Link.Length > 0 ? $"The call is at {m.Link}" : "")}".TrimEnd();
}
