using ChatLiaison.Commands;
using ChatLiaison.Playbook;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Playbook;

public sealed class When_a_team_overrides_the_playbook : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"playbook-{Guid.NewGuid():N}");

    public When_a_team_overrides_the_playbook() => System.IO.Directory.CreateDirectory(folder);

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Fact]
    public void Only_what_it_says_differs()
    {
        Write("promises.yaml", "priorities: { P2: { first_response: 1h } }");

        var playbook = Loaded();

        playbook.For(Priority.P2).FirstResponse.ShouldBe(Duration.FromHours(1));
        playbook.For(Priority.P2).Resolve.ShouldBe(Duration.FromHours(6));
        playbook.For(Priority.P1).ShouldBe(new PlaybookSource().Current.For(Priority.P1));
        playbook.WarnAt.ShouldBe([0.5, 0.8]);
    }

    [Fact]
    public void A_calendar_of_its_own_can_be_promised_on()
    {
        Write("calendars.yaml", "calendars: { late: { time_zone: America/New_York, hours: Mon-Fri 12:00-20:00 } }");
        Write("promises.yaml", "priorities: { P3: { calendar: late, update_every: on-change } }");

        var playbook = Loaded();

        playbook.Calendar(playbook.For(Priority.P3).Calendar).Zone.Id.ShouldBe("America/New_York");
        playbook.For(Priority.P3).UpdateEvery.ShouldBeNull();
        playbook.Calendars.Keys.ShouldBe(["always", "business", "late"], ignoreOrder: true);
    }

    [Fact]
    public void A_holiday_closes_the_business_calendar()
    {
        Write("calendars.yaml", "calendars: { business: { holidays: [ { date: 2026-12-25, name: Christmas Day } ], exceptions: [ { date: 2026-12-24, name: Eve, hours: 09:00-12:00 } ] } }");

        var business = Loaded().Calendar("business");

        business.IsOpen(Instant.FromUtc(2026, 12, 25, 10, 0)).ShouldBeFalse();
        business.IsOpen(Instant.FromUtc(2026, 12, 24, 11, 0)).ShouldBeTrue();
        business.IsOpen(Instant.FromUtc(2026, 12, 24, 13, 0)).ShouldBeFalse();
        business.IsOpen(Instant.FromUtc(2026, 12, 23, 13, 0)).ShouldBeTrue();
    }

    [Fact]
    public void Its_ladder_replaces_ours_above_the_liaison()
    {
        Write("escalation.yaml", "levels:\n  - { name: Senior support, role: senior-support, enter_at: 1h investigating, respond_within: 2h, script: senior-support }");

        Loaded().Levels.Select(l => (l.Number, l.Role)).ShouldBe([(0, Role.Liaison), (1, Role.SeniorSupport)]);
    }

    [Fact]
    public void It_says_who_sees_every_restricted_case()
    {
        new PlaybookSource().Current.Organisation.RestrictedSeenBy.ShouldBe([Role.Management, Role.Executive, Role.Admin]);
        Write("organisation.yaml", "restricted_seen_by: [product]");

        var playbook = Loaded();

        playbook.Organisation.SeesRestricted(new HashSet<Role> { Role.Product }).ShouldBeTrue();
        playbook.Organisation.SeesRestricted(new HashSet<Role> { Role.Management, Role.Admin }).ShouldBeFalse();
        playbook.Version.ShouldNotBe(new PlaybookSource().Current.Version);
    }

    [Fact]
    public void The_version_follows_the_content_and_not_the_spelling()
    {
        var builtIn = new PlaybookSource().Current.Version;
        Write("promises.yaml", "# Ours\npriorities: { P1: { acknowledge: 300s } }");
        Loaded().Version.ShouldBe(builtIn);

        Write("promises.yaml", "priorities: { P1: { acknowledge: 301s } }");
        Loaded().Version.ShouldNotBe(builtIn);
    }

    [Fact]
    public void A_playbook_with_problems_never_comes_into_force()
    {
        Write("promises.yaml", "priorities: { P1: { resolve: 2h } }");
        var source = new PlaybookSource();
        source.Load(folder).ShouldBeEmpty();
        Write("promises.yaml", "priorities: { P1: { resolve: x } }");

        source.Load(folder).ShouldHaveSingleItem();

        source.Current.For(Priority.P1).Resolve.ShouldBe(Duration.FromHours(2));
    }

    [Fact]
    public void An_entry_of_the_same_key_is_changed_in_part_or_hidden()
    {
        Write("knowledge.yaml", "entries:\n  slow: { title: Slow pages }\n  invoices: { hide: true }\n  vpn: { title: VPN, kind: external, url: 'https://example.com/vpn', words: [vpn] }");
        var source = new PlaybookSource();
        var before = source.Current;
        source.Load(folder).ShouldBeEmpty();

        var pages = source.Current.Knowledge.Pages;
        pages["slow"].Types.ShouldBe(["performance"]);
        (pages["slow"].Title, pages["slow"].Text).ShouldBe(("Slow pages", before.Knowledge.Pages["slow"].Text));
        pages.Keys.Except(before.Knowledge.Pages.Keys).ShouldBe(["vpn"]);
        before.Knowledge.Pages.Keys.Except(pages.Keys).ShouldBe(["invoices"]);
        source.Current.Version.ShouldNotBe(before.Version);
    }

    [Fact]
    public void A_misspelt_file_is_not_passed_over()
    {
        Write("promise.yaml", "warn_at: [0.5]");
        Write("notes.md", "anything");
        Write("directory.yaml", "people: []");

        new PlaybookSource().Load(folder).ShouldBe(
            ["promise.yaml:1: A playbook has no file of this name. Write promises.yaml, escalation.yaml, calendars.yaml, organisation.yaml, scripts.yaml, case-types.yaml, resolution.yaml, handover.yaml, scenarios.yaml, words.yaml or knowledge.yaml instead."]);
    }

    [Fact]
    public void The_check_prints_the_version_or_the_problems()
    {
        var output = new StringWriter();
        PlaybookCheck.Run(folder, output).ShouldBe(0);
        output.ToString().Trim().ShouldBe($"ok, version {new PlaybookSource().Current.Version}");

        output = new StringWriter();
        PlaybookCheck.Run(Path.Combine(folder, "nowhere"), output).ShouldBe(1);
        output.ToString().ShouldContain("There is no such folder.");
        output.ToString().ShouldNotContain("ok, version");
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    private ChatLiaison.Playbook.Playbook Loaded()
    {
        var source = new PlaybookSource();
        source.Load(folder).ShouldBeEmpty();
        return source.Current;
    }
}
