using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.Teams;

/// <summary>Who may come in: a token that is good, for this activity, from a service that we would answer.</summary>
internal sealed class TeamsGate(TeamsOptions options, TeamsSignature signature, TeamsHosts hosts, ILogger<TeamsGate> log)
{
    /// <summary>Whether the header lets anybody in at all; the caller is null when tokens are not asked for.</summary>
    public async ValueTask<(bool Admitted, TeamsCaller? Caller)> AdmitsAsync(string? header, CancellationToken cancellationToken)
    {
        if (options.DangerouslyAllowUnauthenticated)
        {
            return (true, null);
        }

        var caller = await signature.CallerAsync(header, cancellationToken);
        return (caller is not null, caller);
    }

    /// <summary>The HTTP status for this activity from that caller: 200 to take it.</summary>
    public int Judge(TeamsCaller? caller, TeamsActivity activity)
    {
        if (caller is not null && !signature.Covers(caller, activity.ServiceUrl, activity.Network))
        {
            return StatusCodes.Status401Unauthorized;
        }

        if (!hosts.Allows(activity.ServiceUrl))
        {
            log.LogWarning("An activity for Teams was refused: its service address is not an allowed one; see Teams:AllowedServiceHosts");
            return StatusCodes.Status403Forbidden;
        }

        return StatusCodes.Status200OK;
    }
}
