using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Conventions;

public sealed partial class SqlTests
{
    /// <summary>A table has one capability that writes it. Where it has more, each of the others does one thing in bulk and says so.</summary>
    private static readonly Dictionary<string, string[]> AlsoWritten = new()
    {
        ["outbox"] = ["Promises"],
        ["timeline"] = ["Promises", "Intake"],
        ["due_acts"] = ["Escalation"],
    };

    [Fact]
    public void The_database_never_says_what_time_it_is()
    {
        var scripts = System.IO.Directory.EnumerateFiles(Path.Combine(Source.Root, "src", "ChatLiaison"), "*.sql", SearchOption.AllDirectories).Select(File.ReadAllText);
        var code = Source.Files.Where(f => f.Key.StartsWith("ChatLiaison/", StringComparison.Ordinal)).Select(f => Source.WithoutComments(f.Value));

        scripts.Concat(code).Where(text => Clock().IsMatch(text)).ShouldBeEmpty();
    }

    [Fact]
    public void A_table_is_written_by_one_capability()
    {
        var writers = from f in Source.Desk.SelectMany(c => c.Select(file => (Capability: c.Key, file.Text)))
                      from Match write in Write().Matches(f.Text)
                      group f.Capability by write.Groups["table"].Value into table
                      select (Table: table.Key, By: table.Distinct().ToArray());

        foreach (var (table, by) in writers)
        {
            by.Except(AlsoWritten.GetValueOrDefault(table, [])).Count().ShouldBeLessThanOrEqualTo(1, $"{table} is written by {string.Join(", ", by)}");
        }
    }

    [GeneratedRegex(@"\bnow\(\)|current_timestamp|clock_timestamp|current_date|localtimestamp", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\b(insert into|delete from|(?<!do )update) (?<table>[a-z_]+)\b(?= (set|where|using|\(|[a-z] set|values)|$|"")", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Write();
}
