using ChatLiaison.Commands;
using ChatLiaison.People;
using ChatLiaison.Time;
using NodaTime;
using static ChatLiaison.Tests.People.SampleStaff;

namespace ChatLiaison.Tests.People;

/// <summary>Twenty-one situations of a support team; the page docs/next-owner.md shows them.</summary>
internal static class OwnerSituations
{
    private static readonly Person Zoe = Person("Zoe", Role.SeniorSupport, "Europe/London");
    private static readonly Person Kim = Person("Kim", Role.Engineering, "America/Sao_Paulo") with { Expertise = ["single sign-on", "billing"] };
    private static readonly Person NoApp = Dana with { UnreachableOn = new HashSet<string> { "north" } };

    public static IReadOnlyList<OwnerSituation> All { get; } =
    [
        new("The customer's liaison is at work", Role.Liaison, Hour(15), [Dana, Lee], Dana, "Their own person is there."),
        new("The liaison has gone home but is awake, a colleague is at work", Role.Liaison, Hour(19), [Dana, Lee], Dana, "A word from the one they know is worth an evening message."),
        new("The liaison is asleep, a colleague is awake", Role.Liaison, Hour(23), [Dana, Lee], Lee, "Nobody is woken for what a colleague can do."),
        new("Everyone is asleep, and nothing is critical", Role.Liaison, Hour(6), [Dana, Lee], Dana, "It waits for their own person's morning."),
        new("Everyone is asleep, and it is critical", Role.Liaison, Hour(6), [Dana, Lee], null, "A critical case does not wait for an alarm clock: it goes up.") { Critical = true },
        new("The liaison is away, and somebody covers", Role.Liaison, Hour(15), [Dana, Lee, Priya], Priya, "That is what the cover said yes to, whatever their own role.") { Away = [(Dana, Priya)] },
        new("The liaison is away, and nobody covers", Role.Liaison, Hour(15), [Dana, Lee], Lee, "Another liaison before nobody.") { Away = [(Dana, null)] },
        new("The liaison has removed the app", Role.Liaison, Hour(15), [NoApp, Lee], Lee, "Never somebody whom the message would not reach."),
        new("The liaison declined: at the dentist", Role.Liaison, Hour(15), [Dana, Lee], Lee, "No was an answer; nobody is asked twice.") { PassOver = [(Dana, "declined it (at the dentist)")] },
        new("Everyone of the level has declined", Role.Liaison, Hour(15), [Dana, Lee], null, "It goes up at once.") { PassOver = [(Dana, "declined it (at the dentist)"), (Lee, "declined it (on a train)")] },
        new("Critical at night, and an engineer is on call", Role.Engineering, Hour(17), [Jun, Mateo], Jun, "Being woken is what being on call means; a colleague at work has not signed up for it.") { Critical = true, OnCall = [Jun] },
        new("Not critical at night, the engineer on call is asleep, another is at work", Role.Engineering, Hour(17), [Jun, Mateo], Mateo, "On call or not, nobody is woken for what can wait.") { OnCall = [Jun] },
        new("On call, against a colleague who has helped this customer twice", Role.Engineering, Hour(15), [Mateo, Kim], Mateo, "The rotation says who is first; a little context does not overrule it.") { OnCall = [Mateo], Facts = [(Kim, new(0, 2, 0, false))] },
        new("On call, against a colleague who has worked on this very case and knows the customer well", Role.Engineering, Hour(15), [Mateo, Kim], Kim, "Nothing is explained twice to somebody who was in it.") { OnCall = [Mateo], Facts = [(Kim, new(1, 5, 1, true))] },
        new("Both at work, one has worked on six cases of the customer", Role.SeniorSupport, Hour(15), [Priya, Zoe], Zoe, "The one with the most context.") { Facts = [(Zoe, new(2, 6, 0, false))] },
        new("Both at work, one knows what the case is about", Role.Engineering, Hour(15), [Kim, Mateo], Kim, "Expertise finds the cause sooner.") { Matter = "Log-in by single sign-on fails since Monday" },
        new("Both at work and alike, one holds eight cases", Role.SeniorSupport, Hour(15), [Priya, Zoe], Zoe, "Work is spread.") { Facts = [(Priya, new(8, 0, 0, false))] },
        new("One knows the customer but holds twelve cases, the other holds none", Role.SeniorSupport, Hour(15), [Priya, Zoe], Zoe, "Context is no help from somebody who is swamped.") { Facts = [(Priya, new(12, 4, 0, false))] },
        new("The liaison has a public holiday, a colleague elsewhere works", Role.Liaison, Hour(15), [Dana, Lee], Lee, "A day off is a day off while anybody else can act.") { Holiday = new Holiday(new(2026, 11, 23), "Founders' Day") },
        new("The only one of the level sleeps past the time by which an answer is due", Role.SeniorSupport, Hour(23), [Priya], null, "An answer that would come late is no answer: it goes up.") { Due = Duration.FromHours(4) },
        new("On Saturday the liaison is awake, and a colleague is on call", Role.Liaison, Instant.FromUtc(2026, 11, 28, 15, 30), [Dana, Lee], Lee, "A weekend is whose turn it is, however well somebody else knows the customer.") { OnCall = [Lee], Facts = [(Dana, new(0, 6, 2, false))] },
    ];

    private static Instant Hour(int hour) => Instant.FromUtc(2026, 11, 23, hour, 30);
}
