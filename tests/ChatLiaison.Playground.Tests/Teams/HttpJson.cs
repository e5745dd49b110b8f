using System.Net.Http.Json;
using System.Text.Json;

namespace ChatLiaison.Playground.Tests.Teams;

internal static class HttpJson
{
    public static Task<JsonElement> GetFromJsonElementAsync(this HttpClient http, string url) => http.GetFromJsonAsync<JsonElement>(url);

    public static string? ErrorCode(this JsonElement body) => body.GetProperty("error").GetProperty("code").GetString();
}
