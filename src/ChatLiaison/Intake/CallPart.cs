using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;

namespace ChatLiaison.Intake;

/// <summary>A case that came of a call says so, and names the others of the same call.</summary>
internal sealed class CallPart(CallStore calls, People.Directory directory) : ICasePart
{
    public int Order => 30;

    public async ValueTask<CasePart?> ReadAsync(SupportCase c, CancellationToken cancellationToken)
    {
        if (c.Details.Source.Length == 0 || await calls.OfCaseAsync(c.Id, cancellationToken) is not { } call)
        {
            return null;
        }

        var others = (await calls.CasesAsync(call.Id, cancellationToken)).Where(o => o.Id != c.Id && !o.Restricted).ToList();
        var taker = directory.Current.PersonById(call.TakenBy)?.Name ?? "somebody who has left";
        return new CasePart
        {
            Facts =
            [
                ("Reached us by", StaffText.Of($"{call.Source}, taken down by {taker}")),
                ("From the same call", StaffText.Lines(others.Select(o => StaffText.Of($"{o.Reference:b} {o.Title}")))),
            ],
            CustomerFacts = others.Count == 0 ? [] : [("Reported together with", CustomerText.Name(string.Join(", ", others.Select(o => o.Reference))))],
        };
    }
}
