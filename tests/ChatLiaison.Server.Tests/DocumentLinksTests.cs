using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace ChatLiaison.Server.Tests;

public sealed partial class DocumentLinksTests
{
    private static readonly string[] Pages =
    [
        .. Directory.EnumerateFiles(RepositoryFolder.Path, "*.md"),
        .. Directory.EnumerateFiles(RepositoryFolder.Of("docs"), "*.md", SearchOption.AllDirectories).Where(p => !p.Contains("node_modules", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Every_relative_link_leads_somewhere()
    {
        Pages.Length.ShouldBeGreaterThan(5);
        Pages.SelectMany(page => Link().Matches(File.ReadAllText(page)).Select(m => (page, To: m.Groups["to"].Value)))
            .Where(link => !link.To.Contains("://", StringComparison.Ordinal) && !link.To.StartsWith('#'))
            .Select(link => (link.page, link.To, Full: Path.Combine(Path.GetDirectoryName(link.page)!, link.To.Split('#')[0])))
            .Where(link => !File.Exists(link.Full) && !Directory.Exists(link.Full))
            .Select(link => $"{Path.GetRelativePath(RepositoryFolder.Path, link.page)} → {link.To}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_source_file_that_a_page_names_exists()
    {
        Pages.SelectMany(page => SourceFile().Matches(File.ReadAllText(page)).Select(m => (page, To: m.Groups["to"].Value)))
            .Where(name => !File.Exists(RepositoryFolder.Of(name.To)) && !Directory.Exists(RepositoryFolder.Of(name.To)))
            .Select(name => $"{Path.GetRelativePath(RepositoryFolder.Path, name.page)} names {name.To}")
            .ShouldBeEmpty();
    }

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    /// <summary>In backticks, from the root: <c>src/…</c>, <c>tests/…</c>, <c>infra/…</c>, <c>manifests/…</c>.</summary>
    [GeneratedRegex(@"`(?<to>(src|tests|infra|manifests)/[\w./-]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SourceFile();
}
