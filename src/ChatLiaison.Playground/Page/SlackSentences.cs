using ChatLiaison.Playground.Slack;

namespace ChatLiaison.Playground.Page;

/// <summary>What Slack's client says to a person when something can't be done.</summary>
internal static class SlackSentences
{
    public static string Of(SlackRefusalException refusal, SamplePerson who) => refusal.Reason switch
    {
        SlackRefusal.AppNotInTheirWorkspace =>
            $"{who.FirstName} is in another workspace and has none of ChatLiaison's commands and menus. Name @ChatLiaison in the channel, or press a button.",
        SlackRefusal.NoSuchCommand => "That is not a command here. Type / to see those that are.",
        SlackRefusal.NotInChannel => $"{who.FirstName} is not in that room.",
        SlackRefusal.ChannelArchived => "That room is archived.",
        SlackRefusal.UserGone => $"{who.FirstName}'s account is closed.",
        SlackRefusal.CannotSee => "That message is not there any more.",
        SlackRefusal.NoSuchElement => "That button or field is not there any more.",
        SlackRefusal.NoSuchOption => "That is not one of the choices.",
        SlackRefusal.NoOpenView => "No form is open.",
        SlackRefusal.NoSubmitButton => "This form has nothing to send.",
        _ => "That message is not theirs.",
    };

    /// <summary>Null stays null: nothing failed.</summary>
    public static string? OfFailure(string? failure) => failure switch
    {
        null => null,
        "operation_timeout" => "ChatLiaison did not answer in time. Please try again; doing it twice does no harm.",
        "dispatch_failed" => "ChatLiaison can't be reached just now. Please try again.",
        _ => $"Slack could not show the answer: {failure}.",
    };
}
