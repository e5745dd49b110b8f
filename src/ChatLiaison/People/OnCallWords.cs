using ChatLiaison.Chat;
using NodaTime;

namespace ChatLiaison.People;

/// <summary>Who is on call, in words for our own people.</summary>
internal static class OnCallWords
{
    private static readonly Duration Ahead = Duration.FromDays(60);

    /// <summary><c>engineering: Jun Tanaka is on call until Mon 23 Nov, 12:00, then Mateo Silva.</c></summary>
    public static StaffText NowAndNext(OnCallPlan plan, Instant now)
    {
        var (name, current, next) = (plan.Rotation.Name, plan.At(now), plan.Turns.Next(now, now + Ahead));
        return (current, next) switch
        {
            (null, null) => StaffText.Of($"{name:b}: nobody is on call."),
            ({ } alone, null) => StaffText.Of($"{name:b}: {alone.Name:b} is on call, and nobody takes over in the next weeks."),
            (null, _) => StaffText.Of($"{name:b}: nobody is on call until {next.From}, then {Name(next.Member)}."),
            ({ } person, _) => StaffText.Of($"{name:b}: {person.Name:b} is on call until {next.From}, then {Name(next.Member)}."),
        };
    }

    public static string Name(Person? person) => person is { Active: true } ? person.Name : "nobody";
}
