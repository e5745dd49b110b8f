using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Outbox;

/// <summary>The last look before a message goes out: is it still true, and does it name what not everyone may see?</summary>
public sealed class LetterConditionTests : IAsyncLifetime
{
    private DeskWorld world = null!;

    public async ValueTask InitializeAsync() => world = await DeskWorld.CreateAsync();

    public async ValueTask DisposeAsync() => await world.DisposeAsync();

    [Theory, InlineData("Dana", "Noor", true), InlineData("Dana", null, false), InlineData("Lee", "Noor", false)]
    public async Task What_says_who_holds_a_case_is_sent_only_while_they_do(string owner, string? engineer, bool sent)
    {
        var c = await world.OpenAsync();
        await world.PostAsync(Staff("Noor is on it with you") with { CaseId = c.Id, While = new HeldBy(world.Person("Dana").Id, world.Person("Noor").Id) });
        await world.RunAsync("update cases set owner_id = $2, engineering_owner_id = $3 where id = $1", c.Id, world.Person(owner).Id, engineer is null ? null : world.Person(engineer).Id);

        await world.DeliverAsync();

        world.Slack.SaidTo("C0TRIAGE").Contains("Noor is on it with you").ShouldBe(sent);
    }

    [Theory, InlineData("Lee", false), InlineData(null, true)]
    public async Task What_says_that_nobody_of_engineering_is_on_a_case_is_sent_only_while_nobody_is(string? engineer, bool sent)
    {
        var c = await world.OpenAsync();
        await world.PostAsync(Staff("It is back with you alone") with { CaseId = c.Id, While = new HeldBy(world.Person("Dana").Id, Guid.Empty) });
        await world.RunAsync("update cases set owner_id = $2, engineering_owner_id = $3 where id = $1", c.Id, world.Person("Dana").Id, engineer is null ? null : world.Person(engineer).Id);

        await world.DeliverAsync();

        world.Slack.SaidTo("C0TRIAGE").Contains("It is back with you alone").ShouldBe(sent);
    }

    [Theory]
    [InlineData("ACME-1 is yours", "ACME-1")]
    [InlineData("\\u00E9ACME-12", "ACME-12")]
    [InlineData("a-1, (BO2-3)", "BO2-3")]
    public void Whatever_could_be_a_reference_is_found_in_a_card(string text, string reference)
    {
        Discretion.References(text).ShouldContain(reference);
        Discretion.References(text).ShouldNotContain("ACME-1" == reference ? "ACME-12" : "ACME-1");
    }

    private static Letter Staff(string text) => Letter.ForStaff(new ToChannel("slack", "C0TRIAGE"), StaffCard.Plain(StaffText.Of($"{text}")));
}
