using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;

namespace ChatLiaison.CaseCards;

/// <summary>What the customer was promised in words, how they are told, and what they can ask for, on the cards of both sides.</summary>
internal sealed class TermsPart(CommitmentStore commitments, PlaybookSource playbooks, People.Directory directory) : ICasePart
{
    public int Order => 20;

    public async ValueTask<CasePart?> ReadAsync(SupportCase c, CancellationToken cancellationToken)
    {
        if (!c.Status.IsOpen())
        {
            return null;
        }

        var agreed = await commitments.PlanAsync(c.Id, cancellationToken);
        var owed = await commitments.OwedAsync(c.Id, cancellationToken);
        return Draw(c, agreed, owed, new PromisePlan(playbooks.Current, directory.Current.CustomerById(c.CustomerId)?.Calendar), NameOf);
    }

    public static CasePart Draw(SupportCase c, CommunicationPlan? agreed, IReadOnlyList<OwedInWords> owed, PromisePlan promises, Func<Guid?, string> nameOf)
    {
        var id = c.Id.ToString();
        var said = PlanWords.Say(agreed ?? CommunicationPlan.AsUsual, promises.Cadence(c.Priority, agreed));
        return new CasePart
        {
            Facts = agreed is null ? [] : [("They want to hear", agreed.Details.Length > 0 ? StaffText.Of($"{said}: {agreed.Details}") : said)],
            CustomerFacts = [("How we keep you posted", said), .. owed.Where(o => o.Told && o.Kind != PromiseKind.Inform).Select(o => ("Promised", Line(o, nameOf(o.OwnerId))))],
            CustomerButtons =
            [
                Button.Act("person.ask", "Ask for a person", id),
                Button.Open("add.open", "Add information", id).Further(),
                Button.Open("plan.open", "How you are told", id).Further(),
            ],
        };
    }

    // The words were previewed and sent to the customer by a person; only those are marked as told.
    private static CustomerText Line(OwedInWords owed, string owner)
    {
        var what = CustomerText.Approved(owed.What, owner.Length > 0 ? owner : "the team");
        return owed.DueAt is { } due ? CustomerText.Of($"{what}, by {due}") : what;
    }

    private string NameOf(Guid? id) => id is { } known ? directory.Current.PersonById(known)?.Name ?? "" : "";
}
