using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace ChatLiaison.Server.Tests;

public sealed class TeamsPackageTests
{
    private const string AppId = "5f0e5a5c-7c1e-4d7a-9b1c-2f6f3a8f0d11";

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public async Task Icons_have_the_size_that_Teams_asks_for(string file, int side)
    {
        var png = await File.ReadAllBytesAsync(RepositoryFolder.Of($"manifests/teams/{file}"), TestContext.Current.CancellationToken);

        png.AsSpan(0, 8).SequenceEqual<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]).ShouldBeTrue();
        BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)).ShouldBe(side);
        BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)).ShouldBe(side);
    }

    [Fact]
    public async Task A_package_holds_the_manifest_for_the_bot_and_both_icons()
    {
        var output = Path.Combine(Path.GetTempPath(), $"chatliaison-{Guid.NewGuid():n}.zip");
        try
        {
            (await PackAsync(AppId, "https://desk.example.org/", output)).Code.ShouldBe(0);
            await using var package = await ZipFile.OpenReadAsync(output, TestContext.Current.CancellationToken);
            package.Entries.Select(e => e.FullName).ShouldBe(["manifest.json", "color.png", "outline.png"], ignoreOrder: true);
            using var manifest = await JsonDocument.ParseAsync(
                await package.GetEntry("manifest.json")!.OpenAsync(TestContext.Current.CancellationToken), default, TestContext.Current.CancellationToken);
            manifest.RootElement.GetProperty("id").GetString().ShouldBe(AppId);
            manifest.RootElement.GetProperty("bots")[0].GetProperty("botId").GetString().ShouldBe(AppId);
            manifest.RootElement.GetProperty("validDomains")[0].GetString().ShouldBe("desk.example.org");
        }
        finally
        {
            File.Delete(output);
        }
    }

    [Theory]
    [InlineData("my-bot", "https://desk.example.org", "GUID")]
    [InlineData(AppId, "http://desk.example.org", "https://")]
    public async Task A_wrong_argument_is_named_and_makes_no_package(string appId, string publicUrl, string named)
    {
        var output = Path.Combine(Path.GetTempPath(), $"chatliaison-{Guid.NewGuid():n}.zip");

        var (code, said) = await PackAsync(appId, publicUrl, output);

        code.ShouldBe(2);
        said.ShouldContain(named);
        File.Exists(output).ShouldBeFalse();
    }

    private static async Task<(int Code, string Said)> PackAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("sh", [RepositoryFolder.Of("manifests/teams/package.sh"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, said);
    }
}
