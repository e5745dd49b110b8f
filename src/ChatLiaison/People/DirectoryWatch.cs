using ChatLiaison.Storage;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.People;

/// <summary>Notices that another server changed the directory.</summary>
internal sealed class DirectoryWatch(Directory directory, TimeProvider time, ILogger<DirectoryWatch> log) : ChangeWatch("directory", time, log)
{
    protected override Task RefreshAsync(CancellationToken cancellationToken) => directory.RefreshIfChangedAsync(cancellationToken);
}
