using System.Net;
using System.Text;
using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Teams;

/// <summary>What somebody typed, as plain words.</summary>
internal static class TeamsWords
{
    /// <summary>The words without our own mention, other mentions as <c>@Name</c>; and whether we were named.</summary>
    public static (string Text, bool MentionsUs) Read(TeamsActivity activity)
    {
        var text = activity.Root.Text("text") ?? "";
        var isMarkup = activity.Root.Text("textFormat") is "xml" or "html";
        var named = activity.Kind == PlaceKind.Direct;
        foreach (var entity in activity.Root.Items("entities"))
        {
            if (entity.Text("type") == "mention" && entity.Text("text") is { } marked)
            {
                // By the id of who is named, since a person may be called as we are.
                var ours = entity.Child("mentioned").Text("id") == activity.RecipientId;
                named |= ours;
                text = text.Replace(marked, ours ? " " : "@" + NameIn(entity, marked, isMarkup), StringComparison.Ordinal);
            }
        }

        return (isMarkup ? FromHtml(text) : Tidy(text), named);
    }

    /// <summary>Teams' HTML as plain words: breaks and blocks become lines, other tags go, entities are read.</summary>
    public static string FromHtml(string html)
    {
        var plain = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length; at++)
        {
            var end = html[at] == '<' ? html.IndexOf('>', at) : -1;
            if (end < 0)
            {
                plain.Append(html[at]);
                continue;
            }

            var tag = html.AsSpan(at + 1, end - at - 1);
            if (BreaksLine(tag) && plain.Length > 0 && plain[^1] != '\n')
            {
                plain.Append('\n');
            }

            at = end;
        }

        return Tidy(WebUtility.HtmlDecode(plain.ToString()));
    }

    private static bool BreaksLine(ReadOnlySpan<char> tag)
    {
        var name = tag.TrimStart('/').TrimEnd('/').Trim();
        var space = name.IndexOf(' ');
        name = space < 0 ? name : name[..space];
        return name is "br" or "p" or "div" or "li" or "ul" or "ol" or "blockquote";
    }

    private static string NameIn(JsonElement entity, string marked, bool isMarkup)
    {
        var start = marked.IndexOf('>', StringComparison.Ordinal);
        var end = marked.LastIndexOf('<');
        var inner = start >= 0 && end > start ? marked[(start + 1)..end] : marked;
        return isMarkup ? inner : entity.Child("mentioned").Text("name") ?? WebUtility.HtmlDecode(inner);
    }

    private static string Tidy(string text) =>
        text.Replace("&nbsp;", " ", StringComparison.Ordinal).Replace('\u00a0', ' ').ReplaceLineEndings("\n").Trim();
}
