namespace ChatLiaison.People;

/// <summary>What one of our own rooms is for.</summary>
internal enum ChannelUse
{
    Triage,
    Management,
    Admins,

    /// <summary>Where engineering gets technical briefs; without it they go to the engineer who is named.</summary>
    Engineering,

    /// <summary>Where a matter goes that would reach nobody.</summary>
    LastResort,
}

/// <summary>One of our own rooms.</summary>
internal sealed record StaffChannel(string Platform, string ChannelId);

/// <summary>The uses as files write them.</summary>
internal static class ChannelUses
{
    public static IReadOnlyDictionary<string, ChannelUse> ByName { get; } = new Dictionary<string, ChannelUse>(StringComparer.Ordinal)
    {
        ["triage"] = ChannelUse.Triage,
        ["management"] = ChannelUse.Management,
        ["admins"] = ChannelUse.Admins,
        ["engineering"] = ChannelUse.Engineering,
        ["last-resort"] = ChannelUse.LastResort,
    };

    public static string Name(ChannelUse use) => ByName.First(u => u.Value == use).Key;
}
