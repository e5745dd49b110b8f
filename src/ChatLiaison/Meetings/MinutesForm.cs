using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Handover;
using NodaTime;

namespace ChatLiaison.Meetings;

/// <summary>What somebody does after a meeting, as it was filled in.</summary>
internal sealed record ItemFilled(string What, Guid? OwnerId, Instant DueAt);

/// <summary>The minutes: the customer's side, what limits us, what was agreed, and who does what by when (S56–S58, S61).</summary>
internal static class MinutesForm
{
    private const int Items = 3;
    private const int MostPeople = 100;

    public static Form Of(Meeting m, SupportCase c, IEnumerable<People.Person> people, Instant now, bool more)
    {
        Choice[] owners = [.. people.Where(p => p.Active && p.Roles.Count > 0)
            .OrderByDescending(p => p.Id == c.Owner?.Id || p.Id == c.EngineeringOwner?.Id).ThenBy(p => p.Name, StringComparer.Ordinal)
            .Take(MostPeople).Select(p => new Choice(p.Id.ToString(), p.Name.Length <= 75 ? p.Name : p.Name[..75]))];
        var id = m.Id.ToString();
        return new Form(
            "minutes.submit", "Minutes", "Save and send round",
            [
                new FormNote("what", StaffText.Of($"{c.Reference}: {m.Name}, {m.At}. For our own people; the customer is told afterwards.")),
                .. MeetingCards.Questions(m).Count == 0 ? Array.Empty<Field>() : [new FormNote("asked", StaffText.Of($"To be asked: {string.Join(" ", MeetingCards.Questions(m))}"))],
                new TextField("outcome", "What was agreed?") { Required = true, Multiline = true, MaxLength = 2000 },
                new TextField("perspective", "How does the customer see it?") { Required = true, Multiline = true, MaxLength = 2000 },
                new TextField("constraints", "What limits us, technically?") { Required = true, Multiline = true, MaxLength = 2000 },
                MeetingDocument.Ask(m.Document),
                .. Item(1, owners),
                new MomentField("again", "When is it looked at again?") { Required = true, Initial = now + Duration.FromDays(1) },
            ])
        {
            State = id,
            Token = CaseForm.NewToken(),
            More = [.. Enumerable.Range(2, Items - 1).SelectMany(n => Item(n, owners)), new TextField("attendees", "Who was there?") { MaxLength = 300 }],
            MoreLabel = "More action items",
            MoreAction = "minutes.more",
            ShowMore = more,
            Opener = Button.Open("minutes.open", "Write the minutes", id, ButtonStyle.Primary),
            OpenerText = CustomerText.Of($"{c.ReferenceText}: the button opens the form."),
        };
    }

    /// <summary>The action items, and what is wrong with them, with the date and with the document.</summary>
    public static (IReadOnlyList<ItemFilled> Items, IReadOnlyList<FieldError> Wrong) Read(FormValues v, Instant now)
    {
        var items = new List<ItemFilled>();
        var wrong = new List<FieldError>();
        for (var n = 1; n <= Items; n++)
        {
            var (what, due) = (v.One($"item{n}"), v.Moment($"due{n}"));
            if (what.Length == 0)
            {
                if (due is not null)
                {
                    wrong.Add(new($"item{n}", "Say what is to be done, or take its date away."));
                }

                continue;
            }

            if (due is not { } at || at <= now)
            {
                wrong.Add(new($"due{n}", due is null ? "Say by when, so that it can be reminded of." : "That time has passed. Choose one that lies ahead."));
                continue;
            }

            items.Add(new ItemFilled(what, Guid.TryParse(v.One($"owner{n}"), out var owner) ? owner : null, at));
        }

        if (v.Moment("again") is not { } again || again <= now)
        {
            wrong.Add(new("again", v.Has("again") ? "That time has passed. Choose one that lies ahead." : "Say when it is looked at again."));
        }

        wrong.AddRange(LinkField.Wrong(v, MeetingDocument.Field, MeetingDocument.Example));
        return (items, wrong);
    }

    private static Field[] Item(int n, Choice[] owners) =>
    [
        new TextField($"item{n}", $"Action item {n}") { MaxLength = 300 },
        new ChoiceField($"owner{n}", $"Who does item {n}?", owners) { Hint = "Empty: you." },
        new MomentField($"due{n}", $"By when, item {n}?"),
    ];
}
