using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Handover;
using ChatLiaison.Playbook;

namespace ChatLiaison.Knowledge;

/// <summary>The form of an entry, and what was filled in.</summary>
internal static class KnowledgeForm
{
    private const int MostWords = 20;
    private const int LongestWord = 60;

    /// <param name="state">What it is for, handed back with the submission.</param>
    /// <param name="opener">Opens it where a form needs a press.</param>
    public static Form Make(string state, string title, KnowledgePage page, IReadOnlyList<CaseType> types, Button opener) => new(
        "knowledge.submit", title, "Keep it",
        [
            new TextField("title", "What is it about?") { Required = true, MaxLength = 120, Initial = page.Title, Hint = "As somebody who needs it would call it." },
            new TextField("text", "What to do, in short steps")
            {
                Multiline = true, MaxLength = KnowledgePage.LongestText, Initial = page.Text, Hint = "One a line. Leave out what is one customer's alone: names, addresses, passwords.",
            },
            new TextField("url", "A page that says more") { MaxLength = LinkRules.MostLength, Initial = page.Url, Placeholder = "https://" },
            new ChoiceField("kind", "What kind is it?", [.. KnowledgeKinds.ByName.Select(k => new Choice(k.Key, Capital(KnowledgeKinds.InWords(k.Value))))])
            {
                Required = true, Initial = [KnowledgeKinds.Name(page.Kind)],
            },
            new ChoiceField("types", "Which cases does it fit?", [.. types.Select(t => new Choice(t.Key, t.Name))])
            {
                Multiple = true, Initial = [.. page.Types.Where(key => types.Any(t => t.Key == key))],
            },
            new TextField("words", "In which words are they told?")
            {
                MaxLength = 600, Initial = string.Join(", ", page.Words), Hint = "With commas between them. It is suggested where at least one of them is met; without any, on each case of its types.",
            },
            new TextField("areas", "Which product, or part of it?") { MaxLength = 600, Initial = string.Join(", ", page.Areas), Hint = "With commas between them." },
            new ChoiceField("customers", "May a customer be sent it?", [new("no", "No, it is for our own people"), new("yes", "Yes, one of us may send it")])
            {
                Required = true, Initial = [page.ForCustomers ? "yes" : "no"],
            },
        ])
    {
        State = state,
        Token = CaseForm.NewToken(),
        Opener = opener,
        OpenerText = CustomerText.Of($"The button opens the form."),
    };

    public static KnowledgePage Read(FormValues v, IReadOnlyList<CaseType> types) =>
        new(v.One("title"), KnowledgeKinds.ByName.GetValueOrDefault(v.One("kind"), KnowledgeKind.Procedure))
        {
            Text = v.One("text"),
            Url = v.Has("url") && LinkRules.Read(v.One("url")) is { } url ? url.AbsoluteUri : "",
            Types = [.. v.Many("types").Where(key => types.Any(t => t.Key == key))],
            Words = Listed(v.One("words")),
            Areas = Listed(v.One("areas")),
            ForCustomers = v.One("customers") == "yes",
        };

    public static IReadOnlyList<FieldError> Check(FormValues v)
    {
        var errors = new List<FieldError>();
        if (!v.Has("title"))
        {
            errors.Add(new("title", "Say what it is about."));
        }

        if (!KnowledgeKinds.ByName.ContainsKey(v.One("kind")))
        {
            errors.Add(new("kind", "Choose what kind it is."));
        }

        if (v.Has("url") && LinkRules.Read(v.One("url")) is null)
        {
            errors.Add(new("url", "That is not a web address. Paste one that begins with https://"));
        }

        if (!v.Has("url") && !v.Has("text"))
        {
            errors.Add(new("text", "Write what to do, or give a page that says it."));
        }

        foreach (var field in new[] { "words", "areas" })
        {
            if (Listed(v.One(field)) is var listed && (listed.Count > MostWords || listed.Any(word => word.Length > LongestWord)))
            {
                errors.Add(new(field, $"Write at most {MostWords}, each of at most {LongestWord} letters, with commas between them."));
            }
        }

        return errors;
    }

    private static List<string> Listed(string text) =>
        [.. text.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
