using ChatLiaison.Commands;
using ChatLiaison.People;
using NodaTime;
using Shouldly;
using Xunit;
using static ChatLiaison.Tests.People.SampleStaff;

namespace ChatLiaison.Tests.People;

/// <summary>Situations, each with who takes the case. All instants are on Monday 23 November 2026.</summary>
public sealed class NextOwnerTests
{
    private static readonly Person DanaAway = Dana with { UnreachableOn = new HashSet<string> { "north" } };

    public static TheoryData<string> Names => [.. Situations.Keys];

    private static readonly Dictionary<string, Situation> Situations = new()
    {
        ["the customer's liaison at work"] = new([Dana, Lee], Role.Liaison, 15, Dana),
        ["the customer's liaison awake after work, another at work"] = new([Dana, Lee], Role.Liaison, 19, Dana),
        ["the customer's liaison asleep, another awake"] = new([Dana, Lee], Role.Liaison, 23, Lee),
        ["both liaisons asleep, nothing critical"] = new([Dana, Lee], Role.Liaison, 6, Dana),
        ["both liaisons asleep and it is critical"] = new([Dana, Lee], Role.Liaison, 6, null) { Critical = true },
        ["the customer's liaison asleep and it is critical"] = new([Dana, Lee], Role.Liaison, 23, Lee) { Critical = true },
        ["a critical case with the liaison awake after work"] = new([Dana, Lee], Role.Liaison, 19, Dana) { Critical = true },
        ["the customer's liaison was asked already"] = new([Dana, Lee], Role.Liaison, 15, Lee) { Exclude = Dana },
        ["the only liaison was asked already"] = new([Dana], Role.Liaison, 15, null) { Exclude = Dana },
        ["the customer's liaison has left"] = new([Dana with { Active = false }, Lee], Role.Liaison, 15, Lee),
        ["the customer's liaison can't be reached"] = new([DanaAway, Lee], Role.Liaison, 15, Lee),
        ["unreachable on one platform, reachable on the other"] =
            new([Person("Dana", Role.Liaison, "Europe/London", "north", "south") with { UnreachableOn = new HashSet<string> { "north" } }, Lee], Role.Liaison, 15, Dana),
        ["only on a platform that is off"] = new([Person("Dana", Role.Liaison, "Europe/London", "east"), Lee], Role.Liaison, 15, Lee),
        ["on no platform at all"] = new([Dana with { Identities = new Dictionary<string, string>() }], Role.Liaison, 15, null),
        ["the customer's liaison has another role only"] = new([Dana with { Roles = new HashSet<Role> { Role.Product } }, Lee], Role.Liaison, 15, Dana),
        ["working before awake"] = new([Jun, Mateo], Role.Engineering, 12, Mateo),
        ["working before awake, the other way round"] = new([Jun, Mateo], Role.Engineering, 1, Jun),
        ["two alike: by name"] = new([Person("Zoe", Role.SeniorSupport, "Europe/London"), Priya], Role.SeniorSupport, 15, Priya),
        ["two alike: fewer cases first"] = new([Person("Zoe", Role.SeniorSupport, "Europe/London"), Priya], Role.SeniorSupport, 15, Person("Zoe", Role.SeniorSupport, "Europe/London")) { Busy = Priya },
        ["being the liaison counts at the liaisons' level only"] =
            new([Dana with { Roles = new HashSet<Role> { Role.Liaison, Role.SeniorSupport }, Name = "Zed" }, Priya], Role.SeniorSupport, 15, Priya),
        ["nobody has the role"] = new([Dana, Lee], Role.Executive, 15, null),
        ["everyone of a role has left"] = new([Priya with { Active = false }], Role.SeniorSupport, 15, null),
        ["the customer's liaison is not in the directory"] = new([Lee], Role.Liaison, 15, Lee),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Chooses(string situation)
    {
        var asked = Situations[situation];

        var choice = asked.Choose();

        choice.Person?.Id.ShouldBe(asked.Expected?.Id ?? Guid.Empty);
        (choice.Person is null).ShouldBe(asked.Expected is null);
        choice.Reasons.ShouldNotBeEmpty();
        choice.Reasons.ShouldAllBe(reason => reason.EndsWith('.'));
    }

    [Theory]
    [InlineData("the customer's liaison at work", "Dana is Acme Ltd's liaison. Dana is at work now.")]
    [InlineData("the customer's liaison asleep, another awake", "Lee is outside working hours but awake.")]
    [InlineData("both liaisons asleep, nothing critical", "Dana is Acme Ltd's liaison. Dana is asleep until 07:00 (Europe/London), like everyone who could take it.")]
    [InlineData("both liaisons asleep and it is critical", "Dana is asleep until 07:00 (Europe/London), and this is critical. Lee is asleep until 07:00 (America/New_York), and this is critical.")]
    [InlineData("the only liaison was asked already", "Dana was asked already or is away.")]
    [InlineData("on no platform at all", "Dana is on no platform that is on.")]
    [InlineData("nobody has the role", "Nobody active has the role executive.")]
    public void Says_why(string situation, string reasons) => string.Join(' ', Situations[situation].Choose().Reasons).ShouldBe(reasons);

    [Fact]
    public void Is_the_same_whatever_the_order_of_the_directory()
    {
        Person[] people = [Dana, Lee, Priya, Jun, Mateo];
        for (var hour = 0; hour < 24; hour++)
        {
            foreach (var role in new[] { Role.Liaison, Role.SeniorSupport, Role.Engineering })
            {
                new Situation(people, role, hour, null).Choose().Person
                    .ShouldBe(new Situation([.. people.Reverse()], role, hour, null).Choose().Person);
            }
        }
    }

    private sealed record Situation(Person[] People, Role Role, int Hour, Person? Expected)
    {
        public bool Critical { get; init; }

        public Person? Exclude { get; init; }

        public Person? Busy { get; init; }

        public OwnerChoice Choose() => NextOwner.Choose(
            Level(Role),
            Directory(People),
            Acme,
            Critical,
            Instant.FromUtc(2026, 11, 23, Hour, 30),
            Exclude is null ? new HashSet<Guid>() : new HashSet<Guid> { Exclude.Id },
            Platforms,
            Busy is null ? null : new Dictionary<Guid, int> { [Busy.Id] = 3 });
    }
}
