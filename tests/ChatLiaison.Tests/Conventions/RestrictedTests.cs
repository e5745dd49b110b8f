using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Escalation;
using ChatLiaison.Outbox;
using ChatLiaison.Playbook;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Conventions;

/// <summary>
/// Walks all there is as people who may not see a restricted case, and finds neither its title, nor its words, nor its reference: every
/// command with every word, every button that anybody ever has on it, the home page, and whatever was sent anywhere meanwhile.
/// </summary>
public sealed class RestrictedTests
{
    private const string Secret = "zq-secret";

    private static readonly string[] Acts = ["told", "promised", "wrote", "wait", "resume", "note", "climb", "priority", "pass", "resolve", "thanks", "works", "follow up", "reopen"];

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public async Task Nobody_else_finds_a_restricted_case(int seed)
    {
        await using var world = await DeskWorld.CreateAsync();
        var c = await OpenAsync(world);
        var random = new Random(seed);
        var buttons = new Dictionary<string, Button>(StringComparer.Ordinal);
        for (var i = 0; i < 14; i++)
        {
            await DoAsync(world, c, Acts[random.Next(Acts.Length)]);
            await world.DeliverAsync();
            await LookAsync(world, await world.ReadAsync(c), buttons);
        }

        await world.PassAsync(Duration.FromDays(2));
        await world.DeliverAsync();
        await WalkAsync(world, c.Reference, [.. buttons.Values]);
        buttons.Count.ShouldBeGreaterThan(5, "those who may see it have something to press");
        Sent(world).ShouldBeEmpty("it was sent to somebody who may not see it");
        (await world.CountAsync("outbox where state = 'Dead'")).ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_reported_it_finds_it_alone_also_when_the_directory_does_not_know_them()
    {
        await using var world = await DeskWorld.CreateAsync();
        var c = await OpenAsync(world, reporter: "U9NEW");
        foreach (var (who, sees) in new[] { ("U9NEW", true), ("U0ADA", false), ("U9OTHER", false) })
        {
            var person = Person(who) with { External = true };
            var alone = new ChatPlace("slack", PlaceKind.Direct, $"D{who}");
            ChatJson.Write(await world.Inbox.HomeAsync(person, CancellationToken.None)).Contains(Secret, StringComparison.Ordinal).ShouldBe(sees, who);
            var list = await world.Inbox.CommandAsync(new CommandCall(person, alone, $"{who}cases", "cases", ""), CancellationToken.None);
            list.ShouldBeOfType<CardReply>().Card.ToPlain().Contains(Secret, StringComparison.Ordinal).ShouldBe(sees, who);
            var shown = await world.Inbox.CommandAsync(new CommandCall(person, alone, $"{who}case", "case", c.Reference), CancellationToken.None);
            (shown is CardReply).ShouldBe(sees, who);
            var inChannel = await world.Inbox.CommandAsync(new CommandCall(person, new("slack", PlaceKind.Channel, "C0ACME"), $"{who}here", "cases", ""), CancellationToken.None);
            inChannel.ShouldBeOfType<CardReply>().Card.ToPlain().ShouldNotContain(Secret);
        }
    }

    [Fact]
    public void Every_card_that_may_stand_in_a_room_says_so_on_purpose()
    {
        var discreet = typeof(DeskSetup).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && typeof(ILiveCard).IsAssignableFrom(t) && t.GetProperty(nameof(ILiveCard.IsDiscreet)) is not null)
            .Select(t => t.Name).Order().ToList();

        discreet.ShouldBe(["BriefCard", "CustomerCaseCard", "TriageCard"], "a card that draws itself without content is walked above: add it here and there");
    }

    private static async Task<SupportCase> OpenAsync(DeskWorld world, string reporter = "U0ADA")
    {
        var draft = Draft.Case(world.Known.CustomerByKey("ACME")!, Priority.P2, world.Now);
        draft = draft with { Restricted = true, ContactUser = reporter, Title = $"{Secret} title", Details = draft.Details with { Issue = $"{Secret} issue" } };
        var c = await world.Desk.OpenAsync(
            draft, "ACME", new CaseEvent(CaseEventKind.Opened, draft.Details.Issue, ForCustomer: true), DeskWorld.Ada, draft.Id.ToString(), null, CancellationToken.None);
        await world.ActAsync(c, x => CaseRules.Take(x, world.Actor("Dana"), world.Now), world.Actor("Dana"));
        return c;
    }

    private static async Task DoAsync(DeskWorld world, SupportCase c, string act)
    {
        var (by, now) = (world.Actor("Dana"), world.Now);
        if (act == "pass")
        {
            await world.PassAsync(Duration.FromHours(3));
            return;
        }

        if (act == "climb")
        {
            await using var work = world.Database.Begin(now);
            if (await CaseStore.HoldAsync(work, c.Id, CancellationToken.None) is { } held && held.Status.IsOpen())
            {
                await world.Get<Ladder>().ClimbAsync(work, held, by, held.Level + 1, $"{Secret} reason", CancellationToken.None);
                await work.CommitAsync(CancellationToken.None);
            }

            return;
        }

        await world.ActAsync(
            c,
            x => act switch
            {
                "told" => CaseRules.Tell(x, by, $"{Secret} news", null, false, now),
                "promised" => CaseRules.Tell(x, by, $"{Secret} news", now + Duration.FromMinutes(40), false, now),
                "wrote" or "thanks" => CaseRules.CustomerWrote(x, $"{Secret} words"),
                "wait" => CaseRules.Wait(x, by, CaseStatus.WaitingOnCustomer, $"{Secret} question", now),
                "resume" => CaseRules.Resume(x, by),
                "note" => CaseRules.Note(x, $"{Secret} note"),
                "priority" => CaseRules.Prioritise(x, by, x.Priority == Priority.P1 ? Priority.P2 : Priority.P1),
                "resolve" => EndingRules.Resolve(x, by, $"{Secret} done", now),
                "works" => EndingRules.Verify(x, DeskWorld.Ada, $"{Secret} works"),
                "follow up" => EndingRules.FollowUp(x, by, $"{Secret} all well?", "", now),
                _ => EndingRules.Reopen(x, by, $"{Secret} again"),
            },
            act is "wrote" or "thanks" or "works" ? DeskWorld.Ada : by);
    }

    /// <summary>Collects what those who may see it can press.</summary>
    private static async Task LookAsync(DeskWorld world, SupportCase c, Dictionary<string, Button> buttons)
    {
        var reply = await world.Inbox.CommandAsync(Call("U0GRACE", "case", c.Reference), CancellationToken.None);
        reply.ShouldBeOfType<CardReply>().Card.ToPlain().ShouldContain(Secret);
        foreach (var button in ((CardReply)reply).Card.Elements.OfType<ButtonRow>().SelectMany(r => r.Buttons))
        {
            buttons[button.Action] = button;
        }
    }

    private static async Task WalkAsync(DeskWorld world, string reference, IReadOnlyList<Button> buttons)
    {
        foreach (var who in new[] { "U0LEE", "U0PRIYA" })
        {
            if (RestrictRules.MaySee(world.Caller(who).PersonId, world.Caller(who).SeesRestricted, (await world.Desk.Store.FindAsync(reference, CancellationToken.None))!))
            {
                continue;
            }

            foreach (var command in world.Get<CommandCatalog>().All)
            {
                string[] words = ["", reference, "all", "mine", "ACME", "at-risk", "promises", $"{reference} why", $"{reference} log", $"{reference} brief", $"{reference} because", "zq", $"find {Secret[..2]}"];
                foreach (var text in words)
                {
                    var name = command.Spec.Name.Split(' ');
                    Check(await world.Inbox.CommandAsync(Call(who, name[0], $"{string.Join(' ', name.Skip(1))} {text}".Trim()), CancellationToken.None), command.Spec.Name, text, reference);
                }
            }

            foreach (var button in buttons)
            {
                var press = new ButtonPress(Person(who), Triage, $"{who}{button.Action}{button.Value}", button.Action, button.Value, null);
                Check(await world.Inbox.PressAsync(press, CancellationToken.None), button.Action, "", reference);
                var form = new FormSubmission(Person(who), Triage, $"{who}{button.Action}f", button.Action.Split('.')[0] + ".submit", button.Value, FormValues.None);
                Check(await world.Inbox.SubmitAsync(form, CancellationToken.None), form.Action, "", reference);
            }

            var home = ChatJson.Write(await world.Inbox.HomeAsync(Person(who), CancellationToken.None));
            home.ShouldNotContain(Secret);
            Names(home, reference).ShouldBeFalse(home);
        }
    }

    private static void Check(Reply reply, string command, string text, string reference)
    {
        var said = reply switch
        {
            CardReply card => ChatJson.Write(card.Card),
            ReplaceReply card => ChatJson.Write(card.Card),
            FormReply form => ChatJson.Write(form.Form),
            DoneReply { Text: { } done } => done.ToPlain(),
            RefusedReply refused => refused.Reason.ToPlain(),
            ErrorsReply errors => string.Join(' ', errors.Errors.Select(e => e.Message)),
            _ => "",
        };
        said.ShouldNotContain(Secret, customMessage: $"{command} {text}");

        // What they typed themselves may be said back to them as not being there.
        if (!text.Contains(reference, StringComparison.Ordinal))
        {
            Names(said, reference).ShouldBeFalse($"{command} {text}: {said}");
        }
    }

    /// <summary>What reached a room, or somebody who is not on the case and has none of the roles.</summary>
    private static IEnumerable<string> Sent(DeskWorld world)
    {
        var allowed = world.Known.People.Where(p => world.Get<PlaybookSource>().Current.Organisation.SeesRestricted(p.Roles) || p.Name.StartsWith("Dana", StringComparison.Ordinal))
            .SelectMany(p => p.Identities.Values).Append("U0ADA").ToHashSet(StringComparer.Ordinal);
        var sent = new[] { world.Slack, world.Teams }.SelectMany(p => p.Sent.Select(m => (To: m.Where.ChannelId, m.Message.Card)).Concat(p.Updates.Select(u => (To: u.Where.ChannelId, u.Card))));
        return sent.Where(m => !allowed.Contains(m.To) && ChatJson.Write(m.Card) is var json && (json.Contains(Secret, StringComparison.Ordinal) || Names(json, "ACME-1")))
            .Where(m => !IsOnIt(world, m.To))
            .Select(m => $"{m.To}: {m.Card.ToPlain()}");
    }

    /// <summary>Whoever the ladder brought in holds the case, or held it when the message went out.</summary>
    private static bool IsOnIt(DeskWorld world, string to) => world.Known.People.Any(p => p.Identities.Values.Contains(to))
        && world.TextsAsync("select text from timeline where kind = 'Climbed'").GetAwaiter().GetResult()
            .Exists(t => world.Known.People.Any(p => p.Identities.Values.Contains(to) && t.Contains(p.Name, StringComparison.Ordinal)));

    /// <summary>The examples in refusals are of a case with a longer number.</summary>
    private static bool Names(string text, string reference) => System.Text.RegularExpressions.Regex.IsMatch(text, $@"{reference}(?!\d)", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));

    private static ChatPlace Triage { get; } = new("slack", PlaceKind.Channel, "C0TRIAGE");

    private static ChatPerson Person(string id) => new("slack", id, id, false);

    private static CommandCall Call(string who, string name, string text) => new(Person(who), Triage, $"{who}{name}{text}", name, text);
}
