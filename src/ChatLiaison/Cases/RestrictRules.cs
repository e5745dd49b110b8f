using ChatLiaison.Chat;

namespace ChatLiaison.Cases;

/// <summary>Which cases only some may see, and who (S278). Pure; every list, card, message and command asks here.</summary>
internal static class RestrictRules
{
    /// <summary>The reasons to escalate that restrict a case.</summary>
    public static IReadOnlySet<string> Triggers { get; } =
        new HashSet<string>(StringComparer.Ordinal) { Playbook.EscalationEvents.Security, Playbook.EscalationEvents.Legal };

    /// <summary>One of our own people: the roles that the playbook names, those who hold it or are the customer's liaison, and those who were let in.</summary>
    /// <param name="seesAll">One of their roles sees every restricted case.</param>
    public static bool MaySee(Guid? person, bool seesAll, SupportCase c) => !c.Restricted || seesAll
        || (person is { } id && (c.Owner?.Id == id || c.EngineeringOwner?.Id == id || c.LiaisonId == id || c.Viewers.Contains(id)));

    /// <summary>Somebody of the customer's, who sees their customer's cases; a restricted one only who reported it, whether or not our directory knows them.</summary>
    public static bool MaySee(string platform, string user, int? customer, SupportCase c) =>
        IsContact(platform, user, c) || (customer == c.CustomerId && !c.Restricted);

    public static bool IsContact(string platform, string user, SupportCase c) => c.ContactPlatform == platform && c.ContactUser == user;

    public static CaseDecision Restrict(SupportCase c, Actor by, string why) => c.Restricted
        ? CaseDecision.Refuse(CustomerText.Of($"{c.ReferenceText} is restricted already."))
        : CaseDecision.To(c with { Restricted = true }, new CaseEvent(CaseEventKind.Restricted, $"{by.Name} restricted the case: {why}"));

    public static CaseDecision Lift(SupportCase c, Actor by, string why) => !c.Restricted
        ? CaseDecision.Refuse(CustomerText.Of($"{c.ReferenceText} is not restricted."))
        : CaseDecision.To(c with { Restricted = false }, new CaseEvent(CaseEventKind.Restricted, $"{by.Name} lifted the restriction: {why}"));

    /// <summary>Those whom something on a restricted case is given to, and who have no part in it yet: to be given it lets them see the case.</summary>
    public static IReadOnlyList<Guid> GivenTo(SupportCase? c, Guid? by, IEnumerable<Guid?> owners) => c is not { Restricted: true } ? []
        : [.. owners.OfType<Guid>().Distinct().Where(o => o != by && !MaySee(o, seesAll: false, c))];

    public static IReadOnlyList<Guid> GivenTo(SupportCase? c, Guid? by, IEnumerable<CaseEvent> events) => GivenTo(c, by, events.SelectMany(e => e.Commits).Select(m => m.OwnerId));

    /// <summary>What is added to the answer then.</summary>
    public static CustomerText MaySeeNow(SupportCase c) => CustomerText.Of($"Whoever it is given to may see {c.ReferenceText} now.");

    public static CaseDecision LetIn(SupportCase c, Actor by, string person) => CaseDecision.To(c, new CaseEvent(CaseEventKind.Restricted, $"{by.Name} let {person} see the case."));
}
