using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>The answer to a command is itself a message: nothing, plain text, or JSON that says so in its content type.</summary>
internal static class CommandAnswers
{
    public static (SlackMessage? Message, string? Failure) Show(SlackWorld world, AppAnswer answer, string channelId, string userId)
    {
        if (answer.Failure is not null || answer.Status != 200)
        {
            return (null, answer.Failure ?? "dispatch_failed");
        }

        if (answer.Body.Length == 0 || answer.Json is { Count: 0 })
        {
            return (null, null);
        }

        try
        {
            var body = answer.Json ?? new JsonObject { ["text"] = answer.Body };
            return (AppMessages.Add(world, channelId, userId, MessageContent.Read(new ApiArguments(body, [])), body), null);
        }
        catch (SlackApiException refusal)
        {
            return (null, string.Join(' ', [refusal.Code, .. refusal.Messages]));
        }
    }
}
