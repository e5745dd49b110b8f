using ChatLiaison.Storage;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.Knowledge;

/// <summary>Notices that another server changed an entry.</summary>
internal sealed class KnowledgeWatch(KnowledgeBook book, TimeProvider time, ILogger<KnowledgeWatch> log) : ChangeWatch("knowledge entries", time, log)
{
    protected override Task RefreshAsync(CancellationToken cancellationToken) => book.ForgetIfChangedAsync(cancellationToken);
}
