namespace ChatLiaison.Teams;

/// <summary>
/// The hosts that may be given our token. An activity names the address that answers go to, so without this list whoever can send an
/// activity could have our token sent to a host of theirs.
/// </summary>
internal sealed class TeamsHosts(TeamsOptions options)
{
    private static readonly string[] Microsofts =
    [
        "smba.trafficmanager.net",
        "smba.infra.gcc.teams.microsoft.com",
        "smba.infra.gov.teams.microsoft.us",
        "smba.infra.dod.teams.microsoft.us",
    ];

    private readonly HashSet<string> _added = new(options.AllowedServiceHosts.Select(host => host.Trim()), StringComparer.OrdinalIgnoreCase);

    public bool Allows(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0)
        {
            return false;
        }

        return uri.Scheme == Uri.UriSchemeHttps
            ? IsListed(uri) || (uri.IsDefaultPort && IsMicrosofts(uri.Host))
            : uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback && IsListed(uri);
    }

    private bool IsListed(Uri uri) => _added.Contains(uri.Host) || _added.Contains(uri.Authority)
        || _added.Any(host => host.StartsWith('.') && uri.Host.EndsWith(host, StringComparison.OrdinalIgnoreCase));

    private static bool IsMicrosofts(string host) =>
        Microsofts.Contains(host, StringComparer.OrdinalIgnoreCase) || host.EndsWith(".botframework.com", StringComparison.OrdinalIgnoreCase);
}
