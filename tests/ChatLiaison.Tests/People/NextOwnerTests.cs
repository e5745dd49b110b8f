using ChatLiaison.Commands;
using ChatLiaison.People;
using ChatLiaison.Tests.Conventions;
using NodaTime;
using Shouldly;
using Xunit;
using static ChatLiaison.Tests.People.SampleStaff;

namespace ChatLiaison.Tests.People;

public sealed class NextOwnerTests
{
    private static readonly Instant Afternoon = Instant.FromUtc(2026, 11, 23, 15, 30);

    public static TheoryData<string> Names => [.. OwnerSituations.All.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Asks(string situation)
    {
        var asked = OwnerSituations.All.Single(s => s.Name == situation);

        var choice = asked.Choose();

        choice.Person?.Name.ShouldBe(asked.Expected?.Name);
        (choice.Person is null).ShouldBe(asked.Expected is null, string.Join(' ', choice.Reasons));
        choice.Reasons.ShouldNotBeEmpty();
        choice.PassedOver.Count.ShouldBe(choice.Person is null ? choice.Reasons.Count : choice.PassedOver.Count);
        asked.Choose(asked.People.Reverse()).Person.ShouldBe(choice.Person, "the order of the directory makes no difference");
    }

    /// <summary>Set UPDATE_EXPECTED=1 to write the page anew after looking at the difference.</summary>
    [Fact]
    public void The_page_of_situations_says_what_the_rules_do()
    {
        var path = Path.Combine(Source.Root, "docs", "next-owner.md");
        var page = NextOwnerPage.Write(OwnerSituations.All);
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECTED") == "1")
        {
            File.WriteAllText(path, page);
        }

        OwnerSituations.All.Count.ShouldBe(21);
        File.ReadAllText(path).ShouldBe(page, "run once with UPDATE_EXPECTED=1 and look at the difference");
    }

    [Fact]
    public void Reachable_on_one_of_two_platforms_is_reachable() =>
        Choose(Person("Dana", Role.Liaison, "Europe/London", "north", "south") with { UnreachableOn = new HashSet<string> { "north" } }).Person.ShouldNotBeNull();

    [Theory]
    [InlineData("east", "Dana is on no platform that is on.")]
    [InlineData("", "Dana is on no platform that is on.")]
    public void Nobody_is_asked_where_nothing_is_sent(string platform, string why) =>
        Choose(Dana with { Identities = platform.Length == 0 ? [] : new Dictionary<string, string> { [platform] = "U" } }).Reasons.ShouldBe([why]);

    [Fact]
    public void Whoever_has_left_is_asked_no_more() =>
        Choose(Dana with { Active = false }).Reasons.ShouldBe(["Nobody active has the role liaison. Give it to somebody in the directory."]);

    [Fact]
    public void The_customers_liaison_counts_as_one_whatever_their_role() => Choose(Dana with { Roles = new HashSet<Role> { Role.Product } }).Person!.Name.ShouldBe("Dana");

    [Fact]
    public void Being_the_liaison_counts_at_the_liaisons_level_only()
    {
        var both = Dana with { Roles = new HashSet<Role> { Role.Liaison, Role.SeniorSupport }, Name = "Zed" };
        new OwnerSituation("", Role.SeniorSupport, Afternoon, [both, Priya], Priya, "").Choose().Person.ShouldBe(Priya);
    }

    [Fact]
    public void Somebody_who_covers_for_another_level_is_asked_at_that_level() =>
        new OwnerSituation("", Role.Engineering, Afternoon, [Mateo, Priya], Priya, "") { Away = [(Mateo, Priya)] }.Choose().Reasons[0].ShouldBe("covers for Mateo");

    [Fact]
    public void The_reckoning_adds_up()
    {
        var choice = new OwnerSituation("", Role.SeniorSupport, Afternoon, [Priya], Priya, "") { Facts = [(Priya, new(2, 3, 1, true))] }.Choose();

        choice.Reckoning.ShouldBe(
            "61 points: at work now (30), has worked on this case (20), worked on 3 cases of Acme Ltd in the last year (12), worked on 1 case of this type in the last year (3), holds 2 open cases (-4)");
    }

    [Theory]
    [InlineData("single sign-on", "Single sign-on fails", true)]
    [InlineData("single sign-on", "The single button fails", false)]
    [InlineData("C++", "the C++ client crashes", true)]
    [InlineData("billing", "Rebilling", false)]
    [InlineData("exports", "The export hangs", true)]
    [InlineData("export", "All exports hang", true)]
    [InlineData("database indexes", "An index of the database is broken", true)]
    [InlineData("queries", "One query is slow", true)]
    [InlineData("invoices", "The invoice is wrong", true)]
    [InlineData("access", "Acces", false)]
    [InlineData("SSO", "so slow", false)]
    public void An_area_is_touched_when_all_its_words_are_there(string area, string matter, bool touched) => Topics.Touch(Topics.Of(matter), area).ShouldBe(touched);

    private static OwnerChoice Choose(Person dana) => new OwnerSituation("", Role.Liaison, Afternoon, [dana], dana, "").Choose();
}
