using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Customers;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Storage;

namespace ChatLiaison.Roster;

/// <summary><c>/liaison customer KEY</c>: says who of ours is a customer's usual contact. An import leaves it as it was said here.</summary>
internal sealed class UsualContactCommand(Database database, People.Directory directory, PersonMail mail, PersonChoices choices) : IChatCommand
{
    private const string Nobody = "nobody";

    private static readonly Reply NotAllowed = Reply.Refused(CustomerText.Of($"Only a liaison, management or an admin can say who looks after a customer. Ask one of them to do it."));

    public CommandSpec Spec { get; } = new("liaison customer", "KEY", "Say who is a customer's usual contact.");

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) => Task.FromResult(Open(
        caller, call.Text.Length == 0 ? mail.Known.CustomerByChannel(call.Place.Platform, call.Place.ChannelId) : mail.Known.CustomerByKey(call.Text.Trim().ToUpperInvariant())));

    public Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) => Task.FromResult(Open(caller, mail.Known.CustomerByKey(press.Value)));

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        if (!MaySay(caller))
        {
            return NotAllowed;
        }

        if (mail.Known.CustomerByKey(submission.State) is not { } customer)
        {
            return Reply.Refused(CustomerText.Of($"That customer is no longer in the directory."));
        }

        var person = Guid.TryParse(submission.Values.One("contact"), out var id) ? mail.Known.PersonById(id) : null;
        if (person is { Active: false } || (person is null && submission.Values.One("contact") != Nobody))
        {
            return Reply.Wrong(new FieldError("contact", "Choose somebody who works here."));
        }

        await using var work = database.Begin(caller.Now);
        if (await InboxStore.TryClaimAsync(work, submission.Key, cancellationToken) && customer.LiaisonId != person?.Id)
        {
            Write(work, caller, customer, person);
            await work.CommitAsync(cancellationToken);
            await directory.RefreshAsync(cancellationToken);
        }

        return Reply.Done(person is null
            ? CustomerText.Of($"{CustomerText.Name(customer.Name)} has no usual contact any more. New cases go to whoever is next.")
            : CustomerText.Of($"{CustomerText.Name(person.Name)} is {CustomerText.Name(customer.Name)}'s usual contact now. New cases go to them first; those that are open stay where they are."));
    }

    private void Write(UnitOfWork work, Caller caller, Customer customer, Person? person)
    {
        var before = customer.LiaisonId is { } former ? mail.Known.PersonById(former) : null;
        CustomerStore.Update(work, customer with { LiaisonId = person?.Id }, null);
        DirectoryLog.Write(work, caller.Name, $"customer {customer.Key}", $"liaison: {before?.Email ?? "none"} → {person?.Email ?? "none"}");
        if (person is not null && person.Id != caller.PersonId)
        {
            mail.Tell(work, person, StaffCard.Plain(StaffText.Of($"{caller.Name:b} made you the usual contact of {customer.Name}: their new cases come to you first.")));
        }

        if (before is { Active: true } && before.Id != caller.PersonId)
        {
            mail.Tell(work, before, StaffCard.Plain(StaffText.Of($"{person?.Name ?? "Nobody"} is the usual contact of {customer.Name} now. The cases that you hold stay yours.")));
        }
    }

    private Reply Open(Caller caller, Customer? customer)
    {
        if (!MaySay(caller))
        {
            return NotAllowed;
        }

        if (customer is null)
        {
            return Reply.Refused(CustomerText.Of($"There is no such customer. Give the key that their cases begin with, such as /liaison customer ACME."));
        }

        var people = choices.Field("contact", "Who is their usual contact?", p => p.Roles.Count > 0, customer.LiaisonId);
        return Reply.Show(new Form(
            "customer.submit",
            "Usual contact",
            "Save",
            [
                new FormNote("customer", StaffText.Of($"{customer.Name:b} ({customer.Key})")),
                people with { Required = true, Choices = [.. people.Choices, new Choice(Nobody, "Nobody")], Initial = people.Initial.Count > 0 ? people.Initial : [Nobody] },
            ])
        {
            State = customer.Key,
            Token = Guid.NewGuid().ToString("N"),
            Opener = Button.Open("customer.open", "Usual contact", customer.Key, ButtonStyle.Primary),
            OpenerText = CustomerText.Of($"Say who is {CustomerText.Name(customer.Name)}'s usual contact: the button opens the form."),
        });
    }

    private static bool MaySay(Caller caller) => caller.IsStaff && caller.Is(Role.Liaison, Role.Management, Role.Admin);
}
