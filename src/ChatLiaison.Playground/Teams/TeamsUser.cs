namespace ChatLiaison.Playground.Teams;

/// <summary>
/// A person as the tenant knows them. <c>Mri</c> is the key the bot sees (<c>29:…</c>), <c>AadObjectId</c> the one all apps share.
/// </summary>
public sealed record TeamsUser
{
    public required string Mri { get; init; }

    public required string AadObjectId { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    /// <summary>The tenant the person signs in with: ours, or a customer's for a guest.</summary>
    public required string TenantId { get; init; }

    public bool IsGuest { get; init; }

    /// <summary>Whether the app is installed in the person's personal scope.</summary>
    public bool HasApp { get; init; }

    /// <summary>Whether the person blocked the app's personal chat.</summary>
    public bool HasBlocked { get; init; }

    /// <summary>A guest's principal name in our tenant carries the <c>#EXT#</c> mark, as Entra writes it.</summary>
    public string UserPrincipalName => IsGuest ? $"{Email.Replace('@', '_')}#EXT#@vendor.example" : Email;
}
