namespace ChatLiaison.Playground.Teams;

/// <summary>What is wrong with the token of an activity sent by <see cref="TeamsClient.SendAsync"/>.</summary>
public enum TeamsForgery
{
    /// <summary>Nothing: as the channel signs it.</summary>
    None,

    /// <summary>No Authorization header at all.</summary>
    NoToken,

    /// <summary>Signed by a stranger's key under the current key's id.</summary>
    WrongKey,

    /// <summary>Signed by a key that is not in the published set.</summary>
    UnknownKey,

    WrongIssuer,

    WrongAudience,

    /// <summary>Expired an hour ago.</summary>
    Expired,

    /// <summary>Valid only from an hour ahead.</summary>
    NotYetValid,

    /// <summary>The <c>serviceurl</c> claim names another service than the activity.</summary>
    WrongServiceUrl,

    NoServiceUrl,

    /// <summary>Signed by a published key that is not endorsed for msteams.</summary>
    KeyWithoutEndorsement,

    /// <summary><c>alg: none</c>, no signature.</summary>
    WithoutSignature,

    /// <summary>Signed with HS256, the published public key's bytes being the secret.</summary>
    SymmetricAlgorithm,
}
