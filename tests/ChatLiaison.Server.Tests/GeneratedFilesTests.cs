using System.Text.Json;
using ChatLiaison.Server.Verbs;
using Shouldly;
using Xunit;

namespace ChatLiaison.Server.Tests;

public sealed class GeneratedFilesTests
{
    [Theory]
    [InlineData("manifests/slack/manifest.json")]
    [InlineData("manifests/slack/manifest-socket.json")]
    [InlineData("manifests/teams/manifest.json")]
    [InlineData("docs/parity.md")]
    public async Task A_stored_file_is_what_the_commands_make(string path)
    {
        var (_, text) = (await GeneratedFiles.MakeAsync()).ShouldHaveSingleItem(path);

        (await File.ReadAllTextAsync(RepositoryFolder.Of(path), TestContext.Current.CancellationToken)).ShouldBe(
            text, $"{path} is out of date: run `dotnet run --project src/ChatLiaison.Server -- manifests` in the root and look at the difference");
    }

    [Fact]
    public async Task The_check_fails_where_the_files_are_not_and_passes_once_they_are_written()
    {
        var folder = Directory.CreateTempSubdirectory("chatliaison-files-").FullName;
        try
        {
            (await GeneratedFiles.RunAsync(folder, check: true, TestContext.Current.CancellationToken)).ShouldBe(1);
            Directory.EnumerateFileSystemEntries(folder).ShouldBeEmpty();
            (await GeneratedFiles.RunAsync(folder, check: false, TestContext.Current.CancellationToken)).ShouldBe(0);
            (await GeneratedFiles.RunAsync(folder, check: true, TestContext.Current.CancellationToken)).ShouldBe(0);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Slack_gets_each_first_word_of_the_catalog_as_a_command()
    {
        using var manifest = await ReadAsync("manifests/slack/manifest.json");

        manifest.RootElement.GetProperty("features").GetProperty("slash_commands").EnumerateArray()
            .Select(c => c.GetProperty("command").GetString()).ShouldBe(["/case", "/cases", "/escalate", "/liaison"], ignoreOrder: true);
    }

    [Fact]
    public async Task Socket_mode_names_no_address()
    {
        var text = await File.ReadAllTextAsync(RepositoryFolder.Of("manifests/slack/manifest-socket.json"), TestContext.Current.CancellationToken);

        text.ShouldNotContain("https://");
        text.ShouldContain("\"socket_mode_enabled\": true");
    }

    [Fact]
    public async Task Teams_takes_no_description_longer_than_128()
    {
        using var manifest = await ReadAsync("manifests/teams/manifest.json");

        manifest.RootElement.GetProperty("bots")[0].GetProperty("commandLists")[0].GetProperty("commands").EnumerateArray()
            .Select(c => c.GetProperty("description").GetString()!).ShouldAllBe(d => d.Length > 0 && d.Length <= 128);
    }

    private static async Task<JsonDocument> ReadAsync(string path) =>
        JsonDocument.Parse(await File.ReadAllTextAsync(RepositoryFolder.Of(path), TestContext.Current.CancellationToken));
}

internal static class OfPath
{
    public static (string Path, string Text) ShouldHaveSingleItem(this IReadOnlyList<(string Path, string Text)> files, string path) =>
        files.Where(f => f.Path == path).ToList().ShouldHaveSingleItem();
}
