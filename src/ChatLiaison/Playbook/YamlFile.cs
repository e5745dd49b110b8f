using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ChatLiaison.Playbook;

/// <summary>A file that a team wrote, and where its problems are collected: each as <c>promises.yaml:3: What is wrong. What to write instead.</c></summary>
internal sealed class YamlFile(string name, List<string> problems)
{
    public void Wrong(YamlNode node, string sentence) => Wrong(node.Start.Line, sentence);

    /// <summary>Reads the text's outermost mapping; null when it has none, which is a problem unless the file is empty.</summary>
    public YamlMappingNode? Parse(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count > 1)
            {
                Wrong(stream.Documents[1].RootNode, "A second document starts here. Write everything in one, without the line of dashes, instead.");
            }

            switch (stream.Documents.FirstOrDefault()?.RootNode)
            {
                case null or YamlScalarNode { Value: "" or null }:
                    return null;
                case YamlMappingNode map:
                    return map;
                case { } other:
                    Wrong(other, "The file must begin with a key. Write lines such as 'name: value' instead.");
                    return null;
            }
        }
        catch (YamlException broken)
        {
            var reason = (broken.InnerException ?? broken).Message.Trim().TrimEnd('.');
            Wrong(broken.Start.Line, $"This is not valid YAML: {reason}. Write 'key: value' lines with even indentation, and quote text that holds ': ' or '#', instead.");
            return null;
        }
    }

    private void Wrong(long line, string sentence) => problems.Add($"{name}:{line}: {sentence}");
}
