using ChatLiaison.Cases;
using ChatLiaison.Chat;
using NodaTime;

namespace ChatLiaison.Quality;

/// <summary>Whom somebody is asked about: support about engineering, engineering about support.</summary>
internal enum PulseSide
{
    Support,
    Engineering,
}

/// <summary>One question to one person after a case that engineering had a part in (S233).</summary>
internal sealed record Pulse(Guid Id, Guid CaseId, Guid PersonId, PulseSide Side)
{
    public int? Answer { get; init; }
}

/// <summary>The answers of one side. There is no figure of fewer people than can hide one another.</summary>
/// <param name="People">How many people answered.</param>
/// <param name="Mean">From 1 to 5.</param>
internal readonly record struct PulseMean(int People, double Mean)
{
    private const int Fewest = 3;

    public double? Shown => People >= Fewest ? Mean : null;
}

/// <summary>When somebody is asked, and how. Pure.</summary>
internal static class PulseRules
{
    public static readonly Duration Apart = Duration.FromDays(7);

    /// <summary>Not in one breath with the question of how this hand-off went.</summary>
    public static readonly Duration Later = Duration.FromHours(1);

    /// <summary>At most once in seven days.</summary>
    public static bool MayAsk(Instant? last, Instant now) => last is not { } then || now - then >= Apart;

    public static Instant AskAt(People.Person person, Instant now) =>
        now + Later is var then && person.IsAwake(then) ? then : person.Quiet.EndsAt(then, person.Zone);

    public static StaffCard Card(Pulse pulse, SupportCase c)
    {
        var id = pulse.Id.ToString();
        return StaffCard.Titled(StaffText.Of($"{c.Reference} is resolved: one question"))
            .Say(pulse.Side == PulseSide.Support
                ? "How confident are you that the next time you need engineering it will go well?"
                : "How confident are you that the next time support needs you it will go well?")
            .Small("1 is not at all, 5 is fully. Answers are only ever shown together, without names, and from three people on.")
            .With([.. Enumerable.Range(1, 5).Select(n => Button.Act("pulse.answer", $"{n}", $"{id}/{n}")), Button.Act("pulse.off", "Don't ask me", id).Further()]);
    }
}
