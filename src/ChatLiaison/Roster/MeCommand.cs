using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Outbox;
using ChatLiaison.People;

namespace ChatLiaison.Roster;

/// <summary><c>/liaison me</c>: a person's own page: when and where they are reached, what they know, and which accounts are theirs.</summary>
internal sealed class MeCommand(PersonDesk desk, PersonMail mail, Linking linking) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison me", "[edit|link [CODE]]", "Your hours, zone, quiet hours and expertise, and the accounts that are yours.");

    /// <summary>An account that is not known yet enters its code here; all else is for our people.</summary>
    public Access Access => Access.Organisation;

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (word, rest) = CommandWords.Split(call.Text);
        if (CommandWords.Lower(word) == "link" && rest.Length > 0)
        {
            return await linking.EnterAsync(caller, rest, cancellationToken);
        }

        if (Refusal(caller) is { } refusal)
        {
            return refusal;
        }

        return CommandWords.Lower(word) switch
        {
            "" => Page(caller),
            "edit" or "change" => Reply.Show(MeForm.For(Me(caller), mail.Platforms)),
            "link" => await linking.MakeAsync(caller, cancellationToken),
            _ => Reply.Refused(CustomerText.Of($"Use /liaison me alone for your page, /liaison me edit to change it, or /liaison me link to link another account.")),
        };
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        if (press.Action == "me.confirm")
        {
            return await linking.ConfirmAsync(caller, press.Key, press.Value, cancellationToken);
        }

        if (Refusal(caller) is { } refusal)
        {
            return refusal;
        }

        return press.Action switch
        {
            "me.edit" => Reply.Show(MeForm.For(Me(caller), mail.Platforms)),
            "me.code" => await linking.MakeAsync(caller, cancellationToken),
            "me.unlink" => Unlinking.Answer(
                await Unlinking.RunAsync(desk, mail, new Act(caller, press.Key), Me(caller).Id, press.Value.Split('/')[^1], cancellationToken)),
            _ => Page(caller),
        };
    }

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        if (Refusal(caller) is { } refusal)
        {
            return refusal;
        }

        var (change, wrong) = MeForm.Read(submission.Values);
        if (change is null)
        {
            return Reply.Wrong(wrong);
        }

        var changed = await desk.ChangeAsync(
            new Act(caller, submission.Key), Me(caller).Id, (person, _) => PersonChange.To(change(person)), null, cancellationToken);
        return changed.After is { } me
            ? Reply.Done(CustomerText.Of($"Saved. You work {CustomerText.Name($"{me.Hours} ({me.Zone.Id})")}, and {CustomerText.Name(me.Quiet.ToString())} is quiet."))
            : Reply.Refused(changed.Refusal!);
    }

    private static Reply? Refusal(Caller caller) => AccessRules.Refusal(Access.Staff, caller) is { } refusal ? Reply.Refused(refusal) : null;

    private Person Me(Caller caller) => mail.Known.PersonById(caller.PersonId!.Value)!;

    private Reply Page(Caller caller) => Reply.Show(new PersonCard(mail.At(caller.Now), mail.PlatformName).Own(Me(caller)));
}
