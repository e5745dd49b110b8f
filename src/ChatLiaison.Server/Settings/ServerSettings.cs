namespace ChatLiaison.Server.Settings;

/// <summary>Everything a server is told, read once at its start by <see cref="SettingsReader"/>. Serve only when <see cref="Problems"/> is empty.</summary>
public sealed record ServerSettings
{
    /// <summary>ConnectionStrings:ChatLiaison; null: the server starts a private PostgreSQL below <see cref="DataPath"/>.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Null: Slack is off.</summary>
    public SlackSettings? Slack { get; init; }

    /// <summary>Null: Teams is off.</summary>
    public TeamsSettings? Teams { get; init; }

    /// <summary>Playbook:Path, a folder; null: the built-in playbook.</summary>
    public string? PlaybookPath { get; init; }

    /// <summary>Server:PublicUrl, where browsers and the platforms reach this server; null: unknown.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Hooks:Secret, shared with the systems that send changes and ticket news; null: none are taken.</summary>
    public string? HooksSecret { get; init; }

    /// <summary>Data:Path as a full path; by default the folder .data below the content root.</summary>
    public required string DataPath { get; init; }

    /// <summary>Neither platform is configured, in Development: stand-ins of both are served, on loopback only.</summary>
    public bool IsPlayground { get; init; }

    /// <summary>What is missing or malformed: a line each that names the setting and says how to fix it.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
