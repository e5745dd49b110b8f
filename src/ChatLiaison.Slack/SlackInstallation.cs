using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>Who we are in the workspace, as <c>auth.test</c> says.</summary>
internal sealed record SlackTeam(string TeamId, string? EnterpriseId, string BotUserId, string BotId, string Url);

/// <summary>
/// The one workspace (or organisation) that this server is installed in: its token and, once asked, who we are there. Known from the last
/// run until Slack has answered anew; unknown only in the first moments of the very first run.
/// </summary>
internal sealed class SlackInstallation(SlackOptions options, IPlatformMemory memory)
{
    private const string TeamEntry = "team";
    private const string TokenEntry = "token";

    private volatile SlackTeam? team;
    private volatile string? bearer = options.BotToken.Length > 0 ? $"Bearer {options.BotToken}" : null;

    public SlackTeam? Team => team;

    public string? Bearer => bearer;

    /// <summary>
    /// Whether a person is of another organisation than ours. Before we know who we are, the team that the payload names as the
    /// installed one stands in.
    /// </summary>
    public bool IsExternal(string? userTeam, string? userEnterprise, string? installedTeam)
    {
        var known = team;
        var ours = known?.TeamId ?? installedTeam;
        if (string.IsNullOrEmpty(userTeam) || string.IsNullOrEmpty(ours) || userTeam == ours)
        {
            return false;
        }

        return known?.EnterpriseId is not { Length: > 0 } enterprise || (enterprise != userEnterprise && enterprise != userTeam);
    }

    public async Task RecallAsync(CancellationToken cancellationToken)
    {
        if (bearer is null && await memory.ReadAsync(SlackPlatform.PlatformKey, TokenEntry, cancellationToken) is { Length: > 0 } token)
        {
            bearer = $"Bearer {token}";
        }

        if (bearer is not null && await memory.ReadAsync(SlackPlatform.PlatformKey, TeamEntry, cancellationToken) is { Length: > 0 } json)
        {
            using var document = JsonDocument.Parse(json);
            var entry = document.RootElement;
            if (entry.Text("for") == Fingerprint(bearer))
            {
                team = new(entry.Text("team") ?? "", entry.Text("enterprise"), entry.Text("user") ?? "", entry.Text("bot") ?? "", entry.Text("url") ?? "");
            }
        }
    }

    /// <summary>Takes a token that Slack has just given us through the consent page.</summary>
    public async Task AcceptAsync(string token, CancellationToken cancellationToken)
    {
        await memory.WriteAsync(SlackPlatform.PlatformKey, TokenEntry, token, cancellationToken);
        bearer = $"Bearer {token}";
        team = null;
    }

    public async Task LearnAsync(SlackTeam now, CancellationToken cancellationToken)
    {
        team = now;
        var json = Encoding.UTF8.GetString(JsonBuffer.Of((now, mark: Fingerprint(bearer ?? "")), static (writer, entry) =>
        {
            writer.WriteStartObject();
            writer.WriteString("for", entry.mark);
            writer.WriteString("team", entry.now.TeamId);
            writer.WriteString("enterprise", entry.now.EnterpriseId);
            writer.WriteString("user", entry.now.BotUserId);
            writer.WriteString("bot", entry.now.BotId);
            writer.WriteString("url", entry.now.Url);
            writer.WriteEndObject();
        }));
        await memory.WriteAsync(SlackPlatform.PlatformKey, TeamEntry, json, cancellationToken);
    }

    /// <summary>Tells whether what is remembered belongs to the token in use, without keeping the token.</summary>
    private static string Fingerprint(string bearer) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(bearer)).AsSpan(0, 8));
}
