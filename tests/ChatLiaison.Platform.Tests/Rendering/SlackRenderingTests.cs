using ChatLiaison.Chat;
using ChatLiaison.Slack;
using Xunit;

namespace ChatLiaison.Platform.Tests.Rendering;

public class SlackRenderingTests
{
    private static readonly ChatPlace Place = new("slack", PlaceKind.Channel, "C0ACME", "1700000000.000100");

    public static TheoryData<string> Cards => [.. Gallery.Cards.Keys];

    public static TheoryData<string> Forms => [.. Gallery.Forms.Keys];

    [Theory]
    [MemberData(nameof(Cards))]
    public void A_card_is_drawn_as_stored(string name) => ExpectedFile.ShouldHold(name, "slack", JsonBuffer.Of(Gallery.Cards[name], static (writer, card) =>
    {
        writer.WriteStartObject();
        SlackCardRenderer.WriteMessage(writer, card);
        writer.WriteEndObject();
    }));

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_is_drawn_as_stored(string name) => ExpectedFile.ShouldHold(name, "slack", JsonBuffer.Of(Gallery.Forms[name], static (writer, form) =>
        SlackFormRenderer.WriteView(writer, form, Place)));
}
