namespace ChatLiaison.Playground.Slack;

/// <summary>What is wrong with some Block Kit, each finding with a pointer to its place, worded like Slack's.</summary>
internal sealed class BlockFindings
{
    private readonly List<string> _messages = [];

    public IReadOnlyList<string> Messages => _messages;

    public bool Any => _messages.Count > 0;

    public void Add(string pointer, string what) => _messages.Add($"[ERROR] {what} [json-pointer:{pointer}]");
}
