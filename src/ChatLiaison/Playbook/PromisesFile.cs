using NodaTime;

namespace ChatLiaison.Playbook;

/// <summary>Reads <c>promises.yaml</c>; a team's priority says only what differs from the built-in one.</summary>
internal sealed class PromisesFile(YamlMap file, IEnumerable<string> calendars)
{
    private static readonly Dictionary<string, Priority> PriorityNames = Enum.GetValues<Priority>().ToDictionary(p => p.ToString(), StringComparer.Ordinal);

    public void CheckKeys() => file.AllowOnly("priorities", "warn_at", "follow_up", "proposals");

    public IReadOnlyDictionary<Priority, PriorityPolicy> Priorities()
    {
        var all = file.Map("priorities");
        all.AllowOnly([.. PriorityNames.Keys]);
        return PriorityNames
            .Select(p => (p.Value, Policy: Policy(all.Map(p.Key))))
            .Where(p => p.Policy is not null)
            .ToDictionary(p => p.Value, p => p.Policy!);
    }

    public IReadOnlyList<double> WarnAt()
    {
        var value = file.Need("warn_at", "[0.5, 0.8]");
        var shares = (value?.List() ?? []).Select(item => item.Number()).OfType<double>().ToList();
        if (shares.Exists(share => share is <= 0 or >= 1) || !shares.SequenceEqual(shares.Distinct().Order()))
        {
            value!.Wrong("warn_at must hold ascending shares between 0 and 1. Write [0.5, 0.8] instead.");
        }

        return shares;
    }

    public FollowUpPolicy? FollowUp()
    {
        var map = file.Map("follow_up");
        map.AllowOnly("due", "broken");
        var due = map.Need("due", "24h")?.Duration();
        var value = map.Need("broken", "48h");
        var broken = value?.Duration();
        if (broken < due)
        {
            value!.Wrong("The follow-up would be broken before it is due. Write a longer span, such as broken: 48h, instead.");
        }

        return due is null || broken is null ? null : new FollowUpPolicy(due.Value, broken.Value);
    }

    public ProposalMatrix? Proposals()
    {
        var map = file.Map("proposals");
        map.AllowOnly("high", "medium", "low", "critical");
        var rows = new[] { Impact.High, Impact.Medium, Impact.Low }.ToDictionary(i => i, i => Row(map.Map(Lower(i))));
        var critical = Row(map.Map("critical"));
        return critical is null || rows.Values.Any(row => row is null)
            ? null
            : new ProposalMatrix(rows.ToDictionary(r => r.Key, IReadOnlyDictionary<Urgency, Priority> (r) => r.Value!), critical);
    }

    private static string Lower<T>(T word)
        where T : struct, Enum => word.ToString().ToLowerInvariant();

    private static Dictionary<Urgency, Priority>? Row(YamlMap map)
    {
        map.AllowOnly("high", "medium", "low");
        var row = new Dictionary<Urgency, Priority>();
        foreach (var urgency in Enum.GetValues<Urgency>())
        {
            if (map.Need(Lower(urgency), "P3")?.OneOf("a priority", PriorityNames) is { } priority)
            {
                row[urgency] = priority;
            }
        }

        return row.Count == 3 ? row : null;
    }

    private PriorityPolicy? Policy(YamlMap map)
    {
        map.AllowOnly("acknowledge", "first_response", "update_every", "inform", "resolve", "calendar");
        var acknowledge = map.Need("acknowledge", "15m")?.Duration();
        var response = map.Need("first_response", "4h")?.Duration();
        var update = Update(map.Need("update_every", "2h, or on-change,"));
        var inform = map.Need("inform", "2h")?.Duration();
        var resolve = map.Need("resolve", "24h")?.Duration();
        var value = map.Need("calendar", "business");
        var calendar = value?.Text();
        if (calendar is not null && !calendars.Contains(calendar))
        {
            value!.Wrong($"There is no calendar '{calendar}'. Write {Words.Either(calendars)}, or add it to calendars.yaml, instead.");
        }

        return acknowledge is null || response is null || inform is null || resolve is null || calendar is null
            ? null
            : new PriorityPolicy(acknowledge.Value, response.Value, update, resolve.Value, calendar) { Inform = inform.Value };
    }

    private static Duration? Update(YamlValue? value) => value?.Text() is "on-change" ? null : value?.Duration();
}
