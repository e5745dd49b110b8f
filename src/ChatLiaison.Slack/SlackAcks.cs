using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>Replies as the body that answers a slash command or a response_url. (Slack: message responses.)</summary>
internal static class SlackAcks
{
    public static SlackAnswer Of(Reply reply) => Shown(reply) switch
    {
        null => SlackAnswer.Ok,
        (Card card, bool forAll) => SlackAnswer.Json((card, forAll), static (writer, shown) => Write(writer, shown.card, shown.forAll)),
    };

    /// <summary>What a reply shows, and whether everyone sees it; null when it shows nothing.</summary>
    public static (Card Card, bool ForAll)? Shown(Reply reply) => reply switch
    {
        DoneReply { Text: { IsEmpty: false } text } => (CustomerCard.Plain(text), false),
        RefusedReply refused => (CustomerCard.Plain(refused.Reason), false),
        ErrorsReply errors => (CustomerCard.Plain(SlackWords.Join(errors.Errors)), false),
        CardReply card => (card.Card, card.Visibility == Visibility.Here),
        ReplaceReply replace => (replace.Card, false),
        FormReply { Form: { Opener: { } opener } form } => (CustomerCard.Plain(form.OpenerText).With(opener), false),
        FormReply => (CustomerCard.Plain(SlackWords.FormDidNotOpen), false),
        _ => null,
    };

    public static void Write(Utf8JsonWriter writer, Card card, bool forAll)
    {
        writer.WriteStartObject();
        writer.WriteString("response_type", forAll ? "in_channel" : "ephemeral");
        SlackCardRenderer.WriteMessage(writer, card);
        writer.WriteEndObject();
    }
}
