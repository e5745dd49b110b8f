using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Promises;

namespace ChatLiaison.Escalation;

/// <summary>While two hold a case: who they are and what is whose (S96), and the way back from engineering.</summary>
internal sealed class EngineeringPart : ICasePart
{
    public int Order => 10;

    public ValueTask<CasePart?> ReadAsync(SupportCase c, CancellationToken cancellationToken) => ValueTask.FromResult(
        c.EngineeringOwner is not { } engineer || !c.Status.IsOpen() ? null : new CasePart
        {
            Facts =
            [
                ("Support owner", c.Owner is { } owner ? StaffText.Of($"{owner.Name:b} {SharedWork.OfSupport}") : "nobody: take it, so that the customer hears from us"),
                ("Engineering owner", StaffText.Of($"{engineer.Name:b} {SharedWork.OfEngineering}")),
            ],
            Buttons = [Button.Open("return.open", "Give back to support", c.Id.ToString()).Further()],
        });
}
