using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>Pages of a list: <c>limit</c> and <c>cursor</c> in, <c>response_metadata.next_cursor</c> out, empty at the end.</summary>
internal static class Paging
{
    public static JsonObject Answer<T>(
        ApiArguments args, IReadOnlyList<T> all, string name, Func<T, JsonNode?> render, (int Usual, int Most) size)
    {
        var start = StartOf(args["cursor"]);
        var count = args.Count("limit", size.Usual, size.Most);
        var hasMore = start + count < all.Count;
        return ApiJson.Ok(
            (name, new JsonArray([.. all.Skip(start).Take(count).Select(render)])),
            ("has_more", hasMore),
            ("response_metadata", new JsonObject { ["next_cursor"] = hasMore ? CursorAt(start + count) : "" }));
    }

    private static string CursorAt(int offset) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"next:{offset}"));

    private static int StartOf(string? cursor)
    {
        if (cursor is null)
        {
            return 0;
        }

        var bytes = new byte[cursor.Length];
        return Convert.TryFromBase64String(cursor, bytes, out var length)
            && Encoding.UTF8.GetString(bytes, 0, length) is var text && text.StartsWith("next:", StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
                ? offset
                : throw new SlackApiException("invalid_cursor");
    }
}
