using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ChatLiaison.Playground.Page.Tests;

/// <summary>What axe, the checker that auditors use, finds wrong with names, roles, order and contrast.</summary>
public sealed class When_a_screen_reader_is_used(RunningPlayground playground)
{
    private const string Check =
        """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
          .flatMap(v => v.nodes.map(n => `${v.id}: ${v.help}: ${n.html.slice(0, 160)}`))
        """;

    [Theory, InlineData(ColorScheme.Light, 1280), InlineData(ColorScheme.Dark, 1280), InlineData(ColorScheme.Light, 390)]
    public async Task Nothing_on_the_page_is_in_its_way(ColorScheme colors, int width)
    {
        await playground.TidyAsync();
        await using var visitor = await Visitor.ComeAsync(playground, width);
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = colors, ReducedMotion = ReducedMotion.Reduce });
        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("data-theme", colors == ColorScheme.Dark ? "dark" : "light");
        await visitor.Page.AddScriptTagAsync(new() { Path = Path.Combine(RepositoryFolder.Web, "node_modules", "axe-core", "axe.min.js") });
        await FindsNothingAsync(visitor);

        await visitor.OpenCaptureAsync("slack", "Export");
        await FindsNothingAsync(visitor);
        await visitor.FillAndSendAsync("slack", "The export stopped");
        await visitor.Page.EvaluateAsync("() => { location.hash = location.hash.replace('slack=acme', 'slack=triage').replace('teams=acme', 'teams=triage'); }");
        await visitor.Page.ReloadAsync();
        await Expect(visitor.Messages("slack")).ToContainTextAsync(Visitor.Reference());
        await visitor.Page.AddScriptTagAsync(new() { Path = Path.Combine(RepositoryFolder.Web, "node_modules", "axe-core", "axe.min.js") });
        await FindsNothingAsync(visitor);
    }

    private static async Task FindsNothingAsync(Visitor visitor) => (await visitor.Page.EvaluateAsync<string[]>(Check)).ShouldBeEmpty();
}
