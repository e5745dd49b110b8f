namespace ChatLiaison.Promises;

/// <summary>
/// What belongs to whom while two hold a case (S96): whoever holds it keeps the customer posted, engineering finds the cause, and the
/// resolution is both's.
/// </summary>
internal static class SharedWork
{
    public static bool IsBoth(Promise promise) => promise is { Kind: PromiseKind.Resolve, OwnerId: null };

    /// <summary>What the support owner is there for, as the other reads it.</summary>
    public const string OfSupport = "keeps the customer posted";

    public const string OfEngineering = $"finds {Engineerings}";

    public const string Engineerings = "the cause and the fix";
}
