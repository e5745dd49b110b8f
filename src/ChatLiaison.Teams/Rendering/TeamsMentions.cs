using System.Globalization;
using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Teams;

/// <summary>The people named on one card. Teams notifies them by a list beside the text (Teams: mentions in Adaptive Cards).</summary>
internal sealed class TeamsMentions
{
    private readonly List<(string Text, string Id, string Name)> _people = [];

    public bool Any => _people.Count > 0;

    /// <summary>Whether Teams can know the id: it refuses the whole message for one that it doesn't.</summary>
    public static bool CanName(MentionSpan mention) => mention.Platform == TeamsPlatform.PlatformKey
        && (Guid.TryParse(mention.UserId, out _) || mention.UserId.StartsWith("29:", StringComparison.Ordinal));

    /// <summary>Notes the person and gives the words to put into the text.</summary>
    public string Add(MentionSpan mention)
    {
        var name = Clean(mention.Name);
        // The list is matched by its text, so two people of one name need two texts.
        var text = $"<at>{name}</at>";
        for (var count = 2; _people.Any(p => p.Text == text && p.Id != mention.UserId); count++)
        {
            text = $"<at>{name} {count}</at>";
        }

        if (!_people.Exists(p => p.Text == text))
        {
            _people.Add((text, mention.UserId, name));
        }

        return text;
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("entities");
        foreach (var (text, id, name) in _people)
        {
            json.WriteStartObject();
            json.WriteString("type", "mention");
            json.WriteString("text", text);
            json.WriteStartObject("mentioned");
            json.WriteString("id", id);
            json.WriteString("name", name);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Clean(string name)
    {
        var clean = string.Concat(name.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '.' or '\'' || IsMark(c))).Trim();
        return clean.Length > 0 ? clean : "someone";
    }

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
