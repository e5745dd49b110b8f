namespace ChatLiaison.Playbook;

/// <summary>How many people or how much business the matter touches.</summary>
internal enum Impact
{
    High,
    Medium,
    Low,
}

/// <summary>How soon the customer needs it.</summary>
internal enum Urgency
{
    High,
    Medium,
    Low,
}

/// <summary>The priority that is proposed from what the customer answered; a person may always choose another.</summary>
/// <param name="ByImpact">For each impact, the priority by urgency.</param>
/// <param name="WhenCritical">By urgency, when a critical part of the customer's business is affected, whatever the impact.</param>
internal sealed record ProposalMatrix(
    IReadOnlyDictionary<Impact, IReadOnlyDictionary<Urgency, Priority>> ByImpact,
    IReadOnlyDictionary<Urgency, Priority> WhenCritical)
{
    public Priority Propose(Impact impact, Urgency urgency, bool critical) => (critical ? WhenCritical : ByImpact[impact])[urgency];
}
