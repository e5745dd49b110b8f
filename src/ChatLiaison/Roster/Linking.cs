using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Outbox;
using ChatLiaison.People;

namespace ChatLiaison.Roster;

/// <summary>
/// Makes a person's accounts on two platforms one person, by their own word on both: a code made with the account that is known and entered
/// with the other. Never by an address, which another organisation may control; and never for somebody from outside.
/// </summary>
internal sealed class Linking(LinkCodeStore store, PersonDesk desk, PersonMail mail)
{
    private static readonly Reply NotGood = Reply.Refused(
        CustomerText.Of($"That code is not good, or no longer. Make a new one with /liaison me link where you are known, and enter it within ten minutes."));

    public async Task<Reply> MakeAsync(Caller caller, CancellationToken cancellationToken)
    {
        var code = LinkCode.New();
        await store.MakeAsync(caller.PersonId!.Value, caller.Chat.Platform, LinkCode.Hash(code), caller.Now, cancellationToken);
        return Reply.Show(StaffCard.Titled("Link another account of yours")
            .Say(StaffText.Of($"On the other platform write to me: {$"/liaison me link {code}":c}"))
            .Small(StaffText.Of($"The code is good once, until {caller.Now + LinkCodeStore.Life:t}. Give it to nobody: whoever enters it speaks in your name.")));
    }

    /// <summary>The other account entered a code: it is asked whether that is right.</summary>
    public async Task<Reply> EnterAsync(Caller caller, string typed, CancellationToken cancellationToken)
    {
        if (Hindrance(caller) is { } hindrance)
        {
            return Reply.Refused(hindrance);
        }

        if (await store.ClaimAsync(LinkCode.Hash(typed), caller.Chat, caller.Now, cancellationToken) is not { } code
            || code.Platform == caller.Chat.Platform || mail.Known.PersonById(code.PersonId) is not { Active: true } person)
        {
            return NotGood;
        }

        return Reply.Show(StaffCard.Titled(StaffText.Of($"Are you {person.Name}?"))
            .Say(StaffText.Of($"This account on {mail.PlatformName(caller.Chat.Platform)} then acts in the name of {person.Name}, as the one on {mail.PlatformName(code.Platform)} does."))
            .With(Button.Act("me.confirm", "Yes, that is me", code.Hash, ButtonStyle.Primary)));
    }

    public async Task<Reply> ConfirmAsync(Caller caller, string key, string hash, CancellationToken cancellationToken)
    {
        if (Hindrance(caller) is { } hindrance)
        {
            return Reply.Refused(hindrance);
        }

        if (await store.FindClaimedAsync(hash, caller.Chat, caller.Now, cancellationToken) is not { } code || mail.Known.PersonById(code.PersonId) is not { } known)
        {
            return NotGood;
        }

        var (platform, id) = (caller.Chat.Platform, caller.Chat.Id);
        var here = CustomerText.Name(mail.PlatformName(platform));
        var change = await desk.ChangeAsync(
            new Act(caller, key, known.Name),
            code.PersonId,
            (person, everyone) => person.Identities.ContainsKey(platform)
                ? PersonChange.No(CustomerText.Of($"{CustomerText.Name(person.Name)} has another account on {here} linked already. Unlink that first with /liaison me."))
                : everyone.Any(p => p.Identities.GetValueOrDefault(platform) == id)
                    ? PersonChange.No(CustomerText.Of($"This account belongs to somebody already."))
                    : PersonChange.To(person with { Identities = new Dictionary<string, string>(person.Identities, StringComparer.Ordinal) { [platform] = id } }),
            (work, after) =>
            {
                LinkCodeStore.Use(work, code.Hash);
                mail.Tell(
                    work,
                    after.Id,
                    StaffCard.Titled(StaffText.Of($"Your account on {here} is linked"))
                        .Say(StaffText.Of($"{caller.Chat.Name} entered your code there and now acts in your name. Was it not you? Unlink it."))
                        .With(Button.Act("me.unlink", $"Unlink {mail.PlatformName(platform)}", $"{after.Id}/{platform}", ButtonStyle.Danger)),
                    code.Platform);
            },
            cancellationToken);
        return change.After is { } linked
            ? Reply.Replace(StaffCard.Titled(StaffText.Of($"You are {linked.Name} here too")).Say("What you may do there you may do here.").With(Button.Act("me.show", "My page", "")))
            : Reply.Refused(change.Refusal!);
    }

    private static CustomerText? Hindrance(Caller caller) => caller.Chat.External || caller.IsCustomer
        ? CustomerText.Of($"That is for our own team. Write to us in this channel and we will take it from there.")
        : caller.PersonId is not null ? CustomerText.Of($"This account is linked already: you are {CustomerText.Name(caller.Name)}. Enter the code with the account that is not known yet.") : null;
}
