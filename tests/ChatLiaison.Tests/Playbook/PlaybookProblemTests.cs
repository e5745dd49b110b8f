using ChatLiaison.Playbook;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Playbook;

/// <summary>Every way in which a team's file can be wrong: where, what, and what to write instead.</summary>
public sealed class PlaybookProblemTests
{
    [Theory]
    [InlineData("promises.yaml", "priorities:\n  P1:\n    aknowledge: 5m", "promises.yaml:3: There is no key 'aknowledge' here. Write acknowledge, first_response, update_every, inform, resolve or calendar instead.")]
    [InlineData("promises.yaml", "priorities: { P7: { resolve: 1h } }", "promises.yaml:1: There is no key 'P7' here. Write P1, P2, P3 or P4 instead.")]
    [InlineData("promises.yaml", "priorities:\n  P1: { resolve: 6 hours }", "promises.yaml:2: '6 hours' is not a duration. Write it like 30s, 15m, 4h, 2d or 1h30m instead.")]
    [InlineData("promises.yaml", "\n\npriorities: { P1: { acknowledge: -5m } }", "promises.yaml:3: '-5m' is negative. Write a duration longer than zero, such as 15m, instead.")]
    [InlineData("promises.yaml", "priorities: { P1: { acknowledge: 0m } }", "promises.yaml:1: '0m' is no time at all. Write a duration longer than zero, for example 15m instead.")]
    [InlineData("promises.yaml", "priorities: { P2: { calendar: weekend } }", "promises.yaml:1: There is no calendar 'weekend'. Write always or business, or add it to calendars.yaml, instead.")]
    [InlineData("promises.yaml", "warn_at: [0.8, 0.5]", "promises.yaml:1: warn_at must hold ascending shares between 0 and 1. Write [0.5, 0.8] instead.")]
    [InlineData("promises.yaml", "warn_at: [0.5, 0.5]", "promises.yaml:1: warn_at must hold ascending shares between 0 and 1. Write [0.5, 0.8] instead.")]
    [InlineData("promises.yaml", "warn_at: [0.5, 1]", "promises.yaml:1: warn_at must hold ascending shares between 0 and 1. Write [0.5, 0.8] instead.")]
    [InlineData("promises.yaml", "warn_at: [half]", "promises.yaml:1: 'half' is not a number. Write one such as 0.5 instead.")]
    [InlineData("promises.yaml", "warn_at: 0.5", "promises.yaml:1: 'warn_at' is not a list. Write warn_at: [ … ], or one line with a dash for each, instead.")]
    [InlineData("promises.yaml", "follow_up:\n  broken: 12h", "promises.yaml:2: The follow-up would be broken before it is due. Write a longer span, such as broken: 48h, instead.")]
    [InlineData("promises.yaml", "proposals: { high: { high: urgent } }", "promises.yaml:1: 'urgent' is not a priority. Write P1, P2, P3 or P4 instead.")]
    [InlineData("promises.yaml", "priorities: P1", "promises.yaml:1: 'priorities' holds no keys. Write priorities: with indented 'key: value' lines under it instead.")]
    [InlineData("escalation.yaml", "levels:\n  - { name: A, role: boss, enter_at: 1h, respond_within: 1h, script: receipt }", "escalation.yaml:2: 'boss' is not a role. Write liaison, senior-support, engineering, product, management, executive or admin instead.")]
    [InlineData("escalation.yaml", "levels:\n  - { role: liaison, respond_within: 1h, script: receipt }", "escalation.yaml:2: 'name' is missing here. Write name: Senior support instead.")]
    [InlineData("escalation.yaml", "levels:\n  - { number: 0, name: A, role: liaison, respond_within: 1h, script: receipt }\n  - { number: 3, name: B, role: admin, enter_at: 1h, respond_within: 1h, script: receipt }", "escalation.yaml:3: Levels are numbered 0, 1, 2 and so on from the top; this is number 1, not 3. Write number: 1 instead.")]
    [InlineData("escalation.yaml", "levels:\n  - { number: -1, name: A, role: liaison, respond_within: 1h, script: receipt }", "escalation.yaml:2: Levels are numbered 0, 1, 2 and so on from the top; this is number 0, not -1. Write number: 0 instead.")]
    [InlineData("escalation.yaml", "levels:\n  - { name: A, role: admin, enter_at: soon, respond_within: 1h, script: receipt }", "escalation.yaml:2: 'soon' is not a time or an event. Write 4h, 1h investigating, never, technical-bug, blocked-workflow, cancel-threat, legal, security, dissatisfaction, urgent-impact, beyond-expertise, unacknowledged or not-fixed instead.")]
    [InlineData("escalation.yaml", "levels:\n  - { name: A, role: admin, enter_at: 1h or 2h, respond_within: 1h, script: receipt }", "escalation.yaml:2: '2h' names a second time of the same kind. Write only the earlier one instead.")]
    [InlineData("escalation.yaml", "levels: []", "escalation.yaml:1: The ladder has no level. Write levels: with one line for each level instead.")]
    [InlineData("calendars.yaml", "calendars: { business: { hours: never } }", "calendars.yaml:1: 'never' needs both weekdays and times. Write for example Mon-Fri 09:00-17:30; Sat 10:00-14:00 instead.")]
    [InlineData("calendars.yaml", "calendars: { always: { hours: Mon 09:00-10:00 } }", "calendars.yaml:1: The calendar 'always' is built in and can't be changed. Write another name, such as business, instead.")]
    [InlineData("calendars.yaml", "calendars: { night: { time_zone: Mars/Base, hours: Mon 09:00-10:00 } }", "calendars.yaml:1: 'Mars/Base' is not a time zone. Write an IANA name such as Europe/London or UTC instead.")]
    [InlineData("calendars.yaml", "calendars:\n  business:\n    holidays:\n      - { date: 25 December, name: Christmas Day }", "calendars.yaml:4: '25 December' is not a date. Write it like 2026-12-25 instead.")]
    [InlineData("calendars.yaml", "calendars: { business: { exceptions: [ { date: 2026-12-24, name: Eve, hours: short } ] } }", "calendars.yaml:1: 'short' are not the hours of one day. Write 09:00-13:00, several such spans, or closed instead.")]
    [InlineData("calendars.yaml", "calendars:\n  empty: { hours: closed }", "calendars.yaml:2: The calendar 'empty' is never open; give it opening hours on at least one weekday. Write hours: Mon-Fri 09:00-17:30, or one line for each date, instead.")]
    [InlineData("organisation.yaml", "name: Us\ndigest: every monday", "organisation.yaml:2: 'every monday' has 2 fields and needs 5: minute, hour, day of the month, month, day of the week; for example 0 9 * * MON-FRI.")]
    [InlineData("organisation.yaml", "digest: 0 9 30 2 *", "organisation.yaml:1: '0 9 30 2 *' never comes. Write a day that exists, such as 0 9 * * MON, instead.")]
    [InlineData("organisation.yaml", "name:", "organisation.yaml:1: 'name' holds no text. Write name: and one value instead.")]
    [InlineData("organisation.yaml", "restricted_seen_by: [boss, management]", "organisation.yaml:1: 'boss' is not a role. Write liaison, senior-support, engineering, product, management, executive or admin instead.")]
    [InlineData("organisation.yaml", "restricted_seen_by: []", "organisation.yaml:1: 'restricted_seen_by' names nobody. Write roles such as [management, executive, admin] instead.")]
    [InlineData("scripts.yaml", "scripts:\n  away:\n    title: Away\n    text: Back {soon}", "scripts.yaml:4: The script 'away' has no slot {soon}. Write {name}, {customer}, {organisation}, {support}, {case}, {title}, {owner}, {next_update}, {person}, {until} or {cover} instead.")]
    [InlineData("scripts.yaml", "scripts:\n  receipt: { text: '' }", "scripts.yaml:2: 'text' holds no text. Write text: and one value instead.")]
    [InlineData("case-types.yaml", "case_types:\n  - { key: a, name: A, group: G }\n  - { key: a, name: B, group: G }", "case-types.yaml:3: The case type 'a' stands here a second time. Write another key instead.")]
    [InlineData("scripts.yaml", "- receipt", "scripts.yaml:1: The file must begin with a key. Write lines such as 'name: value' instead.")]
    [InlineData("scenarios.yaml", "scenarios:\n  s:\n    title: S\n    end: seen\n    steps:\n      - key: a\n        title: A\n        ask: [ { key: seen, question: What?, moment: true, needed: true } ]\n        meeting: { kind: lunch, at: seen }", "scenarios.yaml:9: 'lunch' is no kind of meeting. Write briefing, customer or session instead.")]
    [InlineData("scenarios.yaml", "scenarios:\n  s:\n    title: S\n    end: seen\n    steps:\n      - key: a\n        title: A\n        ask: [ { key: seen, question: What?, moment: true, needed: true } ]\n        meeting: { kind: session, at: seen, link: nowhere }", "scenarios.yaml:9: This step asks nothing called 'nowhere'. Write the key of one of its questions, or leave it out, instead.")]
    [InlineData("scenarios.yaml", "scenarios:\n  s:\n    title: S\n    end: done\n    steps:\n      - { key: a, title: A, ask: [ { key: seen, question: What? } ] }", "scenarios.yaml:4: The last step of 's' asks nothing called 'done'. Write the key of one of its questions, or add - { key: done, question: … } to it, instead.")]
    [InlineData("scenarios.yaml", "scenarios:\n  s:\n    title: S\n    end: seen\n    suggest: { types: [magic] }\n    steps:\n      - { key: a, title: A, ask: [ { key: seen, question: What? } ] }", "scenarios.yaml:5: 'magic' is not a case type. Write password-reset, billing, account-access, login, not-working, performance, feature-request, complaint, security or legal instead.")]
    [InlineData("scenarios.yaml", "scenarios:\n  s:\n    title: S\n    end: seen\n    steps:\n      - key: a\n        title: A\n        ask: [ { key: seen, question: What? } ]\n        promise: { what: Call them }", "scenarios.yaml:9: This promise has no time. Write within: 2h, or by: and the key of a question of this step with moment: true, instead.")]
    [InlineData("scenarios.yaml", "scenarios:\n  s:\n    title: S\n    end: seen\n    steps:\n      - key: a\n        title: A\n        ask: [ { key: seen, question: What? } ]\n        promise: { what: Call them, within: 2h, by: seen }", "scenarios.yaml:9: 'seen' names no question that gives this promise a time. Write the key of one of this step with moment: true and needed: true, or within: 2h, instead.")]
    [InlineData("scenarios.yaml", "scenarios:\n  s:\n    title: S\n    end: seen\n    steps:\n      - key: a\n        title: A\n        ask: [ { key: seen, question: What? } ]\n        promise: { what: Call them, within: 2h, owner: seen }", "scenarios.yaml:9: 'seen' asks for none of your people. Write the key of a question of this step with person: true, or leave owner out, instead.")]
    [InlineData("scenarios.yaml", "scenarios:\n  s:\n    title: S\n    end: seen\n    steps:\n      - key: a\n        title: A\n        ask: [ { key: seen, question: What? } ]\n        say: [ 'Hello {nme}' ]", "scenarios.yaml:9: Nothing fills {nme}. Write {case}, {customer}, {name}, {next_update}, {organisation}, {owner}, {seen}, {support} or {title}, or ask for it in this step or before, instead.")]
    [InlineData("knowledge.yaml", "entries:\n  refunds:\n    title: Refunds\n    kind: rule\n    text: Ask first.", "knowledge.yaml:4: 'rule' is not a kind of entry. Write documentation, faq, procedure, policy, contacts or external instead.")]
    [InlineData("knowledge.yaml", "entries:\n  refunds: { title: Refunds, kind: policy }", "knowledge.yaml:2: There is nothing to read here. Write url: with an address, or text: with a few short steps, instead.")]
    [InlineData("knowledge.yaml", "entries:\n  refunds:\n    title: Refunds\n    kind: policy\n    url: wiki/refunds", "knowledge.yaml:5: 'wiki/refunds' is not a web address. Write one that begins with https:// instead.")]
    [InlineData("knowledge.yaml", "entries:\n  refunds: { title: Refunds, kind: policy, text: Ask., types: [money] }", "knowledge.yaml:2: 'money' is not a case type. Write password-reset, billing, account-access, login, not-working, performance, feature-request, complaint, security or legal instead.")]
    [InlineData("knowledge.yaml", "entries:\n  Refunds 2: { title: Refunds, kind: policy, text: Ask. }", "knowledge.yaml:2: 'Refunds 2' is no key that people can type. Write small letters and hyphens that don't end in a number, such as identity-check, instead.")]
    [InlineData("knowledge.yaml", "target: 85", "knowledge.yaml:1: The target is a share. Write a number between 0 and 1, such as 0.85, instead.")]
    [InlineData("resolution.yaml", "closing: { needs: [told, loved] }", "resolution.yaml:1: 'loved' is not a step. Write documented, told, verified, followed-up, answered or promises-kept instead.")]
    [InlineData("resolution.yaml", "not_fixed_climbs_after: 0", "resolution.yaml:1: '0' is not a number of times. Write a whole number from 1 up, such as 2, instead.")]
    [InlineData("resolution.yaml", "check: []", "resolution.yaml:1: 'check' offers nothing to choose. Write at least one line such as - { key: other, name: Something else } instead.")]
    [InlineData("words.yaml", "translations:\n  latency: 30 ms more", "words.yaml:2: 'latency' and '30 ms more' are not the same to the number. Write words without numbers instead.")]
    [InlineData("words.yaml", "translations:\n  server outage: hiccup", "words.yaml:2: 'outage' says how bad it is, and 'hiccup' does not. Write it with 'outage' in it, or leave the line out, instead.")]
    [InlineData("words.yaml", "blame:\n  said: [they forgot]", "words.yaml:2: 'they forgot' names nobody. Write {who} where they stand, such as \"{who} forgot\", instead.")]
    [InlineData("words.yaml", "jargon: [x]", "words.yaml:1: There is no key 'jargon' here. Write translations, suggestions, blame, dismissive, promising, next_word, instead or questions instead.")]
    [InlineData("resolution.yaml", "reasons: []", "resolution.yaml:1: 'reasons' offers nothing to choose. Write at least one line such as - { key: other, name: Something else } instead.")]
    public void Names_the_line_what_is_wrong_and_what_to_write(string file, string text, string problem)
    {
        var problems = new List<string>();

        PlaybookReader.Read(new Dictionary<string, string> { [file] = text }, problems).ShouldBeNull();

        problems.ShouldBe([problem]);
    }

    [Fact]
    public void Names_an_unknown_script_with_those_that_there_are()
    {
        var problems = new List<string>();
        const string Text = "levels:\n  - { name: A, role: liaison, respond_within: 1h, script: hello }";

        PlaybookReader.Read(new Dictionary<string, string> { ["escalation.yaml"] = Text }, problems);

        problems.ShouldHaveSingleItem().ShouldStartWith("escalation.yaml:2: There is no script 'hello'. Write receipt, what-happens-next-p1, ");
    }

    [Theory]
    [InlineData("name: [")]
    [InlineData("name: a\nname: b")]
    [InlineData("a: b: c")]
    public void Says_where_the_file_is_not_yaml(string text)
    {
        var problems = new List<string>();

        PlaybookReader.Read(new Dictionary<string, string> { ["organisation.yaml"] = text }, problems).ShouldBeNull();

        problems.ShouldContain(p => p.StartsWith("organisation.yaml:") && p.Contains("This is not valid YAML: ") && p.EndsWith("instead."));
    }

    [Fact]
    public void Reports_all_problems_at_once()
    {
        var problems = new List<string>();
        var team = new Dictionary<string, string>
        {
            ["promises.yaml"] = "priorities: { P1: { resolve: x, acknowledge: y } }",
            ["escalation.yaml"] = "levels: []",
        };

        PlaybookReader.Read(team, problems);

        problems.Count.ShouldBe(3);
    }
}
