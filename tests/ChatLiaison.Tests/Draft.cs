using ChatLiaison.Cases;
using ChatLiaison.Customers;
using ChatLiaison.Playbook;
using NodaTime;

namespace ChatLiaison.Tests;

/// <summary>Cases as they come from a form.</summary>
internal static class Draft
{
    public static SupportCase Case(Customer customer, Priority priority, Instant now) => new()
    {
        Id = Guid.NewGuid(),
        CustomerId = customer.Id,
        Title = "Orders fail",
        Status = CaseStatus.New,
        Priority = priority,
        ProposedPriority = priority,
        Type = "not-working",
        LiaisonId = customer.LiaisonId,
        ContactName = "Ada Byrne",
        ContactPlatform = "slack",
        ContactUser = "U0ADA",
        Platform = "slack",
        ChannelId = customer.Channels.FirstOrDefault(c => c.Platform == "slack")?.ChannelId ?? "",
        OpenedAt = now,
        OpenedBy = "Ada Byrne",
        Details = new() { Issue = "Orders fail since nine", Impact = "High", Urgency = "Medium" },
        PolicyVersion = "v",
    };

    /// <summary>A case in memory, for the pure rules.</summary>
    public static SupportCase In(CaseStatus status, Instant now) =>
        Case(new Customer(1, "ACME", "Acme Ltd", null, [new("slack", "C0ACME")], [], null, new Dictionary<string, string>()), Priority.P3, now) with
        {
            Status = status,
            Reference = "ACME-1",
            AcknowledgedAt = status == CaseStatus.New ? null : now - Duration.FromMinutes(5),
            AcknowledgedBy = status == CaseStatus.New ? null : "Lee Osei",
            ResolvedAt = status is CaseStatus.Resolved or CaseStatus.Closed ? now - Duration.FromMinutes(1) : null,
            ClosedAt = status.IsEnded() ? now : null,
        };
}
