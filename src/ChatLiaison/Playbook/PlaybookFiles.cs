using System.Reflection;

namespace ChatLiaison.Playbook;

/// <summary>The files of a playbook: the built-in ones, and those of the team's that lie over them.</summary>
internal sealed class PlaybookFiles
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "promises.yaml", "escalation.yaml", "calendars.yaml", "organisation.yaml", "scripts.yaml", "case-types.yaml", "resolution.yaml", "handover.yaml",
        "scenarios.yaml", "words.yaml", "knowledge.yaml",
    ];

    private readonly Dictionary<string, YamlMap> builtIn = new(StringComparer.Ordinal);
    private readonly Dictionary<string, YamlMap> merged = new(StringComparer.Ordinal);

    /// <param name="team">The text of each file that the team wrote.</param>
    /// <param name="problems">Where what is wrong with the files is noted.</param>
    public PlaybookFiles(IReadOnlyDictionary<string, string> team, List<string> problems)
    {
        foreach (var name in Names)
        {
            var layers = new List<(YamlFile, YamlDotNet.RepresentationModel.YamlMappingNode)>();
            Add(layers, name, BuiltInText(name), problems);
            builtIn[name] = new YamlMap([.. layers]);
            if (team.TryGetValue(name, out var text))
            {
                Add(layers, name, text, problems);
            }

            merged[name] = new YamlMap(layers);
        }
    }

    /// <summary>A file of this name with the team's over the built-in one.</summary>
    public YamlMap this[string name] => merged[name];

    public YamlMap BuiltIn(string name) => builtIn[name];

    /// <summary>The text of a file that travels with this build.</summary>
    public static string BuiltInText(string name)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var stream = assembly.GetManifestResourceStream($"ChatLiaison.Playbook.Defaults.{name}")
            ?? throw new ArgumentException($"This build has no file '{name}'.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Reads the team's files from a folder. Other YAML files there are a problem: most are one of these, misspelt.</summary>
    public static IReadOnlyDictionary<string, string> FromFolder(string path, List<string> problems)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!System.IO.Directory.Exists(path))
        {
            problems.Add($"{path}:1: There is no such folder. Write the folder that holds your playbook in Playbook:Path, or leave it out, instead.");
            return texts;
        }

        var yaml = System.IO.Directory.EnumerateFiles(path).Where(f => Path.GetExtension(f) is ".yaml" or ".yml").Order(StringComparer.Ordinal);
        foreach (var file in yaml)
        {
            var name = Path.GetFileName(file);
            if (Names.Contains(name))
            {
                texts[name] = File.ReadAllText(file);
            }
            else if (name is not "directory.yaml")
            {
                problems.Add($"{name}:1: A playbook has no file of this name. Write {Words.Either(Names)} instead.");
            }
        }

        return texts;
    }

    private static void Add(
        List<(YamlFile File, YamlDotNet.RepresentationModel.YamlMappingNode Node)> layers, string name, string text, List<string> problems)
    {
        var file = new YamlFile(name, problems);
        if (file.Parse(text) is { } node)
        {
            layers.Add((file, node));
        }
    }
}
