using ChatLiaison.Server.Settings;

namespace ChatLiaison.Server.Hosting;

/// <summary>What is running and what to try next, in a few lines.</summary>
internal static class Banner
{
    public static void Write(TextWriter output, ServerSettings settings, ICollection<string> urls, DeskStart start)
    {
        var address = urls.FirstOrDefault() ?? "";
        var platforms = string.Join(" and ", new[] { settings.Slack is null ? null : "Slack", settings.Teams is null ? null : "Teams" }.OfType<string>());
        output.WriteLine();
        output.WriteLine($"ChatLiaison is running at {address} for {platforms}.");
        output.WriteLine($"  Database: {(settings.ConnectionString is null ? $"its own PostgreSQL below {settings.DataPath}" : "as configured")}");
        output.WriteLine($"  Commands: {string.Join("  ", start.Commands.Where(c => !c.IsVerb).Select(c => $"/{c.Name}"))}");
        output.WriteLine("  Next: name the bot in a channel, or type /escalate in a customer's channel.");
        output.WriteLine($"  Health: {address}/health/ready. Ctrl-C stops everything.");
    }

    /// <param name="dataPath">Where the playground's own database is; null: it uses one that was configured.</param>
    public static void WritePlayground(TextWriter output, string address, string? dataPath, Playground.PlayedOffer offer)
    {
        output.WriteLine();
        output.WriteLine($"The playground is open at {address}/playground/");
        output.WriteLine("  A Slack workspace and a Teams tenant in one page, with sample people and two customers; no account, nothing leaves this machine.");
        output.WriteLine($"  Database: {(dataPath is null ? "as configured" : $"its own PostgreSQL below {dataPath}")}");
        output.WriteLine($"  Commands: {string.Join("  ", offer.Verbs.Where(c => !c.Name.Contains(' ', StringComparison.Ordinal)).Select(c => $"/{c.Name}"))}");
        output.WriteLine("  Next: open that address and take the tour, or connect a real workspace or tenant as the README says.");
        output.WriteLine($"  Health: {address}/health/ready. Ctrl-C stops everything.");
    }
}
