using ChatLiaison.Cases;
using ChatLiaison.Storage;

namespace ChatLiaison.Promises;

/// <summary>
/// Something that the watcher found due to be done with a case. Found by scanning: a capability carries out its own acts without the
/// watcher or the ladder knowing it.
/// </summary>
internal interface IDueAct
{
    /// <summary>The act's name, as the watcher writes it.</summary>
    string Act { get; }

    /// <summary>Does it, if it still applies, in the unit of work that holds the case and that the caller commits.</summary>
    Task DoAsync(UnitOfWork work, SupportCase c, string reason, CancellationToken cancellationToken);
}
