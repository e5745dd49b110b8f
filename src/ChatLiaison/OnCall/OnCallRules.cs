using ChatLiaison.Commands;
using ChatLiaison.People;
using NodaTime;

namespace ChatLiaison.OnCall;

/// <summary>Who may change what about being on call. Anybody may stand in themselves; putting somebody else on is for those who answer for the team.</summary>
internal static class OnCallRules
{
    public static bool MayManage(IReadOnlySet<Role> roles) => roles.Contains(Role.Management) || roles.Contains(Role.Executive) || roles.Contains(Role.Admin);

    /// <summary>Why an override may not be laid, in one sentence; null when it may.</summary>
    public static string? Refusal(Guid callerId, IReadOnlySet<Role> roles, Person person, Instant from, Instant until, Instant now) =>
        person.Id != callerId && !MayManage(roles) ? $"Only {person.Name} or a manager can put {person.Name} on call. Ask for a swap with /liaison swap instead."
        : until <= from ? "The end lies before the beginning. Choose a later end."
        : until <= now ? "That time has passed. Choose one that lies ahead."
        : null;

    public static bool MayWithdraw(Guid callerId, IReadOnlySet<Role> roles, OnCallOverride entry) => entry.PersonId == callerId || MayManage(roles);

    /// <summary>What the other of the two got in a swap, unless it is over.</summary>
    public static IEnumerable<OnCallOverride> OtherHalf(SwapRequest swap, OnCallOverride half, IEnumerable<OnCallOverride> all, Instant now) => all.Where(o =>
        o.Id != half.Id && o.PersonId == half.InsteadOf && o.InsteadOf == half.PersonId && o.Until > now && (o.Until == swap.Until || o.Until == swap.Back?.End));

    /// <summary>Who is on call again where somebody stood in, once these are withdrawn.</summary>
    public static IEnumerable<Guid> BackOn(OnCallPlan plan, OnCallOverride entry, IReadOnlyCollection<Guid> withdrawn, IEnumerable<Person> people, Instant now) => entry.Until <= now ? [] :
        new OnCallIndex([plan.Rotation], plan.Overrides.Where(o => !withdrawn.Contains(o.Id)), people).All[0].Turns
            .Spans(Instant.Max(now, entry.From), entry.Until).Select(s => s.Member?.Id).OfType<Guid>().Distinct().Where(id => id != entry.PersonId);

    /// <summary>Why a swap can't be carried out any more, in one sentence; null when it can.</summary>
    public static string? Refusal(SwapRequest swap, OnCallPlan? plan, Instant now)
    {
        if (swap.State != SwapState.Asked)
        {
            return swap.State == SwapState.Withdrawn ? "The question was taken back." : "This was answered already.";
        }

        if (swap.Until <= now)
        {
            return "That turn is over, so there is nothing left to take.";
        }

        var stands = plan is not null && All(plan, swap.AskerId, Instant.Max(now, swap.From), swap.Until)
            && (swap.Back is not { } back || (back.Start > now && All(plan, swap.AskedId, back.Start, back.End)));
        return stands ? null : "The rotation has changed since this was asked. Ask again with /liaison swap.";
    }

    private static bool All(OnCallPlan plan, Guid person, Instant from, Instant until) => plan.Turns.Spans(from, until).All(span => span.Member?.Id == person);
}
