using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Conventions;

public sealed partial class SizeTests
{
    [Fact]
    public void No_file_is_over_three_hundred_lines() =>
        Source.Files.Where(f => f.Value.Count(c => c == '\n') > 300).Select(f => f.Key).ShouldBeEmpty();

    [Fact]
    public void No_method_is_over_seventy_lines() => Source.Files.SelectMany(f => LongMethods(f.Key, f.Value)).ShouldBeEmpty();

    [Fact]
    public void Nothing_is_left_to_be_done() =>
        Source.Files.Where(f => Unfinished().IsMatch(f.Value)).Select(f => f.Key).ShouldBeEmpty();

    /// <summary>A body opens and closes with a brace alone on its line, four spaces in: the members of a file's outer types.</summary>
    private static IEnumerable<string> LongMethods(string path, string text)
    {
        var lines = text.Split('\n');
        var opened = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].TrimEnd() == "    {")
            {
                opened = i;
            }
            else if (lines[i].TrimEnd() == "    }" && opened >= 0)
            {
                if (i - opened - 1 > 70 && !Type().IsMatch(lines[opened - 1]))
                {
                    yield return $"{path}:{opened}";
                }

                opened = -1;
            }
        }
    }

    [GeneratedRegex(@"\b(class|record|struct|interface|enum)\b", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Type();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|NotImplementedException)\b", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Unfinished();
}
