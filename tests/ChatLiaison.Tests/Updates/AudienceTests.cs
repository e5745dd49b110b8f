using System.Reflection;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Escalation;
using ChatLiaison.Playbook;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Updates;

/// <summary>What stays inside, stays inside: whatever happens to a case, the customer's channel never reads it.</summary>
public sealed class AudienceTests
{
    private const string Secret = "Zebra";

    [Fact]
    public async Task Nothing_internal_is_ever_said_in_a_customers_channel()
    {
        await using var world = await DeskWorld.CreateAsync();
        var acts = new[] { "note", "climb", "skip", "told", "wrote", "wait", "resume", "resolve", "reopen", "cancel", "priority", "assign", "correct" };
        foreach (var story in Gen.Elements(acts).ListOf(8).Sample(20))
        {
            var c = await world.OpenAsync(Priority.P2);
            await world.RunAsync("update cases set sentiment = $2 where id = $1", c.Id, $"{Secret} angry");
            foreach (var act in story)
            {
                await DoAsync(world, c, act);
                await world.DeliverAsync();
                world.Clock.Move(Duration.FromSeconds(3));
            }
        }

        var read = world.Slack.Sent.Where(m => m.Where.ChannelId == "C0ACME").Select(m => m.Message.Card)
            .Concat(world.Slack.Updates.Where(u => u.Where.ChannelId == "C0ACME").Select(u => u.Card)).ToList();
        read.Count.ShouldBeGreaterThan(40);
        read.ShouldAllBe(card => card is CustomerCard);
        foreach (var words in read.Select(ChatJson.Write))
        {
            words.ShouldNotContain(Secret);
            words.ShouldNotContain("Globex");
            words.ShouldNotContain("Skipped");
            words.ShouldNotContain("\"staff\"");
        }
    }

    /// <summary>
    /// Thousands of stories on three cases of two customers, one of them restricted, with the acts of both sides in any order. What each act
    /// queues is read from the unit of work, drawn by the renderers of both platforms, and searched for everything internal that was said.
    /// </summary>
    [Fact]
    public async Task Nothing_internal_is_in_a_payload_for_a_customer_whatever_the_story()
    {
        await using var world = await DeskWorld.CreateAsync();
        var payloads = 0;
        Prop.ForAll(StoryAct.Any.ListOf(12).ToArbitrary(), story => payloads += new StoryRun(world).Play(story)).Check(Config.QuickThrowOnFailure.WithMaxTest(2500));
        payloads.ShouldBeGreaterThan(50_000);
    }

    [Fact]
    public void Nothing_makes_customer_text_of_staff_text()
    {
        var doors = typeof(CustomerText).GetConstructors()
            .Cast<MethodBase>()
            .Concat(typeof(CustomerText).Assembly.GetTypes().SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
                .Where(m => m.ReturnType == typeof(CustomerText)))
            .Where(m => m.GetParameters().Any(p => p.ParameterType == typeof(StaffText) || p.ParameterType == typeof(ChatText) || p.ParameterType == typeof(IReadOnlyList<Span>)))
            .Select(m => m.ToString());

        doors.ShouldBeEmpty();
        typeof(StaffText).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance).ShouldAllBe(m => m.ReturnType != typeof(CustomerText));
    }

    [Fact]
    public void Only_named_people_approve_words_for_customers()
    {
        Should.Throw<ArgumentException>(() => CustomerText.Approved("words", " "));
        CustomerText.Approved("words", "Dana").ToPlain().ShouldBe("words");
    }

    private static async Task DoAsync(DeskWorld world, SupportCase c, string act)
    {
        var (by, now) = (world.Actor(), world.Now);
        if (act is "climb" or "skip")
        {
            await using var work = world.Database.Begin(now);
            if (await CaseStore.HoldAsync(work, c.Id, CancellationToken.None) is { } held && held.Status.IsOpen())
            {
                await world.Get<Ladder>().ClimbAsync(work, held, by, act == "climb" ? held.Level + 1 : 9, $"{Secret}: they threaten to leave", CancellationToken.None);
                await work.CommitAsync(CancellationToken.None);
            }

            return;
        }

        await world.ActAsync(
            c,
            x => act switch
            {
                "note" => CaseRules.Note(x, $"{Secret}: like Globex last week"),
                "told" => CaseRules.Tell(x, by, "We look at it", null, false, now),
                "wrote" => x.Status.IsEnded() ? CaseRules.Ended(x)! : CaseRules.CustomerWrote(x, "Hello?"),
                "wait" => CaseRules.Wait(x, by, CaseStatus.WaitingOnCustomer, "Which version?", now),
                "resume" => CaseRules.Resume(x, by),
                "resolve" => EndingRules.Resolve(x, by, "Restarted it", now),
                "reopen" => EndingRules.Reopen(x, by, $"{Secret}: not really fixed", Duration.FromDays(7), now),
                "cancel" => EndingRules.Cancel(x, by, $"{Secret}: a duplicate of Globex's", now),
                "priority" => CaseRules.Prioritise(x, by, x.Priority == Priority.P1 ? Priority.P3 : Priority.P1),
                "assign" => CaseRules.Assign(x, by, new Party(world.Person("Priya").Id, "Priya Raman"), now),
                _ => EndingRules.Correct(x, x.Details with { Issue = "Orders fail since ten" }),
            },
            act is "wrote" or "correct" ? DeskWorld.Ada : by);
    }
}
