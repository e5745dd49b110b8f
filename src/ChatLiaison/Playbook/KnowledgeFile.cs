namespace ChatLiaison.Playbook;

/// <summary>Reads <c>knowledge.yaml</c>; a team's entry replaces the built-in one of the same key, part by part, or hides it.</summary>
/// <param name="types">The case types that may be named: the team's, and the built-in ones that the built-in entries name.</param>
internal sealed class KnowledgeFile(YamlMap file, IReadOnlyList<CaseType> types)
{
    private static readonly Dictionary<string, bool> YesNo = new(StringComparer.Ordinal) { ["true"] = true, ["false"] = false };

    public KnowledgePolicy? Read()
    {
        file.AllowOnly("entries", "customer_pages", "target");
        var pages = new Dictionary<string, KnowledgePage>(StringComparer.Ordinal);
        var all = file.Map("entries");
        foreach (var key in all.Keys)
        {
            var map = all.Map(key);
            CheckKey(key, map);
            if (Page(map) is { } page && map.Find("hide")?.OneOf("true or false", YesNo) != true)
            {
                pages[key] = page;
            }
        }

        var customerPages = Texts(file.Need("customer_pages", "[documentation]"));
        var target = file.Need("target", "0.85");
        if (target?.Number() is not { } share)
        {
            return null;
        }

        if (share is < 0 or > 1)
        {
            target.Wrong("The target is a share. Write a number between 0 and 1, such as 0.85, instead.");
        }

        return new KnowledgePolicy(pages, customerPages, share);
    }

    /// <summary>People type the keys, and what is kept from chat has a number where these have a key.</summary>
    private static void CheckKey(string key, YamlMap map)
    {
        if (key.Length == 0 || !key.All(ch => char.IsAsciiLetterLower(ch) || char.IsAsciiDigit(ch) || ch == '-') || !char.IsAsciiLetterLower(key[0]) || char.IsAsciiDigit(key[^1]))
        {
            map.Wrong($"'{key}' is no key that people can type. Write small letters and hyphens that don't end in a number, such as identity-check, instead.");
        }
    }

    private KnowledgePage? Page(YamlMap map)
    {
        map.AllowOnly("title", "kind", "url", "text", "types", "words", "areas", "for_customers", "hide");
        var title = map.Need("title", "Check who it is before you give access")?.Text();
        var kind = map.Need("kind", "procedure")?.OneOf("a kind of entry", KnowledgeKinds.ByName);
        var url = map.Find("url");
        var address = url?.Text();
        if (address is not null && !IsWebAddress(address))
        {
            url!.Wrong($"'{address}' is not a web address. Write one that begins with https:// instead.");
        }

        var text = map.Find("text")?.Text();
        if (url is null && text is null)
        {
            map.Wrong("There is nothing to read here. Write url: with an address, or text: with a few short steps, instead.");
        }

        if (text is { Length: > KnowledgePage.LongestText })
        {
            map.Wrong($"The text is longer than a card shows. Write at most {KnowledgePage.LongestText} characters, and give the rest an address under url, instead.");
        }

        return title is null || kind is null ? null : new KnowledgePage(title, kind.Value)
        {
            Url = address ?? "",
            Text = text ?? "",
            Types = KnownTypes(map.Find("types")),
            Words = Texts(map.Find("words")),
            Areas = Texts(map.Find("areas")),
            ForCustomers = map.Find("for_customers")?.OneOf("true or false", YesNo) ?? false,
        };
    }

    private List<string> KnownTypes(YamlValue? value)
    {
        var known = types.Select(t => t.Key).Distinct(StringComparer.Ordinal).ToList();
        foreach (var item in value?.List() ?? [])
        {
            if (item.Text() is { } type && !known.Contains(type))
            {
                item.Wrong($"'{type}' is not a case type. Write {Words.Either(known)} instead.");
            }
        }

        return Texts(value);
    }

    private static List<string> Texts(YamlValue? value) => [.. (value?.List() ?? []).Select(item => item.Text()).OfType<string>()];

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);
}
