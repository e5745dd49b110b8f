using System.Globalization;
using ChatLiaison.Time;
using NodaTime;
using NodaTime.Text;
using YamlDotNet.RepresentationModel;

namespace ChatLiaison.Playbook;

/// <summary>A value in a file. Each way of reading it gives null and notes a problem when it can't be read so.</summary>
internal sealed class YamlValue(YamlFile file, YamlNode node, string key)
{
    private delegate bool Parser<T>(string text, out T? value, out string? error);

    public void Wrong(string sentence) => file.Wrong(node, sentence);

    public string? Text()
    {
        if (node is YamlScalarNode { Value.Length: > 0 } scalar)
        {
            return scalar.Value.Trim();
        }

        Wrong($"'{key}' holds no text. Write {key}: and one value instead.");
        return null;
    }

    /// <summary>The mapping as it stands here, under no other layer.</summary>
    public YamlMap? Map() => AsMap() is { } map ? new YamlMap([(file, map)]) : null;

    public IReadOnlyList<YamlValue> List()
    {
        if (node is YamlSequenceNode list)
        {
            return [.. list.Children.Select(child => new YamlValue(file, child, key))];
        }

        Wrong($"'{key}' is not a list. Write {key}: [ … ], or one line with a dash for each, instead.");
        return [];
    }

    public Duration? Duration()
    {
        if (Text() is not { } text)
        {
            return null;
        }

        if (DurationText.TryParse(text, out var duration, out var error))
        {
            return duration;
        }

        Wrong(text.StartsWith('-')
            ? $"'{text}' is negative. Write a duration longer than zero, such as 15m, instead."
            : Sentences(error!));
        return null;
    }

    public DateTimeZone? Zone()
    {
        var text = Text();
        var zone = text is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(text);
        if (text is not null && zone is null)
        {
            Wrong($"'{text}' is not a time zone. Write an IANA name such as Europe/London or UTC instead.");
        }

        return zone;
    }

    public OpeningHours? Hours() => Parse<OpeningHours>(OpeningHours.TryParse);

    public QuietHours? Quiet() => Parse<QuietHours>(QuietHours.TryParse);

    public Cron? Cron() => Parse<Cron>(Time.Cron.TryParse);

    public LocalDate? Date()
    {
        var parsed = LocalDatePattern.Iso.Parse(Text() ?? "");
        if (!parsed.Success)
        {
            Wrong($"'{node}' is not a date. Write it like 2026-12-25 instead.");
        }

        return parsed.Success ? parsed.Value : null;
    }

    public double? Number()
    {
        if (double.TryParse(Text() ?? "", NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Wrong($"'{node}' is not a number. Write one such as 0.5 instead.");
        return null;
    }

    /// <summary>How often something happens: a whole number from 1 up.</summary>
    public int? Count()
    {
        if (int.TryParse(Text() ?? "", NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
        {
            return count;
        }

        Wrong($"'{node}' is not a number of times. Write a whole number from 1 up, such as 2, instead.");
        return null;
    }

    /// <summary>One of a few words; <paramref name="what"/> names what it should have been.</summary>
    public T? OneOf<T>(string what, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (Text() is not { } text)
        {
            return null;
        }

        if (words.TryGetValue(text, out var value))
        {
            return value;
        }

        Wrong($"'{text}' is not {what}. Write {Words.Either(words.Keys)} instead.");
        return null;
    }

    internal YamlMappingNode? AsMap()
    {
        if (node is not YamlMappingNode)
        {
            Wrong($"'{key}' holds no keys. Write {key}: with indented 'key: value' lines under it instead.");
        }

        return node as YamlMappingNode;
    }

    private T? Parse<T>(Parser<T> parse)
        where T : class
    {
        if (Text() is not { } text)
        {
            return null;
        }

        if (parse(text, out var value, out var error))
        {
            return value;
        }

        Wrong(Sentences(error!));
        return null;
    }

    /// <summary>The time library says what is wrong and the cure in one breath; here they are two sentences, like all others.</summary>
    public static string Sentences(string error) =>
        error.Split("; write ") is [var wrong, var cure] ? $"{wrong}. Write {cure.TrimEnd('.')} instead." : error;
}
