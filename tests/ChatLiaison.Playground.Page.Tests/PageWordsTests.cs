using System.Diagnostics;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Page.Tests;

public sealed class PageWordsTests
{
    [Fact]
    public async Task The_pages_own_tests_pass()
    {
        var start = new ProcessStartInfo("npm") { ArgumentList = { "test", "--silent" }, WorkingDirectory = RepositoryFolder.Web, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var npm = Process.Start(start)!;
        var said = await Task.WhenAll(
            npm.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), npm.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await npm.WaitForExitAsync(TestContext.Current.CancellationToken);

        npm.ExitCode.ShouldBe(0, string.Concat(said));
        said[0].ShouldContain("# fail 0");
    }
}
