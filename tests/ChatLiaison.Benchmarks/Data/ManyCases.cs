using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Npgsql;

namespace ChatLiaison.Benchmarks.Data;

/// <summary>
/// Fills an empty, migrated database with years of a busy team's cases and promises, by a few statements on the server. The same numbers
/// give the same cases. Resolved cases close after a week; two in a thousand are never resolved.
/// </summary>
public static class ManyCases
{
    public const int Customers = 400;

    public const int Owners = 60;

    private const string FillCustomers =
        """
        insert into customers (key, name) select 'C' || n, 'Customer ' || n from generate_series(1, $1) n
        """;

    private const string FillCases =
        """
        insert into cases (id, customer_id, reference, title, status, priority, proposed_priority, type, understanding, level, restricted,
            owner_id, owner_name, engineering_owner_id, engineering_owner_name, contact_name, platform, channel_id, sentiment, opened_at,
            opened_by, acknowledged_at, acknowledged_by, first_response_at, resolved_at, closed_at, details, policy_version)
        select id, customer_id, 'C' || customer_id || '-' || g, 'Something is not as it should be, number ' || g,
            case when closed_at is not null then 'Closed' when resolved_at is not null then 'Resolved' else 'Investigating' end,
            priority, priority, 'technical-bug', 'Unconfirmed', level, g % 100 = 7,
            md5('owner' || g * 7 % $3)::uuid, 'Owner ' || g * 7 % $3,
            case when level >= 2 then md5('owner' || g * 11 % $3)::uuid end, case when level >= 2 then 'Owner ' || g * 11 % $3 end,
            'Ada Byrne', 'slack', 'C' || customer_id, sentiment, opened_at,
            'Ada Byrne', opened_at + answer / 3, 'Owner ' || g * 7 % $3, case when opened_at + answer <= $2 then opened_at + answer end,
            resolved_at, closed_at, jsonb_build_object('issue', repeat('What happened, in the words of the customer. ', 12)), 'abc'
        from (
            select *, case when resolved_at + interval '7 days' <= $2 then resolved_at + interval '7 days' end as closed_at
            from (
                select *, case when opened_at + work <= $2 and g % 500 <> 0 then opened_at + work end as resolved_at
                from (
                    select g, (lpad(to_hex((extract(epoch from opened_at) * 1000)::bigint), 12, '0') || '7' || left(hash, 3) || '8' || right(hash, 15))::uuid as id,
                        opened_at, 1 + g * 13 % $4 as customer_id, 'P' || case when r < 0.05 then 1 when r < 0.25 then 2 when r < 0.75 then 3 else 4 end as priority,
                        case when l < 0.95 then 0 when l < 0.98 then 1 when l < 0.995 then 2 when l < 0.999 then 3 else 4 end as level,
                        (array['calm', 'worried', 'frustrated', 'angry', 'calm', 'calm', ''])[1 + g % 7] as sentiment,
                        -ln(1 - a) * interval '1 hour' as answer, -ln(1 - w) * interval '20 hours' as work
                    from (
                        select g, md5(g::text) as hash, $2 - interval '730 days' * (1 - g::float8 / $1) as opened_at,
                            random() as r, random() as l, random() as a, random() as w
                        from generate_series(1, $1) g
                    ) drawn
                ) opened
            ) resolved
        ) closed
        """;

    private const string FillPromises =
        """
        insert into promises (id, case_id, customer_id, kind, state, level, reason, priority, policy_version, calendar, started_at, span,
            counted_to, due_at, next_look, fulfilled_at, broken_at)
        select gen_random_uuid(), id, customer_id, kind,
            case when fulfilled_at <= due_at then 'Kept' when due_at <= $1 then 'Broken' when fulfilled_at is null then 'Running' else 'Kept' end,
            case when kind = 'LevelResponse' then level else 0 end, 'The policy asks for it.', priority, 'abc', 'business', opened_at, 3600000,
            opened_at, due_at, case when due_at > $1 then due_at end, fulfilled_at, case when due_at <= $1 and (fulfilled_at is null or fulfilled_at > due_at) then due_at end
        from (
            select c.*, k.kind, case when k.kind = 'Resolve' then c.resolved_at else coalesce(c.first_response_at, c.resolved_at) end as fulfilled_at,
                c.opened_at + case when k.kind = 'Resolve' then interval '50 hours' else interval '150 minutes' end as due_at
            from cases c cross join unnest(($2::text[])[1:$3] || case when c.level > 0 then array['LevelResponse'] else array[]::text[] end) as k (kind)
        ) promised
        """;

    private const string FillMessages =
        """
        insert into messages (anchor, platform, channel_id, message_id, case_id, sent_at)
        select 'case:' || replace(id::text, '-', '') || ':triage', 'slack', 'C0TRIAGE', reference, id, opened_at from cases where closed_at is null
        """;

    private static readonly string[] Kinds =
        ["Resolve", "FirstResponse", "Acknowledge", "NextResponse", "StatusUpdate", "ClimbTimer"];

    /// <summary>The person who holds some of the cases.</summary>
    /// <param name="number">From 0, below <see cref="Owners"/>.</param>
    [SuppressMessage("Security", "CA5351", Justification = "The same made-up id as the statement above makes; no secret.")]
    public static Guid OwnerId(int number) =>
        Guid.ParseExact(Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes($"owner{number}"))), "N");

    /// <summary>Makes the cases, spread evenly over the two years before <paramref name="until"/>, and their promises; ends with a vacuum.</summary>
    /// <param name="promisesEach">How many promises each case has, at most six; escalated cases have one more.</param>
    public static async Task FillAsync(NpgsqlDataSource source, int cases, int promisesEach, Instant until, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(promisesEach, Kinds.Length);
        var end = until.ToDateTimeUtc();
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await RunAsync(connection, "select setseed(0.42)", [], cancellationToken);
        await RunAsync(connection, FillCustomers, [Customers], cancellationToken);
        await RunAsync(connection, FillCases, [cases, end, Owners, Customers], cancellationToken);
        await RunAsync(connection, FillPromises, [end, Kinds, promisesEach], cancellationToken);
        await RunAsync(connection, FillMessages, [], cancellationToken);
        await RunAsync(connection, "vacuum analyze", [], cancellationToken);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, object[] values, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
