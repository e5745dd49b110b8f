using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>A slash command as it came, over HTTP or through a socket. (Slack: implementing slash commands.)</summary>
internal sealed record SlackCommandPayload
{
    public string Command { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string UserId { get; private set; } = "";

    public string UserName { get; private set; } = "";

    public string TeamId { get; private set; } = "";

    public string? EnterpriseId { get; private set; }

    public string ChannelId { get; private set; } = "";

    public string ChannelName { get; private set; } = "";

    public string TriggerId { get; private set; } = "";

    public bool IsSslCheck { get; private set; }

    public static SlackCommandPayload Read(Span<byte> body)
    {
        var payload = new SlackCommandPayload();
        var form = new SlackFormBody(body);
        while (form.Next())
        {
            payload.Take(ref form);
        }

        return payload;
    }

    public static SlackCommandPayload Read(JsonElement json) => new()
    {
        Command = json.Text("command") ?? "",
        Text = json.Text("text") ?? "",
        UserId = json.Text("user_id") ?? "",
        UserName = json.Text("user_name") ?? "",
        TeamId = json.Text("team_id") ?? "",
        EnterpriseId = json.Text("enterprise_id"),
        ChannelId = json.Text("channel_id") ?? "",
        ChannelName = json.Text("channel_name") ?? "",
        TriggerId = json.Text("trigger_id") ?? "",
    };

    /// <summary>The neutral call; each run of a command has a trigger of its own, so that is its key.</summary>
    public CommandCall ToCall(bool external, string text)
    {
        var person = new ChatPerson(SlackPlatform.PlatformKey, UserId, UserName.Length > 0 ? UserName : UserId, external);
        return new(person, SlackPlaces.Of(ChannelId, ChannelName), TriggerId, Command.TrimStart('/').ToLowerInvariant(), text);
    }

    private void Take(ref SlackFormBody form)
    {
        var name = form.Name;
        if (name.SequenceEqual("command"u8))
        {
            Command = form.DecodeText();
        }
        else if (name.SequenceEqual("text"u8))
        {
            Text = form.DecodeText();
        }
        else if (name.SequenceEqual("trigger_id"u8))
        {
            TriggerId = form.DecodeText();
        }
        else if (name.SequenceEqual("ssl_check"u8))
        {
            IsSslCheck = form.Encoded.SequenceEqual("1"u8);
        }
        else
        {
            TakeOrigin(name, ref form);
        }
    }

    private void TakeOrigin(ReadOnlySpan<byte> name, ref SlackFormBody form)
    {
        if (name.SequenceEqual("user_id"u8))
        {
            UserId = form.DecodeText();
        }
        else if (name.SequenceEqual("user_name"u8))
        {
            UserName = form.DecodeText();
        }
        else if (name.SequenceEqual("team_id"u8))
        {
            TeamId = form.DecodeText();
        }
        else if (name.SequenceEqual("enterprise_id"u8))
        {
            EnterpriseId = form.DecodeText();
        }
        else if (name.SequenceEqual("channel_id"u8))
        {
            ChannelId = form.DecodeText();
        }
        else if (name.SequenceEqual("channel_name"u8))
        {
            ChannelName = form.DecodeText();
        }
    }
}
