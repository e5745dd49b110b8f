using ChatLiaison.Chat;

namespace ChatLiaison.Commands;

/// <summary>What a person of ours may be; the names are those of the directory file.</summary>
public enum Role
{
    Liaison,
    SeniorSupport,
    Engineering,
    Product,
    Management,
    Executive,
    Admin,
}

/// <summary>Who is calling, as the directory knows them.</summary>
/// <param name="Chat">The person on their platform.</param>
/// <param name="PersonId">Our own person; null for people outside the organisation and for those who are not in the directory.</param>
/// <param name="Name">The directory's name, else the platform's.</param>
/// <param name="Roles">Empty for everyone but our own people in the directory.</param>
/// <param name="CustomerId">The customer they speak for, or in whose channel they speak; null elsewhere.</param>
internal sealed record Caller(ChatPerson Chat, Guid? PersonId, string Name, IReadOnlySet<Role> Roles, int? CustomerId)
{
    /// <summary>When they called, read once at the edge.</summary>
    public NodaTime.Instant Now { get; init; }

    /// <summary>One of their roles sees every restricted case.</summary>
    public bool SeesRestricted { get; init; }

    /// <summary>Their name, so that the platform calls them to our answer.</summary>
    public MentionSpan Mention => new(Chat.Platform, Chat.Id, Name);

    /// <summary>One of our people, in the directory, with something to do.</summary>
    public bool IsStaff => PersonId is not null && Roles.Count > 0;

    /// <summary>From another organisation: may do only what a customer may do.</summary>
    public bool IsCustomer => PersonId is null && Chat.External;

    public bool Is(params ReadOnlySpan<Role> any)
    {
        foreach (var role in any)
        {
            if (Roles.Contains(role))
            {
                return true;
            }
        }

        return false;
    }
}
