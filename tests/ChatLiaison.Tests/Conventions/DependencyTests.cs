using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Conventions;

public sealed partial class DependencyTests
{
    private static readonly string[] GroundFloor = ["Commands", "Playbook", "Storage", "Chat", "Time"];

    [Fact]
    public void Cases_knows_no_capability_but_the_ground_floor() => UsesOf("Cases").Except(GroundFloor).ShouldBeEmpty();

    [Fact]
    public void Nobody_knows_the_reports_but_who_puts_the_desk_together() =>
        Source.Desk.Where(c => c.Key != "Reports" && UsesOf(c.Key).Contains("Reports")).Select(c => c.Key).ShouldBeEmpty();

    [Theory]
    [InlineData("ChatLiaison.Slack")]
    [InlineData("ChatLiaison.Teams")]
    public void An_adapter_knows_the_neutral_language_and_nothing_else_of_ours(string project) =>
        ProjectsOf(project).ShouldBe(["ChatLiaison.Chat"]);

    [Fact]
    public void The_desk_knows_no_platform() => ProjectsOf("ChatLiaison").ShouldBe(["ChatLiaison.Chat", "ChatLiaison.Time"], ignoreOrder: true);

    [Fact]
    public void The_database_is_spoken_to_by_the_desk_the_job_engine_and_whoever_starts_it() => Source.Files
        .Where(f => Source.WithoutComments(f.Value).Contains("Npgsql", StringComparison.Ordinal))
        .Select(f => f.Key)
        .Where(p => !p.StartsWith("ChatLiaison/", StringComparison.Ordinal) && !p.StartsWith("ChatLiaison.Jobs.Quartz/", StringComparison.Ordinal)
            && !p.StartsWith("ChatLiaison.Server/Database/", StringComparison.Ordinal))
        .ShouldBeEmpty();

    [Fact]
    public void No_two_capabilities_lean_on_each_other_whatever_lies_between()
    {
        var direct = Source.Desk.ToDictionary(c => c.Key, c => c.SelectMany(f => Uses(f.Text)).Where(u => u != c.Key).ToHashSet(StringComparer.Ordinal));

        direct.Keys.Where(c => Reached(c, direct).Contains(c)).ShouldBeEmpty();
    }

    private static HashSet<string> Reached(string from, Dictionary<string, HashSet<string>> direct)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>(direct[from]);
        while (next.TryDequeue(out var capability))
        {
            if (reached.Add(capability))
            {
                direct[capability].ToList().ForEach(next.Enqueue);
            }
        }

        return reached;
    }

    private static HashSet<string> UsesOf(string capability) =>
        [.. Source.Desk[capability].SelectMany(f => Uses(f.Text)).Where(u => u != capability)];

    /// <summary>The capabilities that a file names, by using them or by writing their name before a dot.</summary>
    private static IEnumerable<string> Uses(string text)
    {
        var code = Source.WithoutComments(text);
        var capabilities = Source.Desk.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        return Using().Matches(code).Select(m => m.Groups["name"].Value)
            .Concat(capabilities.Where(c => Regex.IsMatch(code, $@"(?<![\w.]){c}\.[A-Z]\w+", RegexOptions.None, TimeSpan.FromSeconds(5)) && NamesNamespace(code, c)))
            .Where(capabilities.Contains);
    }

    /// <summary>A capability's name before a dot may also be a property of that name: only those that name a type of it count.</summary>
    private static bool NamesNamespace(string code, string capability) => Source.Desk[capability]
        .Select(f => Path.GetFileNameWithoutExtension(f.Path).Split('.')[0])
        .Any(type => code.Contains($"{capability}.{type}", StringComparison.Ordinal));

    private static string[] ProjectsOf(string project) =>
    [
        .. Reference().Matches(File.ReadAllText(Path.Combine(Source.Root, "src", project, project + ".csproj"))).Select(m => m.Groups["name"].Value),
    ];

    [GeneratedRegex(@"^using (\w+ = )?ChatLiaison\.(?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Using();

    [GeneratedRegex(@"<ProjectReference Include=""[^""]*/(?<name>ChatLiaison[\w.]*)\.csproj""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Reference();
}
