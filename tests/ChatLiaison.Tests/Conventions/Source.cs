using System.Text.RegularExpressions;

namespace ChatLiaison.Tests.Conventions;

/// <summary>The source as it stands, found from where the tests were built.</summary>
internal static partial class Source
{
    public static string Root { get; } = FindRoot();

    /// <summary>Every C# file under <c>src</c>, by its path from there, with forward slashes.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = System.IO.Directory
        .EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
        .Select(path => (Path: Path.GetRelativePath(Path.Combine(Root, "src"), path).Replace('\\', '/'), Text: File.ReadAllText(path)))
        .Where(f => !f.Path.Contains("/obj/", StringComparison.Ordinal) && !f.Path.Contains("/bin/", StringComparison.Ordinal))
        .ToDictionary(f => f.Path, f => f.Text, StringComparer.Ordinal);

    /// <summary>The desk's files by capability; those at its root belong to none.</summary>
    public static ILookup<string, (string Path, string Text)> Desk { get; } = Files
        .Where(f => f.Key.StartsWith("ChatLiaison/", StringComparison.Ordinal) && f.Key.Count(c => c == '/') > 1)
        .ToLookup(f => f.Key.Split('/')[1], f => (f.Key, f.Value));

    /// <summary>The code alone: comments gone, so that words in them count for nothing.</summary>
    public static string WithoutComments(string text) => Comment().Replace(text, "");

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ChatLiaison.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder;
    }

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Comment();
}
