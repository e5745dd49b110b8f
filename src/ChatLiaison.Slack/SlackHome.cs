using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>Draws a person's home page. It is drawn anew at each visit, so a failure costs nothing but that visit.</summary>
internal sealed class SlackHome(IChatInbox inbox, SlackViews views, SlackWhispers whispers)
{
    public Task DrawAsync(ChatPerson person, CancellationToken cancellationToken) => whispers.QuietlyAsync(async () =>
        await views.PublishHomeAsync(person.Id, await inbox.HomeAsync(person, cancellationToken), cancellationToken));
}
