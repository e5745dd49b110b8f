using System.Text;
using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>What a modal carries about itself in <c>private_metadata</c>: Slack tells with a submission neither the place nor the form.</summary>
internal sealed record SlackViewState(string Action, string State, string Token, ChatPlace Place)
{
    public const string NoticeAction = "notice";
    private const int Longest = 3000;

    public static SlackViewState Of(Form form, ChatPlace place) => new(form.Action, form.State, form.Token, place);

    public string ToJson()
    {
        var json = Encoding.UTF8.GetString(JsonBuffer.Of(this, static (writer, state) => state.Write(writer)));
        return json.Length <= Longest
            ? json
            : throw new InvalidOperationException($"The state of the form {Action} is {State.Length} characters long; 2,000 is the limit.");
    }

    /// <summary>Null for a modal that is not a form of ours.</summary>
    public static SlackViewState? Read(JsonElement view)
    {
        if (view.Text("private_metadata") is not { Length: > 0 } json)
        {
            return null;
        }

        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var place = root.At("p");
        return root.Text("a") is not { Length: > 0 } action ? null : new(
            action,
            root.Text("s") ?? "",
            root.Text("t") ?? "",
            place.Text("c") is { Length: > 0 } channel
                ? new ChatPlace(SlackPlatform.PlatformKey, Kind(place.Text("k")), channel, place.Text("h"))
                : SlackPlaces.Nowhere);
    }

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("a", Action);
        if (State.Length > 0)
        {
            writer.WriteString("s", State);
        }

        if (Token.Length > 0)
        {
            writer.WriteString("t", Token);
        }

        if (Place.Kind != PlaceKind.Nowhere)
        {
            writer.WriteStartObject("p");
            writer.WriteString("c", Place.ChannelId);
            if (Place.ThreadId is { } thread)
            {
                writer.WriteString("h", thread);
            }

            writer.WriteString("k", Place.Kind switch { PlaceKind.Direct => "d", PlaceKind.Group => "g", _ => "c" });
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static PlaceKind Kind(string? letter) => letter switch
    {
        "d" => PlaceKind.Direct,
        "g" => PlaceKind.Group,
        _ => PlaceKind.Channel,
    };
}
