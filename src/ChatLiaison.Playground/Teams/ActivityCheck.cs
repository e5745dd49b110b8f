using System.Text;
using System.Text.Json;

namespace ChatLiaison.Playground.Teams;

/// <summary>Judges an activity that the app wants to post, before anything is done with it.</summary>
internal sealed class ActivityCheck(TeamsWorld world, TeamsStandInOptions options)
{
    /// <summary>The refusal, or null for an activity that may be posted.</summary>
    public ConnectorAnswer? Refuse(JsonElement activity)
    {
        var type = activity.Text("type");
        if (type is not ("message" or "typing"))
        {
            return ConnectorAnswer.BadSyntax($"An activity of type {type ?? "(none)"} cannot be sent.");
        }

        if (type == "typing")
        {
            return null;
        }

        if (string.IsNullOrEmpty(activity.Text("text")) && !activity.Items("attachments").Any())
        {
            return ConnectorAnswer.BadSyntax("The message has neither text nor attachments.");
        }

        return RefuseMentions(activity)
            ?? activity.Items("attachments").Select(RefuseAttachment).FirstOrDefault(refusal => refusal is not null);
    }

    private ConnectorAnswer? RefuseAttachment(JsonElement attachment)
    {
        if (attachment.Text("contentType") is not { } contentType)
        {
            return ConnectorAnswer.BadSyntax("An attachment has no contentType.");
        }

        if (contentType != TeamsJson.CardContentType)
        {
            return null;
        }

        if (attachment.Member("content") is not { } card)
        {
            return ConnectorAnswer.BadSyntax("A card attachment has no content.");
        }

        if (Encoding.UTF8.GetByteCount(card.GetRawText()) > options.LargestCard)
        {
            return ConnectorAnswer.TooBig;
        }

        var faults = FaultsOf(card);
        return faults.Count == 0 ? null : ConnectorAnswer.BadSyntax($"The card is malformed. {string.Join("; ", faults)}");
    }

    /// <summary>What is wrong with a card, its own mentions included; nothing when cards are not checked.</summary>
    public IReadOnlyList<string> FaultsOf(JsonElement card)
    {
        if (!options.ChecksCards)
        {
            return [];
        }

        var faults = AdaptiveCardCheck.Faults(card);
        return faults.Count > 0 || card.Member("msteams") is not { } teams
            ? faults
            : [.. MentionFaults(teams, string.Join('\n', TextsIn(card)))];
    }

    private ConnectorAnswer? RefuseMentions(JsonElement activity) =>
        MentionFaults(activity, activity.Text("text") ?? "").FirstOrDefault() is { } fault ? ConnectorAnswer.BadSyntax(fault) : null;

    private IEnumerable<string> MentionFaults(JsonElement holder, string text)
    {
        foreach (var entity in holder.Items("entities").Where(entity => entity.Text("type") == "mention"))
        {
            var marked = entity.Text("text");
            if (string.IsNullOrEmpty(marked) || !text.Contains(marked, StringComparison.Ordinal))
            {
                yield return $"The mention {marked} does not occur in the text.";
            }

            var id = entity.Member("mentioned")?.Text("id");
            if (id is null || (id != world.BotId && world.FindUser(id) is null && world.FindConversation(id) is null))
            {
                yield return $"Nobody has the mentioned id {id}.";
            }
        }
    }

    private static IEnumerable<string> TextsIn(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.String => [node.GetString()!],
        JsonValueKind.Array => node.EnumerateArray().SelectMany(TextsIn),
        JsonValueKind.Object => node.EnumerateObject().Where(pair => pair.Name != "msteams").SelectMany(pair => TextsIn(pair.Value)),
        _ => [],
    };
}
