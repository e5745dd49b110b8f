namespace ChatLiaison.People;

/// <summary>
/// What speaks for somebody, in points: how soon they can act, and what they know already. Whoever is asleep or has a day off
/// comes after everyone else, whatever the points.
/// </summary>
internal static class OwnerScore
{
    public const int OnCall = 50;
    public const int AtWork = 30;
    public const int Awake = 10;

    /// <summary>Being the customer's liaison outweighs everything but sleep.</summary>
    public const int Liaison = 50;
    public const int OnThis = 20;

    public static int Of(Standing standing, OwnerFacts facts, bool isLiaison, int knows) =>
        Of(standing) + (isLiaison ? Liaison : 0) + (facts.OnThis ? OnThis : 0) + OfCustomer(facts) + OfType(facts) + Knowing(knows) + Load(facts);

    public static int Of(Standing standing) => standing switch
    {
        Standing.OnCall => OnCall,
        Standing.AtWork => AtWork,
        Standing.Awake => Awake,
        _ => 0,
    };

    public static int OfCustomer(OwnerFacts facts) => Math.Min(4 * facts.OfCustomer, 20);

    public static int OfType(OwnerFacts facts) => Math.Min(3 * facts.OfType, 12);

    public static int Knowing(int knows) => Math.Min(8 * knows, 16);

    public static int Load(OwnerFacts facts) => -Math.Min(2 * facts.Open, 20);
}
