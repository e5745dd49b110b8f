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

    /// <summary>Somebody of the customer's, who sees their own cases; a restricted one only who reported it.</summary>
    public static bool MaySee(string platform, string user, int? customer, SupportCase c) =>
        customer == c.CustomerId && (!c.Restricted || IsContact(platform, user, c));

    public static bool IsContact(string platform, string user, SupportCase c) => c.ContactPlatform == platform && c.ContactUser == user;

    public static CaseDecision Restrict(SupportCase c, Actor by, string why) => c.Restricted
        ? CaseDecision.Refuse(CustomerText.Of($"{c.ReferenceText} is restricted already."))
        : CaseDecision.To(c with { Restricted = true }, new CaseEvent(CaseEventKind.Restricted, $"{by.Name} restricted the case: {why}"));

    public static CaseDecision Lift(SupportCase c, Actor by, string why) => !c.Restricted
        ? CaseDecision.Refuse(CustomerText.Of($"{c.ReferenceText} is not restricted."))
        : CaseDecision.To(c with { Restricted = false }, new CaseEvent(CaseEventKind.Restricted, $"{by.Name} lifted the restriction: {why}"));

    public static CaseDecision LetIn(SupportCase c, Actor by, string person) => CaseDecision.To(c, new CaseEvent(CaseEventKind.Restricted, $"{by.Name} let {person} see the case."));
}
