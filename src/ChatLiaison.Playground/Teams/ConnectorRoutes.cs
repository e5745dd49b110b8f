using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ChatLiaison.Playground.Teams;

/// <summary>The addresses of the stand-in.</summary>
internal static class ConnectorRoutes
{
    public const string Connector = "/_connector";
    public const string OpenId = "/_openid/v1/.well-known/openidconfiguration";
    public const string Keys = "/_openid/v1/.well-known/keys";
    public const string Files = "/_files";

    public static void MapConnector(this IEndpointRouteBuilder app, ConnectorPipeline pipeline, TeamsWorld world, TeamsStandInOptions options)
    {
        var check = new ActivityCheck(world, options);
        var posting = new ActivityPosting(world, options, check);
        var changing = new ActivityChanging(world, check);
        var roster = new ConnectorRoster(world);
        const string Activities = "/v3/conversations/{conversationId}/activities";
        const string Activity = Activities + "/{activityId}";
        const string Members = "/v3/conversations/{conversationId}/members";

        void Map(string method, string path, TeamsCall call, Func<ConnectorRequest, ConnectorAnswer> work) =>
            app.MapMethods(Connector + path, [method], http => pipeline.RunAsync(http, call, work));

        Map("POST", "/v3/conversations", TeamsCall.CreateConversation, posting.CreateConversation);
        Map("POST", Activities, TeamsCall.Send, posting.Send);
        Map("POST", Activity, TeamsCall.Reply, posting.Reply);
        Map("PUT", Activity, TeamsCall.Update, changing.Update);
        Map("DELETE", Activity, TeamsCall.Delete, changing.Delete);
        Map("GET", Members, TeamsCall.Members, roster.Members);
        Map("GET", Members + "/{memberId}", TeamsCall.Member, roster.Member);
        Map("GET", "/v3/conversations/{conversationId}/pagedmembers", TeamsCall.PagedMembers, roster.PagedMembers);
        Map("GET", "/v3/teams/{teamId}", TeamsCall.Team, roster.Team);
        Map("GET", "/v3/teams/{teamId}/conversations", TeamsCall.TeamChannels, roster.Channels);
    }

    public static void MapFiles(this IEndpointRouteBuilder app, ConnectorPipeline pipeline, TeamsFiles files)
    {
        app.MapPost(
            Connector + "/v3/conversations/{conversationId}/attachments",
            http => pipeline.RunAsync(http, TeamsCall.UploadAttachment, files.Upload));
        app.MapGet(Files + "/{id}", (string id) =>
            files.Find(id) is { } file ? Results.File(file.Content, file.ContentType, file.Name) : Results.NotFound());
    }

    public static void MapIdentity(this IEndpointRouteBuilder app, ConnectorPipeline pipeline, ConnectorTokens tokens, TeamsSigningKeys keys)
    {
        Task IssueAsync(HttpContext http) => pipeline.ServeAsync(http, TeamsCall.Token, async _ => http.Request.HasFormContentType
            ? tokens.Issue(await http.Request.ReadFormAsync())
            : ConnectorAnswer.Error(400, "invalid_request", "The body is not a form."));
        Task ShowAsync(HttpContext http, TeamsCall call, JsonObject document) =>
            pipeline.ServeAsync(http, call, _ => Task.FromResult(new ConnectorAnswer(200, document)));

        app.MapPost("/_token/{tenant}/oauth2/v2.0/token", IssueAsync);
        app.MapGet(Keys, http => ShowAsync(http, TeamsCall.SigningKeys, keys.Document()));
        app.MapGet(OpenId, http => ShowAsync(http, TeamsCall.OpenIdMetadata, Metadata($"{http.Request.Scheme}://{http.Request.Host}{Keys}")));
    }

    private static JsonObject Metadata(string keysUrl) => new()
    {
        ["issuer"] = TeamsTokenMint.Issuer,
        ["authorization_endpoint"] = "https://invalid.botframework.com",
        ["jwks_uri"] = keysUrl,
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
    };
}
