using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Customers;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Intake;

/// <summary><c>/escalate</c> and every other way in: the form, and the case that comes of it.</summary>
internal sealed class EscalateCommand(IntakeForm form, CaseDesk desk, Receipts receipts, PlaybookSource playbooks, People.Directory directory) : IChatCommand
{
    private static readonly Duration OneDay = Duration.FromDays(1);

    public CommandSpec Spec { get; } = new("escalate", "[text]", "Report a customer's problem: opens the form.")
    {
        Shortcut = "Report a problem",
        MessageShortcut = "Open a case from this",
    };

    public Access Access => Access.Anyone;

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var source = call.Source;
        var seed = new IntakeSeed
        {
            Text = call.Text.Length > 0 ? call.Text : source?.Text ?? "",
            AuthorId = source?.AuthorId ?? "",
            AuthorName = source is null ? "" : AuthorName(source, call.Place.Platform),
            Link = source is null ? "" : receipts.LinkTo(source.Message),
            Message = source?.Message.MessageId ?? "",
            Files = IntakeSeed.Travelling(source?.Files ?? []),
        };
        return Task.FromResult(Open(caller, call.Place, seed));
    }

    public Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        if (press.Action == "escalate.more")
        {
            var seed = IntakeSeed.FromValue(press.Form?.State ?? press.Value);
            return Task.FromResult(Reply.Show(form.Make(caller, seed, more: true)));
        }

        return Task.FromResult(Open(caller, press.Place, IntakeSeed.FromValue(press.Value)));
    }

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        var seed = IntakeSeed.FromValue(submission.State);
        var customer = CustomerOf(caller, submission.Values);
        var errors = IntakeReader.Check(caller, submission.Values, customer);
        if (errors.Count > 0)
        {
            return Reply.Wrong(errors);
        }

        if (customer is null)
        {
            return NotSetUp;
        }

        var draft = IntakeReader.Read(caller, submission, seed, customer, playbooks.Current);
        var opened = new CaseEvent(CaseEventKind.Opened, draft.Details.Issue, ForCustomer: true);
        var stored = await desk.OpenAsync(
            draft, customer.Key, opened, CaseActs.ActorOf(caller), submission.Key, work => Also(work, caller, draft, seed, submission.Place), cancellationToken);
        if (seed.Resolved is { } resolved)
        {
            await desk.ChangeAsync(
                resolved, CaseActs.ActorOf(caller), "", caller.Now,
                old => CaseActs.MaySee(caller, old) && old.CustomerId == customer.Id ? EndingRules.MoveOn(old, CaseActs.ActorOf(caller), stored.Reference) : CaseDecision.Refuse(CustomerText.Empty),
                cancellationToken);
        }

        return new DoneReply(CustomerText.Of($"Saved as {stored.ReferenceText}. A person takes it from here.")) { AlsoWritten = true };
    }

    private void Also(UnitOfWork work, Caller caller, SupportCase draft, IntakeSeed seed, ChatPlace place)
    {
        receipts.Post(work, caller, draft, place);
        if (draft.Restricted && caller.PersonId is { } person)
        {
            CaseStore.LetSee(work, draft.Id, person, caller.Name);
        }

        if (seed.Loose is { } loose)
        {
            LooseMessageStore.BecameCase(work, loose, draft.Id, draft.Details.Issue);
        }

        // What the contact wrote here today is answered by the case, and stands in its record.
        if (place.ChannelId.Length > 0)
        {
            LooseMessageStore.BecameCase(work, place, seed.Message, draft.ContactUser ?? "", caller.Now - OneDay, draft.Id);
        }
    }

    private Reply Open(Caller caller, ChatPlace place, IntakeSeed seed)
    {
        if (caller.CustomerId is not null)
        {
            return Reply.Show(form.Make(caller, seed, more: false));
        }

        if (caller.IsCustomer)
        {
            return NotSetUp;
        }

        var mayLink = caller.Is(Role.Liaison, Role.Management, Role.Admin);
        return place.Kind == PlaceKind.Channel && mayLink && !seed.Anyway && !directory.Current.IsStaffChannel(place.Platform, place.ChannelId)
            ? Reply.Show(OfferLink(seed, place))
            : Reply.Show(form.Make(caller, seed, more: false));
    }

    private static CustomerCard OfferLink(IntakeSeed seed, ChatPlace place) => CustomerCard
        .Titled(CustomerText.Of($"This channel belongs to no customer yet"))
        .Say(CustomerText.Of($"Link it once, and every case from here knows whose it is."))
        .With(
            Button.Open("link.open", "Link to a customer", LinkChannelForm.Note(new(place.Platform, place.ChannelId)), ButtonStyle.Primary),
            Button.Open("escalate.open", "Open a case anyway", (seed with { Anyway = true }).ToValue()));

    private Customer? CustomerOf(Caller caller, FormValues values)
    {
        var known = directory.Current;
        return caller.CustomerId is { } id ? known.CustomerById(id)
            : caller.IsCustomer ? null
            : known.CustomerByKey(values.One("customer"));
    }

    private string AuthorName(SourceMessage source, string platform) =>
        directory.Current.ContactByIdentity(platform, source.AuthorId)?.Name ?? source.AuthorName;

    private static Reply NotSetUp => Reply.Refused(CustomerText.Of($"This channel is not set up for you yet. Please ask your usual contact with us to link it."));
}
