using NodaTime;

namespace ChatLiaison.Playbook;

/// <summary>What a technical brief brings along.</summary>
/// <param name="ChangesWindow">It lists what changed for so long before the problem began.</param>
/// <param name="MinutesWithin">How long after a meeting began its minutes are due.</param>
/// <param name="SoonBefore">How long before a meeting those who hold the case are handed its pack.</param>
/// <param name="Links">Where an engineer looks first.</param>
internal sealed record HandoverPolicy(Duration ChangesWindow, Duration MinutesWithin, Duration SoonBefore, IReadOnlyList<LookLink> Links);

/// <summary>An address with slots: <c>{customer}</c>, <c>{case}</c>, <c>{from}</c> and <c>{to}</c>.</summary>
internal sealed record LookLink(string Name, string Url);

/// <summary>Reads <c>handover.yaml</c>.</summary>
internal static class HandoverFile
{
    public static IReadOnlyList<string> Slots { get; } = ["customer", "case", "from", "to"];

    public static HandoverPolicy? Read(YamlMap file)
    {
        file.AllowOnly("changes_window", "minutes_within", "meeting_soon", "links");
        var window = file.Need("changes_window", "24h")?.Duration();
        var minutes = file.Need("minutes_within", "3h")?.Duration();
        var soon = file.Need("meeting_soon", "15m")?.Duration();
        var links = new List<LookLink>();
        foreach (var item in file.Need("links", "[]")?.List() ?? [])
        {
            if (item.Map() is { } map && Link(map, item) is { } link)
            {
                links.Add(link);
            }
        }

        return (window, minutes, soon) is ({ } span, { } within, { } before) ? new HandoverPolicy(span, within, before, links) : null;
    }

    private static LookLink? Link(YamlMap map, YamlValue item)
    {
        map.AllowOnly("name", "url");
        var name = map.Need("name", "Logs")?.Text();
        var url = map.Need("url", "https://logs.example.com/?q={customer}")?.Text();
        if (name is null || url is null)
        {
            return null;
        }

        var bare = Slots.Aggregate(url, (text, slot) => text.Replace($"{{{slot}}}", "x", StringComparison.Ordinal));
        if (bare.Contains('{', StringComparison.Ordinal) || !Uri.TryCreate(bare, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("https" or "http"))
        {
            item.Wrong($"'{url}' is not a web address with known slots. Write one like https://logs.example.com/?q={{customer}}, with {Words.Either([.. Slots.Select(s => $"{{{s}}}")])} where they help, instead.");
            return null;
        }

        return new LookLink(name, url);
    }
}
