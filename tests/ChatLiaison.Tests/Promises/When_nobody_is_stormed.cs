using ChatLiaison.People;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Promises;

/// <summary>
/// 5,000 open cases, 20 people, and an hour in which every case has an update due: warned twice and due, 15,000 reminders. Half of the people also
/// have a critical case that they leave unanswered. The worst hour is counted for each person.
/// </summary>
public sealed class When_nobody_is_stormed(ITestOutputHelper output)
{
    private const int PeopleCount = 20;

    [Fact]
    public async Task The_worst_hour_of_five_thousand_cases_is_a_few_messages_a_person()
    {
        var paced = await HourAsync(paced: true);
        var before = await HourAsync(paced: false);

        output.WriteLine($"Messages in the hour, with the pace: {Words(paced)}; with the shortest pause alone: {Words(before)}");
        paced.Calm.Max().ShouldBeLessThanOrEqualTo(12, "nobody reads a reminder a minute");
        paced.Calm.Min().ShouldBeGreaterThanOrEqualTo(6, "and nobody waits longer than ten minutes for one");
        paced.Critical.Max().ShouldBeLessThanOrEqualTo(20, "a critical case is said again every five minutes while nobody answers, and what waits goes along");
        paced.FirstCritical.ShouldAllBe(late => late <= Duration.FromMinutes(1), "critical ones break through");
        before.Calm.Min().ShouldBeGreaterThan(3 * paced.Calm.Max());
    }

    private static async Task<Hour> HourAsync(bool paced)
    {
        await using var world = await DeskWorld.CreateAsync();
        await FillAsync(world);
        var first = new Dictionary<string, Duration>(StringComparer.Ordinal);
        for (var minute = 0; minute < 60; minute++)
        {
            await world.WatchAsync();
            await world.DeliverAsync();
            if (!paced)
            {
                await world.RunAsync("update bundle_pace set run = 1");
            }

            foreach (var who in Enumerable.Range(1, PeopleCount / 2).Select(n => $"U{n}").Where(who => !first.ContainsKey(who)))
            {
                if (world.Slack.SaidTo(who).Any(words => words.Contains("(P1)", StringComparison.Ordinal)))
                {
                    first[who] = world.Now - (DeskWorld.Noon + Duration.FromMinutes(20));
                }
            }

            world.Clock.Move(Duration.FromMinutes(1));
        }

        int[] counts = [.. Enumerable.Range(1, PeopleCount).Select(n => world.Slack.SaidTo($"U{n}").Count)];
        first.Count.ShouldBe(PeopleCount / 2);
        return new([.. counts.Skip(PeopleCount / 2)], [.. counts.Take(PeopleCount / 2)], [.. first.Values]);
    }

    private static async Task FillAsync(DeskWorld world)
    {
        await world.RunAsync(
            """
            insert into people (id, email, name, roles, time_zone, hours, quiet)
            select md5('p' || n)::uuid, 'p' || n || '@example.com', 'Person ' || n, array['liaison'], 'Europe/London', $2, $3 from generate_series(1, $1) n
            """,
            PeopleCount, PersonFields.DefaultHours, PersonFields.DefaultQuiet);
        await world.RunAsync("insert into person_identities (platform, user_id, person_id) select 'slack', 'U' || n, md5('p' || n)::uuid from generate_series(1, $1) n", PeopleCount);
        await world.Get<ChatLiaison.People.Directory>().RefreshAsync(CancellationToken.None);
        await world.RunAsync(
            """
            insert into cases (id, customer_id, reference, title, status, priority, proposed_priority, type, understanding, owner_id, owner_name, contact_name,
                platform, channel_id, sentiment, opened_at, opened_by, acknowledged_at, details, policy_version)
            select md5('c' || n)::uuid, c.id, 'ACME-' || n, 'Something is not as it should be', 'Investigating', case when n <= $2 then 'P1' else 'P3' end, 'P3', 'technical-bug',
                'Unconfirmed', md5('p' || 1 + (n - 1) % $3)::uuid, 'Person', 'Ada', 'slack', 'C0ACME', '', $4, 'Ada', $4, '{"issue":"It is odd."}', 'abc'
            from generate_series(1, $1) n join customers c on c.key = 'ACME'
            """,
            5000, PeopleCount / 2, PeopleCount, DeskWorld.Noon);
        await world.RunAsync(
            """
            insert into promises (id, case_id, customer_id, kind, state, reason, priority, policy_version, calendar, started_at, span, counted_to, due_at, next_look)
            select md5('u' || n)::uuid, md5('c' || n)::uuid, c.id, 'StatusUpdate', 'Running', 'Promised.', 'P3', 'abc', 'always', d.due - interval '40 minutes', 2400000,
                d.due - interval '40 minutes', d.due, d.due - interval '20 minutes'
            from generate_series(1, $1) n join customers c on c.key = 'ACME'
                cross join lateral (select $2 + interval '20 minutes' + (n * 7919 % 2400) * interval '1 second' as due) d
            """,
            5000, DeskWorld.Noon);
        await world.RunAsync(
            """
            insert into promises (id, case_id, customer_id, kind, state, reason, priority, policy_version, calendar, started_at, span, counted_to, due_at, next_look)
            select md5('a' || n)::uuid, md5('c' || n)::uuid, c.id, 'Acknowledge', 'Running', 'Critical.', 'P1', 'abc', 'always', $2, 300000, $2, $2 + interval '5 minutes', $2
            from generate_series(1, $1) n join customers c on c.key = 'ACME'
            """,
            PeopleCount / 2, DeskWorld.Noon + Duration.FromMinutes(20));
    }

    private static string Words(Hour hour) => $"{hour.Calm.Min()} to {hour.Calm.Max()}, with a critical case unanswered {hour.Critical.Min()} to {hour.Critical.Max()}";

    /// <param name="Calm">Messages to each of those without a critical case.</param>
    /// <param name="Critical">To each of those with one.</param>
    /// <param name="FirstCritical">How long after its start each was told of it first.</param>
    private sealed record Hour(int[] Calm, int[] Critical, Duration[] FirstCritical);
}
