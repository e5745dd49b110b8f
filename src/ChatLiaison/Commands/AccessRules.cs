using ChatLiaison.Chat;

namespace ChatLiaison.Commands;

/// <summary>Who may do what, and what is said to those who may not: one plain sentence, the same everywhere.</summary>
internal static class AccessRules
{
    public static CustomerText? Refusal(Access access, Caller caller) => access switch
    {
        Access.Anyone => null,
        _ when caller.IsCustomer => CustomerText.Of($"That is for our own team. Write to us in this channel and we will take it from there."),
        Access.Organisation => null,
        _ when !caller.IsStaff => CustomerText.Of($"You are not in the directory yet, so this can't be done in your name. Ask an admin to add you."),
        Access.Management when !caller.Is(Role.Management, Role.Executive, Role.Admin) =>
            CustomerText.Of($"That is for management. Ask a manager, or an admin to give you the role."),
        Access.Admin when !caller.Is(Role.Admin) => CustomerText.Of($"That is for admins. Ask one of them to do it."),
        _ => null,
    };
}
