using NodaTime;

namespace ChatLiaison.People;

/// <summary>What speaks for and against somebody, in words for our own people.</summary>
internal static class OwnerWords
{
    public static IEnumerable<(string Words, int Points)> For(OwnerCandidate c, OwnerQuestion question)
    {
        if (c.IsLiaison)
        {
            yield return (c.CoversFor is { } away ? $"covers for {away.Name}, {question.Customer.Name}'s liaison" : $"{question.Customer.Name}'s liaison", OwnerScore.Liaison);
        }
        else if (c.CoversFor is { } away)
        {
            yield return ($"covers for {away.Name}", 0);
        }

        yield return (There(c, question), OwnerScore.Of(c.Standing));
        if (c.Facts.OnThis)
        {
            yield return ("has worked on this case", OwnerScore.OnThis);
        }

        if (c.Facts.OfCustomer > 0)
        {
            yield return ($"worked on {Cases(c.Facts.OfCustomer)} of {question.Customer.Name} in the last year", OwnerScore.OfCustomer(c.Facts));
        }

        if (c.Facts.OfType > 0)
        {
            yield return ($"worked on {Cases(c.Facts.OfType)} of this type in the last year", OwnerScore.OfType(c.Facts));
        }

        if (c.Knows.Count > 0)
        {
            yield return ($"knows {string.Join(" and ", c.Knows.Take(2))}", OwnerScore.Knowing(c.Knows.Count));
        }

        if (c.Facts.Open > 0)
        {
            yield return ($"holds {Cases(c.Facts.Open, "open ")}", OwnerScore.Load(c.Facts));
        }
    }

    /// <summary><c>26 points: at work now (30), holds 2 open cases (-4)</c>.</summary>
    public static string Reckoning(OwnerCandidate c, OwnerQuestion question) =>
        $"{c.Score} points: {string.Join(", ", For(c, question).Select(p => p.Points == 0 ? p.Words : $"{p.Words} ({p.Points})"))}";

    public static string Hindrance(OwnerCandidate c, OwnerQuestion question) => c.Hindrance switch
    {
        People.Hindrance.PassedOver => question.PassOver[c.Person.Id],
        People.Hindrance.Away => $"is away until {At(question.At.AwayUntil(c.Person) ?? question.At.Now, c.Person, "ddd d MMM HH:mm")}{(question.At.CoverOf(c.Person) is { } cover ? $"; {cover.Name} covers" : ", and nobody covers")}",
        People.Hindrance.OnNoPlatform => "is on no platform that is on",
        People.Hindrance.Unreachable => "can't be reached: the last message did not arrive",
        People.Hindrance.AsleepAndCritical => $"is asleep until {WakesAt(c.Person, question)}, and this is critical",
        People.Hindrance.AsleepPastDue => $"is asleep until {WakesAt(c.Person, question)}, past the time by which an answer is due",
        _ => "can be asked",
    };

    public static string InShort(Hindrance hindrance) => hindrance switch
    {
        People.Hindrance.Away => "away",
        People.Hindrance.OnNoPlatform or People.Hindrance.Unreachable => "can't be reached",
        People.Hindrance.AsleepAndCritical or People.Hindrance.AsleepPastDue => "asleep",
        _ => "not asked",
    };

    private static string There(OwnerCandidate c, OwnerQuestion question) => c.Standing switch
    {
        Standing.OnCall => "on call now",
        Standing.AtWork => "at work now",
        Standing.Awake => "awake, outside working hours",
        Standing.Off => $"has a day off ({question.At.DayOff(c.Person)})",
        _ => $"asleep until {WakesAt(c.Person, question)}",
    };

    private static string Cases(int count, string which = "") => count == 1 ? $"1 {which}case" : $"{count} {which}cases";

    private static string WakesAt(Person person, OwnerQuestion question) => At(person.Quiet.EndsAt(question.At.Now, person.Zone), person, "HH:mm");

    private static string At(Instant at, Person person, string pattern) =>
        $"{at.InZone(person.Zone).ToString(pattern, System.Globalization.CultureInfo.InvariantCulture)} ({person.Zone.Id})";
}
