namespace ChatLiaison.Cases;

/// <summary>Where a case stands, for us. Customers see only <see cref="PublicStatus"/>.</summary>
internal enum CaseStatus
{
    New,
    Acknowledged,
    Investigating,
    WithEngineering,
    WaitingOnCustomer,
    WaitingOnThirdParty,

    /// <summary>A fix is in; it is being checked for this customer, who has not been told yet.</summary>
    Verifying,
    Resolved,
    Closed,
    Cancelled,
}

/// <summary>The three states that a customer is told (K11).</summary>
internal enum PublicStatus
{
    InProgress,
    Blocked,
    Resolved,
}

internal static class CaseStatuses
{
    public static PublicStatus ForCustomer(this CaseStatus status) => status switch
    {
        CaseStatus.WaitingOnCustomer or CaseStatus.WaitingOnThirdParty => PublicStatus.Blocked,
        CaseStatus.Resolved or CaseStatus.Closed or CaseStatus.Cancelled => PublicStatus.Resolved,
        _ => PublicStatus.InProgress,
    };

    /// <summary>Still to be worked on.</summary>
    public static bool IsOpen(this CaseStatus status) => status is not (CaseStatus.Resolved or CaseStatus.Closed or CaseStatus.Cancelled);

    /// <summary>Nothing more can happen to it, but for a look.</summary>
    public static bool IsEnded(this CaseStatus status) => status is CaseStatus.Closed or CaseStatus.Cancelled;

    /// <summary>Somebody is working on it: the time that the first ladder step counts (K5).</summary>
    public static bool IsInvestigated(this CaseStatus status) =>
        status is CaseStatus.Acknowledged or CaseStatus.Investigating or CaseStatus.WithEngineering or CaseStatus.Verifying;

    /// <summary>Promises other than to acknowledge stand still.</summary>
    public static bool PausesPromises(this CaseStatus status) => status is CaseStatus.WaitingOnCustomer or CaseStatus.WaitingOnThirdParty;

    public static string ForStaff(this CaseStatus status) => status switch
    {
        CaseStatus.WithEngineering => "With engineering",
        CaseStatus.Verifying => "Checking a fix",
        CaseStatus.WaitingOnCustomer => "Waiting on customer",
        CaseStatus.WaitingOnThirdParty => "Waiting on a third party",
        _ => status.ToString(),
    };
}
