using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatLiaison.Intake;

/// <summary>What is known before the form opens; it travels in the button that opens it and in the form itself, and is not trusted.</summary>
internal sealed record IntakeSeed
{
    /// <summary>A button's value holds no more than this many characters of text.</summary>
    private const int TextAtMost = 600;

    private const int FilesAtMost = 3;
    private const int AddressAtMost = 250;

    /// <summary>The first few whose addresses are short enough; the message itself is linked and holds the rest.</summary>
    public static IReadOnlyList<Chat.ChatFile> Travelling(IReadOnlyList<Chat.ChatFile> files) =>
        [.. files.Where(f => f.Url.Length <= AddressAtMost).Take(FilesAtMost).Select(f => f with { Name = Commands.CommandWords.Cut(f.Name, 60) })];

    public string Text { get; init; } = "";

    /// <summary>The customer's message that belongs to no case yet and that the case is made from.</summary>
    public Guid? Loose { get; init; }

    /// <summary>The resolved case on which it was written as something new; it is answered in the new case.</summary>
    public Guid? Resolved { get; init; }

    /// <summary>The message that the case is made from, where that is not known to wait: its id in the channel where the form is opened.</summary>
    public string Message { get; init; } = "";

    /// <summary>Who wrote the message that the case is made from, on the platform where the form is opened.</summary>
    public string AuthorId { get; init; } = "";

    public string AuthorName { get; init; } = "";

    public string Link { get; init; } = "";

    /// <summary>What was attached to the message that the case is made from, as far as it can travel along.</summary>
    public IReadOnlyList<Chat.ChatFile> Files { get; init; } = [];

    /// <summary>Open the form although the channel belongs to no customer.</summary>
    public bool Anyway { get; init; }

    public string ToValue() => JsonSerializer.Serialize(this with { Text = Text.Length > TextAtMost ? Text[..TextAtMost] : Text }, IntakeJson.Default.IntakeSeed);

    public static IntakeSeed FromValue(string value)
    {
        try
        {
            return value.Length == 0 ? new() : JsonSerializer.Deserialize(value, IntakeJson.Default.IntakeSeed) ?? new();
        }
        catch (JsonException)
        {
            return new();
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(IntakeSeed))]
internal sealed partial class IntakeJson : JsonSerializerContext;
