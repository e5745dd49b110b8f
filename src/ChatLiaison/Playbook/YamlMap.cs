using YamlDotNet.RepresentationModel;

namespace ChatLiaison.Playbook;

/// <summary>A mapping in one file, or the same mapping in several files laid over each other: the last one that has a key wins.</summary>
internal sealed class YamlMap(IReadOnlyList<(YamlFile File, YamlMappingNode Node)> layers)
{
    public bool IsEmpty => layers.Count == 0;

    /// <summary>Every key of every layer, each once, in the order in which it first appears.</summary>
    public IReadOnlyList<string> Keys { get; } =
        [.. layers.SelectMany(l => l.Node.Children.Keys).OfType<YamlScalarNode>().Select(k => k.Value ?? "").Distinct(StringComparer.Ordinal)];

    public YamlValue? Find(string key)
    {
        for (var at = layers.Count - 1; at >= 0; at--)
        {
            var (file, node) = layers[at];
            if (node.Children.TryGetValue(new YamlScalarNode(key), out var value))
            {
                return new YamlValue(file, value, key);
            }
        }

        return null;
    }

    /// <summary>The value, or a problem that says what to write.</summary>
    public YamlValue? Need(string key, string example)
    {
        var found = Find(key);
        if (found is null)
        {
            Wrong($"'{key}' is missing here. Write {key}: {example} instead.");
        }

        return found;
    }

    /// <summary>The mapping under a key, layer over layer; empty when none has it.</summary>
    public YamlMap Map(string key)
    {
        var inner = new List<(YamlFile, YamlMappingNode)>();
        foreach (var (file, node) in layers)
        {
            if (node.Children.TryGetValue(new YamlScalarNode(key), out var value) && new YamlValue(file, value, key).AsMap() is { } map)
            {
                inner.Add((file, map));
            }
        }

        return new YamlMap(inner);
    }

    /// <summary>Every key that is none of these is a problem: a misspelt key must not be passed over in silence.</summary>
    public void AllowOnly(params IReadOnlyList<string> keys)
    {
        foreach (var (file, node) in layers)
        {
            foreach (var key in node.Children.Keys.Where(k => k is not YamlScalarNode { Value: { } name } || !keys.Contains(name)))
            {
                file.Wrong(key, $"There is no key '{key}' here. Write {Words.Either(keys)} instead.");
            }
        }
    }

    /// <summary>A problem of the mapping as a whole, at the topmost layer.</summary>
    public void Wrong(string sentence)
    {
        if (layers.Count > 0)
        {
            layers[^1].File.Wrong(layers[^1].Node, sentence);
        }
    }
}
