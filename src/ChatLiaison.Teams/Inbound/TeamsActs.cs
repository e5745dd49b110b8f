using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Teams;

/// <summary>From the data of buttons and forms to what a person did.</summary>
internal static class TeamsActs
{
    /// <summary>The press of one of our buttons; null when the data is none of ours.</summary>
    /// <param name="verb">The name of the action where the wire carries it beside the data.</param>
    public static ButtonPress? PressOf(TeamsActivity activity, ChatPerson person, JsonElement data, string? verb = null, string? card = null)
    {
        if ((verb ?? data.Text(TeamsButtons.Action)) is not { } action)
        {
            return null;
        }

        var message = (activity.ReplyToId ?? card) is { } id ? activity.Sibling(id) : null;
        return new(person, activity.Place, activity.Key("act"), action, data.Text(TeamsButtons.Value) ?? "", message);
    }

    /// <summary>One of our forms, submitted; null when the data is none of ours.</summary>
    public static FormSubmission? SubmissionOf(
        TeamsActivity activity, ChatPerson person, JsonElement data, out TeamsFilled? filled)
    {
        filled = TeamsFormReader.Read(data, activity.Zone);
        if (filled is null)
        {
            return null;
        }

        var form = filled.Envelope;
        var key = form.Token.Length > 0 ? form.Token : activity.Key("submit");
        return new(person, activity.Place, key, form.Action, form.State, filled.Values);
    }
}
