using ChatLiaison.CaseCards;
using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Intake;

/// <summary>The bot was named, or written to directly, with no command: what it can do for this person.</summary>
internal sealed class MentionListener(Lazy<CommandCatalog> catalog, IHomePage home) : IChatListener
{
    public int Order => 90;

    public async Task<Reply?> HearAsync(Caller caller, ChatMessage message, CancellationToken cancellationToken)
    {
        if (!message.MentionsUs)
        {
            return null;
        }

        var first = CommandWords.Split(message.Text).First;
        if (first.Contains('-', StringComparison.Ordinal) && first.Length <= 40 && catalog.Value.Find("case", message.Text) is { } found)
        {
            var call = new CommandCall(message.Person, message.Place, message.Key, "case", message.Text);
            return await found.Command.RunAsync(caller, call, cancellationToken);
        }

        var page = await home.DrawAsync(caller, discreetly: message.Place.Kind == PlaceKind.Direct, cancellationToken);
        return page is CustomerCard card ? CustomerCaseList.Answer(card, message.Place) : Reply.Show(page);
    }
}
