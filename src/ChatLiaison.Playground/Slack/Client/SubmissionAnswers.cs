using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>
/// What the answer to a submitted form does to the stack of modals: nothing said closes the one on show; <c>clear</c>, <c>update</c>,
/// <c>push</c>, <c>errors</c>. On an answer that Slack could not use, the form stays, with all that was typed.
/// </summary>
internal static class SubmissionAnswers
{
    private static readonly ImmutableSortedDictionary<string, string> NoErrors = ImmutableSortedDictionary<string, string>.Empty;

    public static (string? Failure, ImmutableSortedDictionary<string, string> Errors) Apply(
        SlackWorld world, SlackView view, AppAnswer answer)
    {
        if (answer.Failure is not null || answer.Status != 200)
        {
            return (answer.Failure ?? "dispatch_failed", NoErrors);
        }

        if (answer.Body.Trim().Length == 0 || answer.Json is { Count: 0 })
        {
            world.CloseViews(view.UserId, all: false);
            return (null, NoErrors);
        }

        switch (answer.Json.Text("response_action"))
        {
            case "clear":
                world.CloseViews(view.UserId, all: true);
                return (null, NoErrors);
            case "update":
                return (Show(answer, content => world.UpdateView(view.Id, content) is null ? "not_found" : null), NoErrors);
            case "push":
                return (Show(answer, content => world.PushView(view.UserId, content) is null ? "push_limit_reached" : null), NoErrors);
            case "errors":
                return Errors(world, view, answer.Json!["errors"] as JsonObject ?? []);
            default:
                return ("invalid_response_action", NoErrors);
        }
    }

    private static string? Show(AppAnswer answer, Func<JsonObject, string?> show)
    {
        if (answer.Json!["view"] is not JsonObject content)
        {
            return "missing_view";
        }

        var findings = new BlockFindings();
        ViewRules.Check(content, "modal", "/view", findings);
        return findings.Any ? string.Join(' ', ["invalid_view", .. findings.Messages]) : show(content);
    }

    private static (string? Failure, ImmutableSortedDictionary<string, string> Errors) Errors(
        SlackWorld world, SlackView view, JsonObject given)
    {
        var inputs = BlockElements.In(view.Blocks).Where(e => e.IsInput).Select(e => e.BlockId).ToHashSet(StringComparer.Ordinal);
        var unknown = given.Select(e => e.Key).Where(key => !inputs.Contains(key)).ToList();
        if (given.Count == 0 || unknown.Count > 0)
        {
            return ($"invalid_errors: no input block {string.Join(", ", unknown)}", NoErrors);
        }

        var errors = given.ToImmutableSortedDictionary(e => e.Key, e => e.Value.AsText() ?? "", StringComparer.Ordinal);
        world.ChangeView(view.Id, v => v with { Errors = errors });
        return (null, errors);
    }
}
