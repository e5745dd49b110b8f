using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>Modals and App Homes.</summary>
internal static class ViewMethods
{
    public static JsonObject Open(ApiCall call)
    {
        var content = Content(call, "modal");
        CheckExternalId(call, content, null);
        var trigger = call.StandIn.Triggers.Spend(call.Args.Required("trigger_id"));
        return Answer(call, call.World.OpenView(trigger.UserId, content));
    }

    public static JsonObject Push(ApiCall call)
    {
        var content = Content(call, "modal");
        CheckExternalId(call, content, null);
        var trigger = call.StandIn.Triggers.Spend(call.Args.Required("trigger_id"));
        if (trigger.ViewId is null || call.World.Views(trigger.UserId).Count == 0)
        {
            throw new SlackApiException("not_found");
        }

        return Answer(call, call.World.PushView(trigger.UserId, content) ?? throw new SlackApiException("push_limit_reached"));
    }

    public static JsonObject Update(ApiCall call)
    {
        var (viewId, externalId) = (call.Args["view_id"], call.Args["external_id"]);
        if (viewId is null == externalId is null)
        {
            throw new SlackApiException("invalid_arguments", ["[ERROR] exactly one of view_id and external_id is required"]);
        }

        var found = call.World.FindView(viewId, externalId) ?? throw new SlackApiException("not_found");
        var content = Content(call, found.Type);
        CheckExternalId(call, content, found.Id);
        var hash = call.Args["hash"];
        if (hash is not null && hash != found.Hash)
        {
            throw new SlackApiException("hash_conflict");
        }

        var updated = call.World.UpdateView(found.Id, content, hash) ?? throw new SlackApiException("not_found");
        return hash is not null && updated.Hash == hash ? throw new SlackApiException("hash_conflict") : Answer(call, updated);
    }

    public static JsonObject Publish(ApiCall call)
    {
        var user = call.Args.Required("user_id");
        if (call.World.User(user) is null)
        {
            throw new SlackApiException("user_not_found");
        }

        var content = Content(call, "home");
        var current = call.World.Home(user);
        if (call.Args["hash"] is { } hash && hash != current?.Hash)
        {
            throw new SlackApiException("hash_conflict");
        }

        CheckExternalId(call, content, current?.Id);
        return Answer(call, call.World.PublishHome(user, content));
    }

    private static JsonObject Content(ApiCall call, string type)
    {
        var content = call.Args.Structure<JsonObject>("view", "invalid_arguments") ?? throw SlackApiException.MissingField("view");
        var findings = new BlockFindings();
        ViewRules.Check(content, type, "/view", findings);
        return findings.Any ? throw new SlackApiException("invalid_arguments", findings.Messages) : content;
    }

    private static void CheckExternalId(ApiCall call, JsonObject content, string? ownId)
    {
        if (content.Text("external_id") is { Length: > 0 } id && call.World.FindView(null, id) is { } other && other.Id != ownId)
        {
            throw new SlackApiException("duplicate_external_id");
        }
    }

    private static JsonObject Answer(ApiCall call, SlackView view) => ApiJson.Ok(("view", ApiJson.View(call.World, view)));
}
