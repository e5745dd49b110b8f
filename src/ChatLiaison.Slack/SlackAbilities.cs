using ChatLiaison.Chat;
using NodaTime;

namespace ChatLiaison.Slack;

/// <summary>What Slack can do, and what we do where it can't.</summary>
internal static class SlackAbilities
{
    public static readonly PlatformAbilities All = new()
    {
        DisplayName = "Slack",
        OpensFormFromText = true,
        MarksFields = true,
        PrivateInChannel = true,
        CommandsInThreads = false,
        UnfoldsFields = false,
        FilesInForms = true,
        HasHomePage = true,
        FindsSentMessages = true,
        ReadsChannels = "Every message in each channel that the bot was invited to.",

        // Slack: rate limits. One message a second to a channel, bursts tolerated; several hundred a minute to a workspace.
        PerConversation = [new(1, Duration.FromSeconds(1))],
        PerWorkspace = [new(200, Duration.FromMinutes(1))],
        Gaps =
        [
            new("Call a command inside a thread", "Slack runs no app's slash command in a thread: mention the bot there, use a message's ⋯ menu, or press a button on the case's card."),
            new("Call a command as somebody from another organisation", "In a shared channel Slack offers our commands only to members of our workspace: customers mention the bot, answer in the thread or press a button."),
            new("Start from the menu in the channel where one is", "Slack's shortcuts menu does not say where one is: the form asks for the customer. A slash command in the channel knows."),
            new("Open a form from a mention", "Slack gives no form from a plain message: the bot answers with a button that opens it."),
            new("Unfold more fields in an open form", "The form is drawn anew with the further fields; what was typed stays."),
            new("Be told at once that a form was taken", "Slack closes the form without a word: the receipt comes in the person's direct messages."),
            new("Change a message for one person's eyes later", "Slack can't; it is replaced when its own button is pressed, and otherwise a new one is sent."),
            new("See a note that was given while one was away", "A note for one person's eyes in a channel is gone when Slack is reloaded: what must be kept goes to the direct conversation."),
            new("Press a button on a very long list", "A message holds 50 blocks: the last rows are listed without buttons, and a button opens the rest."),
            new("Read a conversation between others", "The bot reads only channels that it was invited to."),
        ],
    };
}
