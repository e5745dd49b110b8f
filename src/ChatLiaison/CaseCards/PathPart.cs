using ChatLiaison.Cases;
using ChatLiaison.Chat;

namespace ChatLiaison.CaseCards;

/// <summary>On the case's card: can support settle it, who said so and when (S48).</summary>
internal sealed class PathPart : ICasePart
{
    public int Order => 5;

    public ValueTask<CasePart?> ReadAsync(SupportCase c, CancellationToken cancellationToken) => ValueTask.FromResult(
        PathRules.IsAsked(c) || c.Course.Path != CasePath.Open ? new CasePart { Facts = [("Can support settle it?", Standing(c))] } : null);

    public static StaffText Standing(SupportCase c) => c.Course switch
    {
        { Path: CasePath.Support, PathAt: { } at } => StaffText.Of($"Yes, says {c.Course.PathBy}, {at}"),
        { Path: CasePath.Engineering, PathAt: { } at } => StaffText.Of($"No, it needs engineering, says {c.Course.PathBy}, {at}"),
        _ => "Nobody has said yet",
    };

    /// <summary>The answers that are left to give.</summary>
    public static IEnumerable<Button> Answers(SupportCase c)
    {
        if (!c.Status.IsOpen() || c.EngineeringOwner is not null)
        {
            yield break;
        }

        if (c.Course.Path != CasePath.Support)
        {
            yield return Button.Act("path.settle", "I can settle this", c.Id.ToString());
        }

        yield return Button.Open("path.open", "Needs engineering", c.Id.ToString());
    }
}
