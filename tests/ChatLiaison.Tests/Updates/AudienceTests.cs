using System.Reflection;
using ChatLiaison.Chat;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Updates;

/// <summary>What stays inside, stays inside: whatever happens to a case, the customer's channel never reads it.</summary>
public sealed class AudienceTests
{
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
}
