using ChatLiaison.Playbook;
using ChatLiaison.Storage;

namespace ChatLiaison.Cases;

/// <summary>How a row of <c>cases</c> is read.</summary>
internal static class CaseRow
{
    public const string Columns =
        """
        id, customer_id, reference, title, status, priority, proposed_priority, type, understanding, level, restricted, expedited,
        owner_id, owner_name, engineering_owner_id, engineering_owner_name, liaison_id, contact_name, contact_platform, contact_user,
        platform, channel_id, sentiment, opened_at, opened_by, acknowledged_at, acknowledged_by, first_response_at, last_update_at,
        next_update_at, resolved_at, closed_at, resolution, reopened, new_for_owner, details, policy_version, version,
        case when restricted then array(select v.person_id from case_viewers v where v.case_id = cases.id) end, course
        """;

    /// <summary>Those of a case that is read by itself, for <see cref="ReadOne"/>.</summary>
    public const string ColumnsOfOne = $"{Columns}, (select count(*) from case_questions q where q.case_id = cases.id and q.settled_at is null)::int";

    public static SupportCase Read(Row row) => new()
    {
        Id = row.Id(0),
        CustomerId = row.Int(1),
        Reference = row.Text(2),
        Title = row.Text(3),
        Status = row.Named<CaseStatus>(4),
        Priority = row.Named<Priority>(5),
        ProposedPriority = row.Named<Priority>(6),
        Type = row.Text(7),
        Understanding = row.Named<Understanding>(8),
        Level = row.Int(9),
        Restricted = row.Flag(10),
        Expedited = row.Flag(11),
        Owner = PartyAt(row, 12),
        EngineeringOwner = PartyAt(row, 14),
        LiaisonId = row.IdOrNull(16),
        ContactName = row.Text(17),
        ContactPlatform = row.TextOrNull(18),
        ContactUser = row.TextOrNull(19),
        Platform = row.Text(20),
        ChannelId = row.Text(21),
        Sentiment = row.Text(22),
        OpenedAt = row.At(23),
        OpenedBy = row.Text(24),
        AcknowledgedAt = row.AtOrNull(25),
        AcknowledgedBy = row.TextOrNull(26),
        FirstResponseAt = row.AtOrNull(27),
        LastUpdateAt = row.AtOrNull(28),
        NextUpdateAt = row.AtOrNull(29),
        ResolvedAt = row.AtOrNull(30),
        ClosedAt = row.AtOrNull(31),
        Resolution = row.TextOrNull(32) ?? "",
        Reopened = row.Int(33),
        NewForOwner = row.Int(34),
        Details = CaseDetails.FromJson(row.Text(35)),
        PolicyVersion = row.Text(36),
        Version = row.Int(37),
        Viewers = row.IsNull(38) ? [] : row.Ids(38),
        Course = CaseCourse.FromJson(row.Text(39)),
    };

    public static SupportCase ReadOne(Row row) => Read(row) with { OpenQuestions = row.Int(40) };

    private static Party? PartyAt(Row row, int column) => row.IdOrNull(column) is { } id ? new Party(id, row.TextOrNull(column + 1) ?? "") : null;
}
