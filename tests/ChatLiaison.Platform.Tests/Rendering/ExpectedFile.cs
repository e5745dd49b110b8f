using System.Text.Encodings.Web;
using System.Text.Json;
using Shouldly;

namespace ChatLiaison.Platform.Tests.Rendering;

/// <summary>Stored renderings, readable in a review. Set UPDATE_EXPECTED=1 to write them anew after looking at the difference.</summary>
internal static class ExpectedFile
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    public static void ShouldHold(string name, string platform, ReadOnlyMemory<byte> json)
    {
        var path = Path.Combine(Folder(), $"{name}.{platform}.json");
        using var document = JsonDocument.Parse(json);
        var actual = JsonSerializer.Serialize(document.RootElement, Readable) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECTED") == "1")
        {
            File.WriteAllText(path, actual);
            return;
        }

        File.Exists(path).ShouldBeTrue($"{Path.GetFileName(path)} is not stored; run once with UPDATE_EXPECTED=1 and look at it");
        actual.ShouldBe(File.ReadAllText(path));
    }

    /// <summary>A card of the desk's as the desk's own tests store it.</summary>
    public static Chat.Card Card(string name) => Chat.ChatJson.ReadCard(File.ReadAllText(Path.Combine(Folder(), $"{name}.json")));

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ChatLiaison.sln")))
            {
                return Path.Combine(folder.FullName, "tests", "ChatLiaison.Platform.Tests", "Rendering", "Expected");
            }
        }

        throw new DirectoryNotFoundException("The expected files are read from the source tree, which was not found above " + AppContext.BaseDirectory);
    }
}
