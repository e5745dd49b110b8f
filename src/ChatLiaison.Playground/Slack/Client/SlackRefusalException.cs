namespace ChatLiaison.Playground.Slack;

public enum SlackRefusal
{
    /// <summary>People of a customer's workspace have none of our commands and shortcuts.</summary>
    AppNotInTheirWorkspace,
    NoSuchCommand,
    NotInChannel,
    ChannelArchived,
    UserGone,
    CannotSee,
    NoSuchElement,
    NoSuchOption,
    NoOpenView,
    NoSubmitButton,
    NotTheirMessage,
}

/// <summary>Slack's own client would not let the person do this: nothing was sent to the app.</summary>
public sealed class SlackRefusalException(SlackRefusal reason, string what) : Exception($"{reason}: {what}")
{
    public SlackRefusal Reason { get; } = reason;
}
