using System.Security.Cryptography;
using System.Text;
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
        var key = form.Token.Length > 0 ? $"{form.Token}:{Fingerprint(filled.Values)}" : activity.Key("submit");
        return new(person, activity.Place, key, form.Action, form.State, filled.Values);
    }

    /// <summary>
    /// The client submits again when it got no answer. The same words are the same submission; words that were changed meanwhile are not
    /// thrown away.
    /// </summary>
    private static string Fingerprint(FormValues values)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (id, list) in values.All.OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{id}\u0001{string.Join('\u0002', list)}\u0003"));
        }

        return Convert.ToHexString(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
