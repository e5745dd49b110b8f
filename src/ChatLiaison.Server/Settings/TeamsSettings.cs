namespace ChatLiaison.Server.Settings;

/// <summary>The bot's registration, and where its keys and tokens come from.</summary>
public sealed record TeamsSettings
{
    public static readonly Uri DefaultOpenIdMetadataUrl = new("https://login.botframework.com/v1/.well-known/openidconfiguration");

    public required string AppId { get; init; }
    public required string AppPassword { get; init; }

    /// <summary>The tenant of a single-tenant bot; null: a multi-tenant bot.</summary>
    public string? TenantId { get; init; }

    public required Uri OpenIdMetadataUrl { get; init; }
    public required Uri TokenUrl { get; init; }

    /// <summary>Hosts that our token may be sent to besides Microsoft's own, with a port where it is not the usual one; a leading dot means every host below that name.</summary>
    public required IReadOnlyList<string> AllowedServiceHosts { get; init; }

    /// <summary>Activities are taken from anybody. Development only, and said loudly in the log.</summary>
    public bool DangerouslyAllowUnauthenticated { get; init; }

    public static Uri DefaultTokenUrl(string? tenantId) => new($"https://login.microsoftonline.com/{tenantId ?? "botframework.com"}/oauth2/v2.0/token");
}
