namespace ChatLiaison.Teams;

/// <summary>What must be known to talk to Microsoft Teams; each property is the setting <c>Teams:</c> of the same name.</summary>
public sealed record TeamsOptions
{
    /// <summary>The bot's Entra application id, a GUID.</summary>
    public required string AppId { get; init; }

    /// <summary>The application's client secret. Empty only beside <see cref="DangerouslyAllowUnauthenticated"/>: then no token is sent.</summary>
    public string AppPassword { get; init; } = "";

    /// <summary>Our own tenant, a GUID. People of any other tenant are external. Empty for an old multi-tenant bot.</summary>
    public string TenantId { get; init; } = "";

    public string OpenIdMetadataUrl { get; init; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Where our own token comes from; empty for the public cloud's address of <see cref="TenantId"/>.</summary>
    public string TokenUrl { get; init; } = "";

    /// <summary>Hosts, or host:port, that may be called back besides Microsoft's own. Plain http works for loopback addresses only.</summary>
    public IReadOnlyList<string> AllowedServiceHosts { get; init; } = [];

    /// <summary>Takes activities without a token. For a local client only: anyone who reaches the address can then speak as anyone.</summary>
    public bool DangerouslyAllowUnauthenticated { get; init; }

    internal string TokenAddress => TokenUrl.Length > 0
        ? TokenUrl
        : $"https://login.microsoftonline.com/{(TenantId.Length > 0 ? TenantId : "botframework.com")}/oauth2/v2.0/token";

    /// <exception cref="ArgumentException">A setting is missing or malformed; the message names it and says how to mend it.</exception>
    internal void Check()
    {
        if (!Guid.TryParse(AppId, out _))
        {
            throw new ArgumentException("Teams:AppId must be the bot's application id, a GUID. Copy it from the bot's Entra app registration.");
        }

        if (TenantId.Length > 0 && !Guid.TryParse(TenantId, out _))
        {
            throw new ArgumentException("Teams:TenantId must be your organisation's tenant id, a GUID. Copy it from Entra's overview page.");
        }

        if (AppPassword.Length == 0 && !DangerouslyAllowUnauthenticated)
        {
            throw new ArgumentException("Teams:AppPassword is missing. Make a client secret in the bot's Entra app registration and set it.");
        }

        CheckAddress("Teams:OpenIdMetadataUrl", OpenIdMetadataUrl);
        CheckAddress("Teams:TokenUrl", TokenAddress);
    }

    private static void CheckAddress(string setting, string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !(uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)))
        {
            throw new ArgumentException($"{setting} must be an absolute https address (http only for loopback).");
        }
    }
}
