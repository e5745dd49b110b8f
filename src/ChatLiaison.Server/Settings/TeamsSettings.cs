namespace ChatLiaison.Server.Settings;

/// <summary>The bot's registration, and where its keys and tokens come from.</summary>
public sealed record TeamsSettings
{
    public static readonly Uri DefaultOpenIdMetadataUrl = new("https://login.botframework.com/v1/.well-known/openidconfiguration");

    /// <summary>Microsoft's hosts that a bot may be told to answer at; a leading dot means every host below that name.</summary>
    public static readonly IReadOnlyList<string> DefaultServiceHosts =
        ["smba.trafficmanager.net", ".botframework.com", ".teams.microsoft.com", ".infra.gcc.teams.microsoft.com", ".infra.gov.teams.microsoft.us"];

    public required string AppId { get; init; }
    public required string AppPassword { get; init; }

    /// <summary>The tenant of a single-tenant bot; null: a multi-tenant bot.</summary>
    public string? TenantId { get; init; }

    public required Uri OpenIdMetadataUrl { get; init; }
    public required Uri TokenUrl { get; init; }

    /// <summary>Our token is sent to these hosts only, whatever an activity says of its service.</summary>
    public required IReadOnlyList<string> AllowedServiceHosts { get; init; }

    /// <summary>Activities are taken from anybody. Development only, and said loudly in the log.</summary>
    public bool DangerouslyAllowUnauthenticated { get; init; }

    public static Uri DefaultTokenUrl(string? tenantId) => new($"https://login.microsoftonline.com/{tenantId ?? "botframework.com"}/oauth2/v2.0/token");
}
