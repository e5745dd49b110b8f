namespace ChatLiaison.Playground.Slack;

/// <summary>
/// The methods that the stand-in answers, each with its tier, its scope and whether it takes JSON. Slack: web API methods.
/// </summary>
internal static class ApiMethods
{
    private static readonly Dictionary<string, ApiMethod> ByName = All().ToDictionary(m => m.Name, StringComparer.Ordinal);

    public static ApiMethod? Find(string name) => ByName.GetValueOrDefault(name);

    private static IEnumerable<ApiMethod> All() =>
    [
        new("auth.test", ApiTier.Special, null, true, AuthMethods.Test),
        new("oauth.v2.access", ApiTier.Four, null, false, AuthMethods.OAuthAccess, ApiToken.None),
        new("apps.connections.open", ApiTier.One, null, true, AuthMethods.OpenConnection, ApiToken.App),
        new("chat.postMessage", ApiTier.Special, "chat:write", true, ChatMethods.PostMessage),
        new("chat.postEphemeral", ApiTier.Four, "chat:write", true, ChatMethods.PostEphemeral),
        new("chat.update", ApiTier.Three, "chat:write", true, ChatChanges.Update),
        new("chat.delete", ApiTier.Three, "chat:write", true, ChatChanges.Delete),
        new("chat.getPermalink", ApiTier.Special, null, false, ChatChanges.GetPermalink),
        new("views.open", ApiTier.Four, null, true, ViewMethods.Open),
        new("views.push", ApiTier.Four, null, true, ViewMethods.Push),
        new("views.update", ApiTier.Four, null, true, ViewMethods.Update),
        new("views.publish", ApiTier.Four, null, true, ViewMethods.Publish),
        new("conversations.open", ApiTier.Three, "im:write", true, ConversationMethods.Open),
        new("conversations.join", ApiTier.Three, "channels:join", true, ConversationMethods.Join),
        new("conversations.info", ApiTier.Three, "channels:read", false, ConversationReads.Details),
        new("conversations.members", ApiTier.Four, "channels:read", false, ConversationReads.Members),
        new("conversations.list", ApiTier.Two, "channels:read", false, ConversationReads.List),
        new("conversations.history", ApiTier.Three, "channels:history", true, ConversationReads.History),
        new("conversations.replies", ApiTier.Three, "channels:history", false, ConversationReads.Replies),
        new("users.info", ApiTier.Four, "users:read", false, UserMethods.Details),
        new("users.list", ApiTier.Two, "users:read", false, UserMethods.List),
        new("users.lookupByEmail", ApiTier.Three, "users:read.email", false, UserMethods.LookUpByEmail),
        new("files.info", ApiTier.Four, "files:read", false, FileMethods.Details),
        new("files.getUploadURLExternal", ApiTier.Four, "files:write", false, FileMethods.GetUploadUrl),
        new("files.completeUploadExternal", ApiTier.Four, "files:write", true, FileMethods.CompleteUpload),
        new("reactions.add", ApiTier.Three, "reactions:write", true, ReactionMethods.Add),
    ];
}
