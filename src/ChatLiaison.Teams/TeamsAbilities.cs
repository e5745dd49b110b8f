using ChatLiaison.Chat;
using NodaTime;

namespace ChatLiaison.Teams;

/// <summary>What Teams can and can't do.</summary>
internal static class TeamsAbilities
{
    public static readonly PlatformAbilities All = new()
    {
        DisplayName = "Microsoft Teams",
        OpensFormFromText = false,
        MarksFields = false,
        PrivateInChannel = false,
        CommandsInThreads = true,
        UnfoldsFields = true,
        FilesInForms = false,
        HasHomePage = false,
        FindsSentMessages = false,
        ReadsChannels = "Only messages that name the bot; all messages of a team once its owner grants ChannelMessage.Read.Group on adding the app",
        // Teams: rate limiting for bots, per bot and thread.
        PerConversation =
        [
            new(7, Duration.FromSeconds(1)),
            new(8, Duration.FromSeconds(2)),
            new(60, Duration.FromSeconds(30)),
            new(1800, Duration.FromHours(1)),
        ],
        // Teams documents 50 a second for an app in a tenant, earlier 30; the smaller one is kept.
        PerWorkspace = [new(30, Duration.FromSeconds(1))],
        Gaps =
        [
            new("Open a form by typing a command", "The bot answers with a card whose button opens the form. A message extension opens it at once"),
            new("See which field is wrong after sending a form", "The form is shown again with the sentences on top and above the fields; what was typed stays"),
            new("An answer in a channel that only one person sees", "It goes to the person's chat with the bot; when that can't be reached, the thread says so"),
            new("Slash commands", "The same words after naming the bot (@ChatLiaison case ACME-12), or alone in the chat with the bot"),
            new("Attach files in a form", "The form says to post them in the conversation. In a channel Teams tells a bot of pictures alone; the action on a message brings its other files"),
            new("A home page", "The first card in the chat with the bot"),
            new("Follow a channel without being named", "Name the bot, press a button or use the action on a message; or grant ChannelMessage.Read.Group when adding the app"),
            new("Find a sent message again by our own id", "Sent messages are known by the id that Teams gave them; a send whose answer got lost can't be looked up"),
            new("A question box before an act that is hard to take back", "The button unfolds the question with the real button under it"),
            new("Code in fixed-width type", "It is shown in plain type"),
            new("Write to a person who never added the app", "They add it once, or an admin installs it for everyone; until then the channel is used"),
        ],
    };
}
