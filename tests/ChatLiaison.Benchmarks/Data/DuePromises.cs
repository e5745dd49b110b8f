using ChatLiaison.Benchmarks.Load;
using NodaTime;
using Npgsql;

namespace ChatLiaison.Benchmarks.Data;

/// <summary>Open cases with one running promise each, looked at on days that are far off; some of them are then made due together.</summary>
internal static class DuePromises
{
    private const string FillCases =
        """
        insert into cases (id, customer_id, reference, title, status, priority, proposed_priority, type, understanding, contact_name,
            platform, channel_id, sentiment, opened_at, opened_by, details, policy_version)
        select md5('case' || n)::uuid, c.id, c.key || '-X' || n, 'Something is not as it should be', 'Investigating', 'P3', 'P3', '', 'Unconfirmed', 'Ada',
            'slack', 'C0CUST' || n % $2, '', $3, 'Ada', '{"issue":"Something is not as it should be."}', 'abc'
        from generate_series(1, $1) n join customers c on c.key = 'CUST' || n % $2
        """;

    private const string FillPromises =
        """
        insert into promises (id, case_id, customer_id, kind, state, owner_id, reason, priority, policy_version, calendar, started_at, span,
            elapsed, counted_to, due_at, next_look, warned)
        select md5('promise' || n)::uuid, md5('case' || n)::uuid, c.id, 'Resolve', 'Running', p.ids[1 + n % array_length(p.ids, 1)], 'The policy asks for it.', 'P3', 'abc',
            'always', $3, 864000000, 0, $3, $3 + interval '10 days', $3 + interval '5 days' + n * interval '1 millisecond', 0
        from generate_series(1, $1) n join customers c on c.key = 'CUST' || n % $2 cross join (select array_agg(id) as ids from people) p
        """;

    /// <summary>A span of an hour that ends within the second, both warnings said.</summary>
    private const string MakeDue =
        """
        update promises p set state = 'Running', warned = 2, span = 3600000, started_at = d.due - interval '1 hour', counted_to = d.due - interval '1 hour',
            due_at = d.due, next_look = d.due, broken_at = null
        from (select md5('promise' || n)::uuid as id, $3 + (n - $1) * (interval '1 second' / $2) as due from generate_series($1, $1 + $2 - 1) n) d where p.id = d.id
        """;

    public static async Task FillAsync(NpgsqlDataSource source, int count, Instant now)
    {
        await RunAsync(source, FillCases, count, Town.Customers, now.ToDateTimeUtc());
        await RunAsync(source, FillPromises, count, Town.Customers, now.ToDateTimeUtc());
        await RunAsync(source, "vacuum analyze");
    }

    /// <summary>Makes some due, spread evenly over the second from <paramref name="second"/> on.</summary>
    /// <param name="from">The number of the first; each burst takes others.</param>
    public static Task MakeDueAsync(NpgsqlDataSource source, int from, int count, Instant second) => RunAsync(source, MakeDue, from, count, second.ToDateTimeUtc());

    public static async Task RunAsync(NpgsqlDataSource source, string sql, params object[] values)
    {
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 0;
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await command.ExecuteNonQueryAsync();
    }
}
