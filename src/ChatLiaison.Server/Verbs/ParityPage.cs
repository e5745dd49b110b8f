using System.Globalization;
using System.Text;
using ChatLiaison.Chat;

namespace ChatLiaison.Server.Verbs;

/// <summary>The page that tells, for each thing people do, how it is done on both platforms: <c>docs/parity.md</c>.</summary>
internal static class ParityPage
{
    private static readonly (string What, Func<PlatformAbilities, bool> Can)[] Abilities =
    [
        ("Open a form straight from typed words", a => a.OpensFormFromText),
        ("Mark the field that is wrong after a form was sent", a => a.MarksFields),
        ("Show an answer in a channel to one person only", a => a.PrivateInChannel),
        ("Call a command inside a thread", a => a.CommandsInThreads),
        ("Unfold further fields without drawing the form anew", a => a.UnfoldsFields),
        ("Attach files in a form", a => a.FilesInForms),
        ("A home page for each person", a => a.HasHomePage),
        ("Find a sent message again by our own id", a => a.FindsSentMessages),
    ];

    public static string Write(IReadOnlyList<CommandSpec> commands, PlatformAbilities slack, PlatformAbilities teams)
    {
        var page = new StringBuilder();
        page.Append("# The two platforms side by side\n\n")
            .Append("Made from the commands and from what each adapter says of its platform. Do not edit it; after a change run\n")
            .Append("`dotnet run --project src/ChatLiaison.Server -- manifests` in the root of the repository.\n");
        WaysIn(page, commands, slack, teams);
        Table(page, "What each can do", ["", slack.DisplayName, teams.DisplayName], [
            .. Abilities.Select(a => (string[])[a.What, a.Can(slack) ? "yes" : "no, see below", a.Can(teams) ? "yes" : "no, see below"]),
            ["Read a channel's messages", Sentence(slack.ReadsChannels), Sentence(teams.ReadsChannels)],
            ["Sends to one conversation, at most", Limits(slack.PerConversation), Limits(teams.PerConversation)],
            ["Sends in all, at most", Limits(slack.PerWorkspace), Limits(teams.PerWorkspace)],
        ]);
        Gaps(page, slack);
        Gaps(page, teams);
        Table(page, "Commands", ["Command", "What it does"], commands.Select(c => (string[])[$"`/{c.Name}{(c.Usage.Length > 0 ? " " + c.Usage : "")}`", c.Summary]));
        return page.ToString();
    }

    private static void WaysIn(StringBuilder page, IReadOnlyList<CommandSpec> commands, PlatformAbilities slack, PlatformAbilities teams)
    {
        var anywhere = string.Join(", ", commands.Select(c => c.Shortcut).OfType<string>());
        var onMessage = string.Join(", ", commands.Select(c => c.MessageShortcut).OfType<string>());
        Table(page, "Ways in", ["", slack.DisplayName, teams.DisplayName],
        [
            ["Type a command", "`/case ACME-12` in a channel or direct message", "`@ChatLiaison case ACME-12` in a channel or group chat"],
            ["Write to the bot alone", "the same words in its direct messages, without the slash", "the same words in its chat, without naming it"],
            ["In a thread", "`@ChatLiaison case ACME-12`", "`@ChatLiaison case ACME-12`"],
            ["From anywhere", $"the shortcuts menu: {anywhere}", $"the message extension under the message box and in the search bar: {anywhere}"],
            ["From a message", $"the message's ⋯ menu: {onMessage}", $"the message's ⋯ menu: {onMessage}"],
            ["From a card", "its buttons", "its buttons"],
            ["Overview", "the app's Home tab", "the first card in the chat with the bot"],
            ["Answer a case", "write in its thread", "write in its thread"],
        ]);
    }

    private static void Gaps(StringBuilder page, PlatformAbilities platform) => Table(
        page, $"What {platform.DisplayName} does not offer", ["What one wants", "What happens instead"], platform.Gaps.Select(g => (string[])[g.Need, Sentence(g.Instead)]));

    private static void Table(StringBuilder page, string title, string[] heads, IEnumerable<string[]> rows)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n| {string.Join(" | ", heads)} |\n|{string.Concat(heads.Select(_ => "---|"))}\n");
        foreach (var row in rows)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", row.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |\n");
        }
    }

    private static string Limits(IEnumerable<SendLimit> limits) => string.Join("; ", limits.Select(l => $"{l.Count} in {Span(l.Window)}"));

    private static string Span(NodaTime.Duration window) => window.TotalSeconds switch
    {
        1 => "a second",
        60 => "a minute",
        3600 => "an hour",
        var seconds => $"{seconds.ToString("0", CultureInfo.InvariantCulture)} seconds",
    };

    private static string Sentence(string text) => text.EndsWith('.') ? text : text + ".";
}
