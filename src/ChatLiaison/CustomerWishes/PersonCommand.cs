using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;

namespace ChatLiaison.CustomerWishes;

/// <summary>The customer's button <c>Ask for a person</c>: the owner is told at once, and owes an answer sooner than to a message.</summary>
internal sealed class PersonCommand(CaseActs acts, CaseViews views, PlaybookSource playbooks, People.Directory directory) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison person", "REF", "Ask for a person on a case; whoever holds it is told at once.");

    public Access Access => Access.Anyone;

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) =>
        acts.AskAsync(caller, call, c => AskAsync(caller, call.Key, c, cancellationToken), cancellationToken);

    public Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        acts.AskAsync(caller, press.Value, c => AskAsync(caller, press.Key, c, cancellationToken), cancellationToken);

    private async Task<Reply> AskAsync(Caller caller, string key, SupportCase c, CancellationToken cancellationToken)
    {
        var view = await views.ReadAsync(c, cancellationToken);
        if (view.Owed.FirstOrDefault(p => p is { Kind: PromiseKind.PersonAsked, State: PromiseState.Running }) is { DueAt: { } known })
        {
            return Reply.Done(CustomerText.Of($"They know already. A person answers you on {c.ReferenceText} by {known}."));
        }

        var due = new PromisePlan(playbooks.Current, directory.Current.CustomerById(c.CustomerId)?.Calendar).Person(c, caller.Name, caller.Now).DueAt;
        return await acts.ActAsync(
            caller, key, c.Id.ToString(), WishRules.AskForPerson,
            x => due is { } at ? CustomerText.Of($"{Told(caller, x)} A person answers you on {x.ReferenceText} by {at}.") : Told(caller, x),
            cancellationToken);
    }

    /// <summary>Whoever holds it, else all of us; of somebody who is away, the words that say so.</summary>
    private CustomerText Told(Caller caller, SupportCase c) => c.Owner is { } owner && directory.Current.Absences.At(owner.Id, caller.Now) is { } absence
        ? AwayText.Of(absence, playbooks.Current, directory.Current, caller)
        : CustomerText.Of($"{CustomerText.Name(c.Owner?.Name ?? playbooks.Current.Organisation.Name)} is told.");
}
