namespace ChatLiaison.Server.Settings;

/// <summary>Teams:* ; Teams is on as soon as the bot's id or password is set, and then both have to be there.</summary>
internal static class TeamsReader
{
    private const string AppId = "Teams:AppId";
    private const string AppPassword = "Teams:AppPassword";
    private const string TenantId = "Teams:TenantId";
    private const string Unauthenticated = "Teams:DangerouslyAllowUnauthenticated";

    public static bool IsMentioned(SettingValues values) => values.IsPresent(AppId) || values.IsPresent(AppPassword) || values.IsPresent(TenantId);

    public static TeamsSettings? Read(SettingValues values, bool isDevelopment)
    {
        var allowsAnyone = values.Flag(Unauthenticated);
        if (allowsAnyone && !isDevelopment)
            values.Problem(Unauthenticated, "is refused outside Development, since anybody could then speak as any user: remove it");
        var metadataUrl = values.Url("Teams:OpenIdMetadataUrl");
        var tokenUrl = values.Url("Teams:TokenUrl");
        var hosts = Hosts(values);
        if (!IsMentioned(values))
            return null;

        var tenant = values.Guid(TenantId, "the tenant's id, or remove it for a multi-tenant bot");
        return new()
        {
            AppId = values.NeededGuid(AppId, "the bot registration's Microsoft App ID"),
            // A local client neither sends tokens nor asks for any.
            AppPassword = allowsAnyone && isDevelopment ? values.Text(AppPassword) ?? "" : values.Needed(AppPassword, "make a client secret for the bot's app registration and copy its value"),
            TenantId = tenant,
            OpenIdMetadataUrl = metadataUrl ?? TeamsSettings.DefaultOpenIdMetadataUrl,
            TokenUrl = tokenUrl ?? TeamsSettings.DefaultTokenUrl(tenant),
            AllowedServiceHosts = hosts,
            DangerouslyAllowUnauthenticated = allowsAnyone && isDevelopment,
        };
    }

    private static IReadOnlyList<string> Hosts(SettingValues values)
    {
        const string Name = "Teams:AllowedServiceHosts";
        var hosts = values.List(Name);
        foreach (var host in hosts.Where(host => !IsHost(host)))
            values.Problem(Name, $"holds \"{host}\", which is not a host name: list names, with a port where it is not the usual one, and without scheme or path: bot.example.com, 127.0.0.1:5000");
        return hosts;
    }

    private static bool IsHost(string host) =>
        Uri.TryCreate($"http://{host.TrimStart('.')}/", UriKind.Absolute, out var uri) && uri.PathAndQuery == "/" && uri.UserInfo.Length == 0 && uri.Host.Length > 0
        && (host.TrimStart('.').Equals(uri.Host, StringComparison.OrdinalIgnoreCase) || host.TrimStart('.').Equals($"{uri.Host}:{uri.Port}", StringComparison.OrdinalIgnoreCase));
}
