using ChatLiaison.Chat;
using ChatLiaison.Server.Hosting;
using ChatLiaison.Server.Settings;
using ChatLiaison.Slack;
using ChatLiaison.Teams;

namespace ChatLiaison.Server.Verbs;

/// <summary>The files of the repository that are made from the commands and the platforms' abilities; a test keeps the stored ones fresh.</summary>
internal static class GeneratedFiles
{
    /// <summary>What stands in the stored manifests where a team's own address and application id go.</summary>
    public const string PublicUrl = "https://chatliaison.example.com";
    public const string AppId = "00000000-0000-0000-0000-000000000000";

    /// <summary>Each file's path below the repository, and its text. Needs no database: nothing connects before the first query.</summary>
    public static async Task<IReadOnlyList<(string Path, string Text)>> MakeAsync()
    {
        await using var app = DeskHost.Build(Both(), "Host=unused", []);
        var commands = app.Services.GetRequiredService<DeskStart>().Commands;
        var platforms = app.Services.GetServices<IChatPlatform>().ToDictionary(p => p.Key, p => p.Abilities, StringComparer.Ordinal);
        return
        [
            ("manifests/slack/manifest.json", SlackManifest.Render(commands, PublicUrl)),
            ("manifests/slack/manifest-socket.json", SlackManifest.Render(commands, "")),
            ("manifests/teams/manifest.json", TeamsManifest.Render(commands, AppId, new Uri(PublicUrl))),
            ("docs/parity.md", ParityPage.Write(commands, platforms["slack"], platforms["teams"])),
        ];
    }

    /// <summary>Writes the files below a folder, or with <paramref name="check"/> names those that differ.</summary>
    public static async Task<int> RunAsync(string folder, bool check, CancellationToken cancellationToken)
    {
        var stale = new List<string>();
        foreach (var (path, text) in await MakeAsync())
        {
            var full = Path.Combine(folder, path);
            if (File.Exists(full) && await File.ReadAllTextAsync(full, cancellationToken) == text)
            {
                continue;
            }

            stale.Add(path);
            if (!check)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(full)!);
                await File.WriteAllTextAsync(full, text, cancellationToken);
            }
        }

        Console.WriteLine(stale.Count == 0 ? "All files are up to date." : $"{(check ? "Out of date" : "Wrote")}: {string.Join(", ", stale)}");
        return check && stale.Count > 0 ? 1 : 0;
    }

    private static ServerSettings Both() => new()
    {
        DataPath = ".",
        Slack = new SlackSettings { SigningSecret = new string('0', 32), BotToken = "xoxb-unused", ApiUrl = SlackSettings.DefaultApiUrl },
        Teams = new TeamsSettings
        {
            AppId = AppId,
            AppPassword = "unused",
            OpenIdMetadataUrl = TeamsSettings.DefaultOpenIdMetadataUrl,
            TokenUrl = TeamsSettings.DefaultTokenUrl(null),
            AllowedServiceHosts = [],
        },
    };
}
