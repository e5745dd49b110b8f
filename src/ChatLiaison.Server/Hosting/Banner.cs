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
        output.WriteLine($"ChatLiaison is running at {address} for {platforms}{(settings.IsPlayground ? " (stand-ins of both: nothing is configured)" : "")}.");
        output.WriteLine($"  Database: {(settings.ConnectionString is null ? $"its own PostgreSQL below {settings.DataPath}" : "as configured")}");
        output.WriteLine($"  Commands: {string.Join("  ", start.Commands.Where(c => !c.IsVerb).Select(c => $"/{c.Name}"))}");
        output.WriteLine(settings.IsPlayground
            ? "  Next: connect a real workspace or tenant as the README says, or try the built-in sample (customers ACME and GLOBEX)."
            : "  Next: name the bot in a channel, or type /escalate in a customer's channel.");
        output.WriteLine($"  Health: {address}/health/ready. Ctrl-C stops everything.");
    }
}
