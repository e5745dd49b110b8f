using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ChatLiaison.Playground;
using ChatLiaison.TestKit;
using Shouldly;

namespace ChatLiaison.Acceptance.Tests;

/// <summary>
/// Writes down, step by step, what each side sees of a story: what is new and what changed. The told story is compared with the stored one;
/// only the times of day may differ. Set UPDATE_EXPECTED=1 to store it anew after reading it.
/// </summary>
internal sealed partial class StoryBook(TestLiaison desk, string title)
{
    private static readonly SamplePerson[] Ours =
        [SamplePeople.Dana, SamplePeople.Lee, SamplePeople.Priya, SamplePeople.Mateo, SamplePeople.Jun, SamplePeople.Grace];

    private readonly Dictionary<(string Place, string Id), string> seen = [];
    private readonly StringBuilder told = new($"# {title}\n");
    private int steps;

    public async Task StepAsync(string what, Func<Task> act)
    {
        await act();
        await desk.RunJobsAsync();
        steps++;
        told.Append(CultureInfo.InvariantCulture, $"\n## {steps}. {what}\n\n{desk.Clock.GetUtcNow():ddd HH:mm} UTC\n");
        var customer = In(Room.Acme).Concat(Alone(SamplePeople.Ada)).ToList();
        var ours = In(Room.Triage).Concat(In(Room.Management)).Concat(Ours.SelectMany(Alone)).ToList();
        Side("The customer sees", customer);
        Side("We see", ours);
    }

    public void ShouldBeStoredAs(string name)
    {
        var path = Path.Combine(Folder(), name);
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECTED") == "1")
        {
            Directory.CreateDirectory(Folder());
            File.WriteAllText(path, told.ToString());
            return;
        }

        File.Exists(path).ShouldBeTrue($"{name} is not stored; run once with UPDATE_EXPECTED=1 and read it");
        Timeless(told.ToString()).ShouldBe(Timeless(File.ReadAllText(path)));
    }

    private void Side(string whose, List<string> lines)
    {
        told.Append(CultureInfo.InvariantCulture, $"\n**{whose}**\n\n");
        told.AppendJoin("\n", lines.Count == 0 ? ["Nothing new.\n"] : lines);
    }

    private IEnumerable<string> In(Room room) => desk.App.In(room).Select(n => New($"in {room.Name}{(n.Root is null ? "" : ", in the thread")}", n)).OfType<string>();

    /// <summary>What only this person sees.</summary>
    private IEnumerable<string> Alone(SamplePerson who)
    {
        var rooms = Room.All.SelectMany(desk.App.In).Select(n => (n.Place, n.Id)).ToHashSet();
        return desk.App.SeenBy(who).Where(n => n.Place != "dialog" && !rooms.Contains((n.Place, n.Id))).Select(n => New($"to {who.Name} alone", n)).OfType<string>();
    }

    private string? New(string where, Note note)
    {
        var key = (note.Place + where, note.Id.Length > 0 ? note.Id : note.Words);
        var known = seen.GetValueOrDefault(key);
        var words = string.Join('\n', Lines(note));
        if (known == words)
        {
            return null;
        }

        seen[key] = words;
        var lines = Lines(note);
        var before = known?.Split('\n').ToHashSet(StringComparer.Ordinal);
        var shown = lines.Where(l => before?.Contains(l) != true).ToList();
        var who = note.ByBot ? "ChatLiaison" : "A person";
        return shown.Count == 0
            ? $"{who} {where}, with less on it than before.\n"
            : $"{who} {where}{(known is null ? "" : ", where this is new")}:\n\n{string.Join('\n', shown.Select(l => $"> {l}  "))}\n";
    }

    /// <summary>What a reader sees, line by line, and the buttons in one line at the end.</summary>
    private static List<string> Lines(Note note)
    {
        var lines = note.Words.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Plain).ToList();
        foreach (var at in note.Buttons.Select(button => lines.LastIndexOf(button)).Where(at => at >= 0))
        {
            lines.RemoveAt(at);
        }

        return note.Buttons.Count == 0 ? lines : [.. lines, string.Join(' ', note.Buttons.Select(b => $"[{b}]"))];
    }

    /// <summary>Both platforms' notations for a moment, a link and a person, as their clients show them.</summary>
    private static string Plain(string line)
    {
        var plain = Notation().Replace(line, m => m.Groups["words"].Value);
        plain = TeamsDate().Replace(plain, m => DateTimeOffset.Parse(m.Groups["at"].Value, CultureInfo.InvariantCulture).ToString("ddd d MMM, HH:mm 'UTC'", CultureInfo.InvariantCulture));
        plain = TeamsDay().Replace(plain, m => DateTimeOffset.Parse(m.Groups["at"].Value, CultureInfo.InvariantCulture).ToString("ddd d MMM", CultureInfo.InvariantCulture));
        plain = TeamsTime().Replace(plain, m => DateTimeOffset.Parse(m.Groups["at"].Value, CultureInfo.InvariantCulture).ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture));
        return SamplePeople.All.Aggregate(plain, (text, p) => text.Replace($"@{p.SlackId}", $"@{p.Name}", StringComparison.Ordinal));
    }

    private static string Timeless(string text) => Time().Replace(text, "··:··");

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ChatLiaison.sln")))
            {
                return Path.Combine(folder.FullName, "docs", "stories");
            }
        }

        throw new DirectoryNotFoundException("The stories are kept in the source tree, which was not found above " + AppContext.BaseDirectory);
    }

    [GeneratedRegex(@"<(!date[^|>]*|https?://[^|>]*)\|(?<words>[^>]*)>|</?(?<words>)at>|\[(?<words>[^\]]*)\]\(https?://[^)]*\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Notation();

    [GeneratedRegex(@"\{\{DATE\((?<at>[^,)]*)[^)]*\)\}\} \{\{TIME\([^)]*\)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TeamsDate();

    [GeneratedRegex(@"\{\{DATE\((?<at>[^,)]*)[^)]*\)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TeamsDay();

    [GeneratedRegex(@"\{\{TIME\((?<at>[^)]*)\)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TeamsTime();

    [GeneratedRegex(@"\d{1,2}:\d\d", RegexOptions.None, 1000)]
    private static partial Regex Time();
}
