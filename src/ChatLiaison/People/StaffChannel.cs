namespace ChatLiaison.People;

/// <summary>What one of our own rooms is for.</summary>
internal enum ChannelUse
{
    Triage,
    Management,
    Admins,

    /// <summary>Where a matter goes that would reach nobody.</summary>
    LastResort,
}

/// <summary>One of our own rooms.</summary>
internal sealed record StaffChannel(string Platform, string ChannelId);
