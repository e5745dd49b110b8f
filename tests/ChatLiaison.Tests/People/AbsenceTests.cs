using ChatLiaison.People;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.People;

public sealed class AbsenceTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 12, 0);
    private static readonly Guid Dana = Guid.NewGuid();
    private static readonly Guid Lee = Guid.NewGuid();
    private static readonly Guid Priya = Guid.NewGuid();
    private static readonly Guid Omar = Guid.NewGuid();

    [Fact]
    public void Somebody_is_away_from_the_first_instant_and_back_at_the_last()
    {
        var index = Of((Dana, 0, 2, Lee));

        index.IsAway(Dana, Noon - Duration.FromMilliseconds(1)).ShouldBeFalse();
        index.IsAway(Dana, Noon).ShouldBeTrue();
        index.IsAway(Dana, Noon + Duration.FromHours(2)).ShouldBeFalse();
        index.IsAway(Lee, Noon).ShouldBeFalse();
    }

    [Fact]
    public void Whoever_is_there_stands_in_for_nobody_but_themselves() => AbsenceIndex.Empty.StandIn(Dana, Noon).ShouldBe(Dana);

    [Fact]
    public void The_cover_stands_in() => Of((Dana, 0, 2, Lee)).StandIn(Dana, Noon).ShouldBe(Lee);

    [Fact]
    public void Nobody_stands_in_without_a_cover() => Of((Dana, 0, 2, null)).StandIn(Dana, Noon).ShouldBeNull();

    [Theory]
    [InlineData(nameof(Consent.Needless), true)]
    [InlineData(nameof(Consent.Asked), true)]
    [InlineData(nameof(Consent.Given), true)]
    [InlineData(nameof(Consent.Declined), false)]
    [InlineData(nameof(Consent.Unanswered), false)]
    public void Whoever_said_no_or_nothing_does_not_stand_in(string consent, bool standsIn) =>
        new AbsenceIndex([new Absence(Guid.NewGuid(), Dana, Noon, Noon + Duration.FromHours(2), "", Lee) { Consent = Enum.Parse<Consent>(consent) }])
            .StandIn(Dana, Noon).ShouldBe(standsIn ? Lee : null);

    [Fact]
    public void The_covers_cover_stands_in_when_the_cover_is_away_too() => Of((Dana, 0, 2, Lee), (Lee, 0, 1, Priya)).StandIn(Dana, Noon).ShouldBe(Priya);

    [Fact]
    public void The_chain_is_followed_once() => Of((Dana, 0, 2, Lee), (Lee, 0, 2, Priya), (Priya, 0, 2, Omar)).StandIn(Dana, Noon).ShouldBeNull();

    [Fact]
    public void Two_who_cover_each_other_leave_nobody() => Of((Dana, 0, 2, Lee), (Lee, 0, 2, Dana)).StandIn(Dana, Noon).ShouldBeNull();

    [Fact]
    public async Task An_absence_is_known_to_every_server_until_it_is_over()
    {
        await using var world = await DeskWorld.CreateAsync();
        var absence = new Absence(Guid.NewGuid(), world.Person("Dana").Id, Noon, Noon + Duration.FromHours(2), "dentist", world.Person("Lee").Id)
        {
            Consent = Consent.Asked,
            AnswerBy = Noon + Duration.FromMinutes(30),
        };
        await using var neighbour = await world.NeighbourAsync();
        await world.WriteAsync(work => AbsenceStore.Write(work, absence));

        (await neighbour.Get<ChatLiaison.People.Directory>().RefreshIfChangedAsync(CancellationToken.None)).ShouldBeTrue();
        neighbour.Known.Absences.At(absence.PersonId, Noon).ShouldBe(absence);

        await world.WriteAsync(work => AbsenceStore.End(work, absence));
        await neighbour.Get<ChatLiaison.People.Directory>().RefreshIfChangedAsync(CancellationToken.None);
        neighbour.Known.Absences.All.ShouldBeEmpty();
    }

    private static AbsenceIndex Of(params (Guid Person, int From, int Until, Guid? Cover)[] absences) => new(
        [.. absences.Select(a => new Absence(Guid.NewGuid(), a.Person, Noon + Duration.FromHours(a.From), Noon + Duration.FromHours(a.Until), "", a.Cover))]);
}
