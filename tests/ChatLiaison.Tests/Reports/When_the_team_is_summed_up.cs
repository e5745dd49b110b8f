using ChatLiaison.Digests;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Reports;

public sealed class When_the_team_is_summed_up
{
    private static readonly DigestWeek Week = DigestWeek.Ending(ReportsTown.Monday, DateTimeZone.Utc);

    [Fact]
    public async Task Nothing_is_said_of_what_there_is_nothing_of()
    {
        await using var town = await ReportsTown.CreateAsync();

        (await town.SaidAsync()).ShouldBe("x");
    }

    [Fact]
    public async Task Confidence_is_told_of_three_and_more_people_with_the_four_weeks_before()
    {
        await using var town = await ReportsTown.CreateAsync();
        await AnswersAsync(town, "Support", days: 1, 5, 4);
        await AnswersAsync(town, "Engineering", days: 1, 2, 2, 3);
        await AnswersAsync(town, "Engineering", days: 10, 4, 4, 4, 5);
        (await SaidAsync(town)).ShouldBe("Confidence in the next hand-off: engineering 2.3 of 5 (4.3 in the four weeks before)");

        await AnswersAsync(town, "Support", days: 2, 3);
        await AnswersAsync(town, "Support", days: 36, 1, 1, 1);
        (await SaidAsync(town)).ShouldBe("Confidence in the next hand-off: support 4.0 of 5 (too few answers before), engineering 2.3 of 5 (4.3 in the four weeks before)");
        var running = DigestWeek.Running(town.Playbooks.Current.Organisation, ReportsTown.Monday - Duration.FromHours(1));
        (await town.Desk.DrawAsync(running, null, CancellationToken.None)).ToPlain().ShouldNotContain("Confidence", Case.Sensitive, "one more answer would show whose it is");
    }

    [Fact]
    public async Task One_person_who_answers_often_is_still_one()
    {
        await using var town = await ReportsTown.CreateAsync();
        await AnswersAsync(town, "Support", days: 1, 5, 5, 5, 5);
        await town.RunAsync("update pulses set person_id = '11111111-1111-1111-1111-111111111111'");

        (await town.SaidAsync()).ShouldNotContain("Confidence");
    }

    [Fact]
    public async Task Whoever_was_thanked_is_named_once_and_in_the_alphabets_order()
    {
        await using var town = await ReportsTown.CreateAsync();
        var (dana, sam) = (Guid.NewGuid(), Guid.NewGuid());
        await town.RunAsync(
            """
            insert into people (id, email, name, roles, time_zone, hours, quiet)
            values ($1, 'dana@example.com', 'Dana', '{liaison}', 'UTC', 'Mon-Fri 09:00-17:00', '22:00-07:00'), ($2, 'sam@example.com', 'Sam', '{engineering}', 'UTC', 'Mon-Fri 09:00-17:00', '22:00-07:00')
            """,
            dana, sam);
        await town.Directory.RefreshAsync(CancellationToken.None);
        foreach (var (kind, to, days) in new[] { ("Thanks", sam, 1), ("Thanks", sam, 2), ("Thanks", dana, 3), ("Praise", sam, 1), ("Praise", dana, 8) })
        {
            await town.RunAsync(
                "insert into kudos (id, kind, to_id, by_name, what, at) values (gen_random_uuid(), $1, $2, 'Lee', 'Words', $3)", kind, to, ReportsTown.Monday - Duration.FromDays(days));
        }

        (await SaidAsync(town)).ShouldBe("Thanks and praise: thanked by colleagues Dana, Sam; praised by customers Sam");
    }

    private static async Task<string> SaidAsync(ReportsTown town)
    {
        var plain = (await town.Desk.DrawAsync(Week, null, CancellationToken.None)).ToPlain();
        return plain.Split('\n').Single(l => l.StartsWith("Confidence", StringComparison.Ordinal) || l.StartsWith("Thanks", StringComparison.Ordinal));
    }

    private static async Task AnswersAsync(ReportsTown town, string side, int days, params int[] answers)
    {
        foreach (var answer in answers)
        {
            await town.RunAsync(
                "insert into pulses (id, case_id, person_id, side, asked_at, answer, answered_at) values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), $1, $2, $3, $2)",
                side, ReportsTown.Monday - Duration.FromDays(days), answer);
        }
    }
}
