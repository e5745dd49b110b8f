using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Customers;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.People;

/// <summary>Keeps the directory true when a platform gives a channel another id, or when a person can be written to again or no longer.</summary>
internal sealed class DirectoryListener(Database database, Directory directory) : INoticeListener
{
    public async Task NoticeAsync(ChatNotice notice, Instant now, CancellationToken cancellationToken)
    {
        await using var work = database.Begin(now);
        var (platform, user, channel) = (notice.Person.Platform, notice.Person.Id, notice.Place.ChannelId);
        switch (notice.Kind)
        {
            case NoticeKind.ChannelIdChanged when notice.Text.Length > 0:
                CustomerStore.ChannelIdChanged(work, notice.Place.Platform, channel, notice.Text);
                StaffChannelStore.ChannelIdChanged(work, notice.Place.Platform, channel, notice.Text);
                DirectoryLog.Write(work, platform, $"channel {channel}", $"id changed to {notice.Text}");
                break;
            case NoticeKind.PersonUninstalled when directory.Current.PersonByIdentity(platform, user) is { } person:
                PersonStore.MarkUnreachable(work, person.Id, platform, "They removed the app, so direct messages do not arrive.");
                break;
            case NoticeKind.PersonInstalled when directory.Current.PersonByIdentity(platform, user) is { } back && back.UnreachableOn.Contains(platform):
                PersonStore.MarkReachable(work, back.Id, platform);
                break;
            default:
                return;
        }

        await work.CommitAsync(cancellationToken);
        await directory.RefreshAsync(cancellationToken);
    }
}
