using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

public sealed partial class SlackClient
{
    private const int MostSuggestions = OptionRules.MostOptions;

    /// <summary>The options of an external select for what is about to be chosen; none for any other element.</summary>
    private async Task<IReadOnlyList<SlackSuggestion>> OfferedAsync(
        SlackUser user, PlacedElement element, object? value, SlackView? view, SlackMessage? message)
    {
        if (!element.Type.EndsWith("external_select", StringComparison.Ordinal) || value is null)
        {
            return [];
        }

        var offered = new List<SlackSuggestion>();
        foreach (var typed in FieldFilling.Texts(value))
        {
            offered.AddRange(await AskForOptionsAsync(user, element, typed, view, message));
        }

        return offered;
    }

    private async Task<IReadOnlyList<SlackSuggestion>> AskForOptionsAsync(
        SlackUser user, PlacedElement element, string typed, SlackView? view, SlackMessage? message)
    {
        if (typed.Length < (element.Element.Number("min_query_length") ?? 3))
        {
            return [];
        }

        var payload = _payloads.Suggestion(user, element, typed, view, message);
        var answer = await _standIn.Link.DeliverAsync(new AppRequest(AppRequestKind.Options, payload));
        var findings = new BlockFindings();
        var options = (answer.Json.Objects("options")
            .Concat(answer.Json.Objects("option_groups").SelectMany(g => g.Objects("options")))).ToList();
        options.ForEach(option => OptionRules.Option(option, "/options", findings));
        return findings.Any || options.Count > MostSuggestions ? [] : [.. options.Select(Suggestion)];
    }

    private static SlackSuggestion Suggestion(JsonObject option) => new(option["text"].Text("text") ?? "", option.Text("value") ?? "");
}
