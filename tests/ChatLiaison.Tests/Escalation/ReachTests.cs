using ChatLiaison.Commands;
using ChatLiaison.Escalation;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using NodaTime;
using Shouldly;
using Xunit;
using static ChatLiaison.Tests.People.SampleStaff;

namespace ChatLiaison.Tests.Escalation;

public sealed class ReachTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 12, 0);
    private static readonly ChatLiaison.Playbook.Playbook Playbook = new PlaybookSource().Current;
    private static readonly Person[] Everyone =
    [
        Dana, Priya, Mateo, Jun, Person("Grace", Role.Management, "Europe/Stockholm"), Person("Walter", Role.Executive, "America/New_York"),
    ];

    public static TheoryData<string, string> Wrong => new()
    {
        { "no id", "Priya has no user id on a platform that is on. Write it in the directory, or take their roles away." },
        { "blocked", "Priya can't be written to. Ask them to add the app and write to it once, or take their roles away." },
        { "blocked", "Nobody of level 1 (Senior support) can be written to, so it is always skipped. Mend how one of them is reached." },
        { "gone", "Nobody has the role senior-support, so level 1 (Senior support) is always skipped. Give it to somebody." },
        { "night", "Priya has no working hours outside their quiet hours in the next 14 days. Correct their hours (Mon-Fri 09:00-17:30) or quiet hours (08:00-18:00)." },
    };

    [Fact]
    public void A_usual_contact_who_has_left_is_named()
    {
        var known = new DirectorySnapshot(new StaffIndex([.. Everyone.Skip(1), Dana with { Active = false }], []), new ChatLiaison.Customers.CustomerIndex([Acme]));
        ReachRules.Problems(Playbook, known, Platforms, Monday).ShouldContain("Dana has left and is still the usual contact of Acme Ltd. Name another with /liaison customer.");
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Whatever_keeps_a_message_from_arriving_is_named_with_its_cure(string what, string sentence)
    {
        var priya = what switch
        {
            "no id" => Priya with { Identities = new Dictionary<string, string>() },
            "blocked" => Priya with { UnreachableOn = new HashSet<string> { "north" } },
            "gone" => Priya with { Active = false },
            _ => Priya with { Quiet = PersonFields.Quiet("08:00-18:00") },
        };

        Problems([.. Everyone.Select(p => p == Priya ? priya : p)]).ShouldContain(sentence);
    }

    [Fact]
    public void A_whole_staff_has_only_its_rooms_to_name() => Problems(Everyone).ShouldHaveSingleItem().ShouldStartWith("There is no room of last resort");

    [Fact]
    public void Hours_of_many_days_are_one_line()
    {
        var report = LadderCheck.Run(Playbook, Directory(Everyone), Platforms, Monday);

        report.IsWell.ShouldBeTrue(string.Join(' ', report.Lines()));
        report.Levels.Single(g => g.Whose == "Senior support").ShouldBe(new LadderGap("Senior support", "22:00-07:00", "daily", 14 * 9, "asleep: Priya"));
    }

    [Fact]
    public void An_hour_in_which_no_level_reaches_anybody_is_trouble()
    {
        var report = LadderCheck.Run(Playbook, Directory(Dana, Priya), Platforms, Monday);

        report.IsWell.ShouldBeFalse();
        report.Whole.ShouldHaveSingleItem().ShouldBe(new LadderGap("ACME", "22:00-07:00", "daily", 14 * 9, "everyone asleep, away or not to be reached"));
        report.Never.Select(l => l.Name).ShouldBe(["Engineering and product", "Management", "Executive"]);
        report.Trouble().ShouldAllBe(t => t.EndsWith('.'));
    }

    [Fact]
    public void An_absence_is_a_hole_of_its_own_and_being_on_call_closes_one()
    {
        var staff = new StaffIndex(Everyone, [])
        {
            Absences = new AbsenceIndex([new Absence(Guid.NewGuid(), Priya.Id, Monday + Duration.FromDays(2), Monday + Duration.FromDays(3), "", null)]),
            OnCall = new OnCallIndex([new(Guid.Empty, "rota", Role.Management, "", [new(DateTimeZone.Utc, Time.Turn.Daily(LocalTime.Midnight), Time.WeekdaySet.EveryDay, new(2026, 11, 1), [Everyone[4].Id])])], [], Everyone),
        };

        var report = LadderCheck.Run(Playbook, new DirectorySnapshot(staff, new ChatLiaison.Customers.CustomerIndex([Acme])), Platforms, Monday);

        report.Levels.ShouldContain(g => g.Whose == "Senior support" && g.Why == "away: Priya" && g.On == "Wed 25 Nov");
        report.Levels.ShouldNotContain(g => g.Whose == "Management");
        report.Staffed.Single(s => s.Level == "Management").Staffed.ShouldBe(336);
    }

    [Fact]
    public async Task The_admins_are_told_once_of_what_is_new()
    {
        await using var world = await DeskWorld.CreateAsync();
        await world.Get<ReachabilityJob>().RunAsync(world.Now, CancellationToken.None);
        (await world.CountAsync("reach_checks")).ShouldBe(18, "nine people on two platforms");
        await world.RunAsync("update people set hours = 'closed' where email = 'priya@example.com'");
        await world.Get<ChatLiaison.People.Directory>().RefreshAsync(CancellationToken.None);

        await world.Get<ReachabilityJob>().RunAsync(world.Now, CancellationToken.None);
        await world.Get<ReachabilityJob>().RunAsync(world.Now, CancellationToken.None);
        await world.DeliverAsync();

        world.Slack.SaidTo("C0ADMINS").Count(words => words.Contains("Priya Raman has no working hours", StringComparison.Ordinal)).ShouldBe(1);
    }

    private static IReadOnlyList<string> Problems(params Person[] people) => ReachRules.Problems(Playbook, Directory(people), Platforms, Monday);
}
