using System.Text;
using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>What a call wants a message to say, checked against Slack's limits.</summary>
internal sealed record MessageContent(string? Text, JsonArray? Blocks, JsonArray? Attachments, JsonObject? Metadata)
{
    /// <summary>
    /// Slack asks for no more than this and breaks longer texts up or cuts them off; the stand-in refuses, so that it shows.
    /// </summary>
    public const int LongestText = 4000;

    private const int MostAttachments = 100;
    private const int MostMetadataBytes = 8000;

    /// <exception cref="SlackApiException">One of Slack's refusals of content.</exception>
    public static MessageContent Read(ApiArguments args)
    {
        var content = new MessageContent(
            args["text"],
            args.Structure<JsonArray>("blocks", "invalid_blocks_format"),
            args.Structure<JsonArray>("attachments", "invalid_attachments"),
            args.Structure<JsonObject>("metadata", "invalid_metadata_format"));
        content.Check();
        return content;
    }

    private void Check()
    {
        if (string.IsNullOrEmpty(Text) && Blocks is not { Count: > 0 } && Attachments is not { Count: > 0 })
        {
            throw new SlackApiException("no_text");
        }

        if (Text?.Length > LongestText)
        {
            throw new SlackApiException("msg_too_long");
        }

        var findings = new BlockFindings();
        MessageRules.Check(Blocks, "/blocks", findings);
        if (findings.Any)
        {
            throw new SlackApiException("invalid_blocks", findings.Messages);
        }

        CheckAttachments();
        CheckMetadata();
    }

    private void CheckAttachments()
    {
        if (Attachments?.Count > MostAttachments)
        {
            throw new SlackApiException("too_many_attachments");
        }

        var findings = new BlockFindings();
        foreach (var (attachment, at) in (Attachments ?? []).Select((a, at) => (a, at)))
        {
            MessageRules.Check(attachment?["blocks"] as JsonArray, $"/attachments/{at}/blocks", findings);
        }

        if (findings.Any)
        {
            throw new SlackApiException("invalid_attachments", findings.Messages);
        }
    }

    private void CheckMetadata()
    {
        if (Metadata is null)
        {
            return;
        }

        if (Metadata.Text("event_type") is not { Length: > 0 } || Metadata["event_payload"] is not JsonObject)
        {
            throw new SlackApiException("invalid_metadata_schema");
        }

        if (Encoding.UTF8.GetByteCount(Metadata.ToJsonString()) > MostMetadataBytes)
        {
            throw new SlackApiException("metadata_too_large");
        }
    }
}
