using ChatLiaison.Chat;

namespace ChatLiaison.Commands;

/// <summary>Everyone who hears what is not a command.</summary>
internal sealed class Ears(
    IEnumerable<IChatListener> listeners, IEnumerable<INoticeListener> noticeListeners, IEnumerable<IChoiceSource> sources, IHomePage home)
{
    public IReadOnlyList<IChatListener> Listeners { get; } = [.. listeners.OrderBy(l => l.Order)];

    public IReadOnlyList<INoticeListener> NoticeListeners { get; } = [.. noticeListeners];

    public IReadOnlyList<IChoiceSource> Sources { get; } = [.. sources];

    public IHomePage Home { get; } = home;
}

/// <summary>A person's first page.</summary>
internal interface IHomePage
{
    /// <param name="discreetly">Nobody else reads it.</param>
    Task<Card> DrawAsync(Caller caller, bool discreetly, CancellationToken cancellationToken);
}
