namespace ChatLiaison.Server.Settings;

/// <summary>Reads single settings and gathers what is wrong with them. A secret's value never appears in a problem.</summary>
internal sealed class SettingValues(IConfiguration configuration)
{
    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    public void Problem(string name, string cure) => _problems.Add($"{name}: {cure}. (Environment variable: {name.Replace(":", "__", StringComparison.Ordinal)})");

    /// <summary>Set at all, be it to nothing: somebody who set a secret to nothing meant to set it.</summary>
    public bool IsPresent(string name) => configuration[name] is not null;

    public string? Text(string name) => string.IsNullOrWhiteSpace(configuration[name]) ? null : configuration[name]!.Trim();

    public string Needed(string name, string where)
    {
        if (Text(name) is { } text)
            return text;
        Problem(name, $"is missing or empty: {where}");
        return "";
    }

    public string NeededToken(string name, string prefix, string where) => Needed(name, where) is { Length: > 0 } ? Token(name, prefix, where)! : "";

    public string? Token(string name, string prefix, string where)
    {
        var text = Text(name);
        if (text?.StartsWith(prefix, StringComparison.Ordinal) == false)
            Problem(name, $"does not begin with {prefix}: {where}");
        return text;
    }

    public string NeededGuid(string name, string what) => Needed(name, $"set {what}") is { Length: > 0 } ? Guid(name, what)! : "";

    public string? Guid(string name, string what)
    {
        var text = Text(name);
        if (text is not null && !System.Guid.TryParseExact(text, "D", out _))
            Problem(name, $"is not an id like 00000000-0000-0000-0000-000000000000: set {what}");
        return text;
    }

    public bool Flag(string name)
    {
        if (Text(name) is not { } text)
            return false;
        if (!bool.TryParse(text, out var value))
            Problem(name, "is neither true nor false: write one of the two");
        return value;
    }

    public Uri? Url(string name, bool endInSlash = false)
    {
        if (Text(name) is not { } text)
            return null;
        if (Uri.TryCreate(endInSlash && !text.EndsWith('/') ? text + "/" : text, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp))
            return url;
        Problem(name, "is not an address: write it in full, such as https://desk.example.com/");
        return null;
    }

    /// <summary>Names with commas between them, or a configuration array.</summary>
    public IReadOnlyList<string> List(string name)
    {
        var items = configuration.GetSection(name).GetChildren().Select(child => child.Value).Prepend(configuration[name]);
        return [.. items.SelectMany(item => (item ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
    }
}
