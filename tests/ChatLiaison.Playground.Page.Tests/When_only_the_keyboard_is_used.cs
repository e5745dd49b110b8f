using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ChatLiaison.Playground.Page.Tests;

public sealed class When_only_the_keyboard_is_used(RunningPlayground playground)
{
    [Fact]
    public async Task The_focus_goes_from_the_bar_through_both_panes_to_the_tour_and_is_always_seen()
    {
        await playground.TidyAsync();
        await using var visitor = await Visitor.ComeAsync(playground);
        var passed = new List<string>();
        // How many stops there are depends on how many cards stand in the rooms.
        for (var i = 0; i < 200 && !passed.Contains("tour"); i++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            passed.Add(await visitor.Page.EvaluateAsync<string>(
                """
                () => {
                  const e = document.activeElement;
                  const where = e.closest('.top') ? 'bar' : e.closest('.slack') ? 'slack' : e.closest('.teams') ? 'teams' : e.closest('.tour') ? 'tour' : 'page';
                  const box = e.closest('.composer-box') ?? e;
                  const style = getComputedStyle(e), around = getComputedStyle(box);
                  const seen = style.outlineStyle !== 'none' || around.boxShadow !== 'none' || around.borderBottomColor !== around.borderTopColor;
                  return where + (e === document.body || seen ? '' : ' unseen ' + e.outerHTML.slice(0, 120));
                }
                """));
        }

        passed.ShouldNotContain(p => p.Contains("unseen", StringComparison.Ordinal));
        var order = passed.Where(p => p != "page").Aggregate(new List<string>(), (all, p) => all.Count > 0 && all[^1] == p ? all : [.. all, p]);
        order.Take(4).ShouldBe(["bar", "slack", "teams", "tour"]);
    }

    [Fact]
    public async Task A_command_is_found_finished_and_sent_and_its_form_left_without_a_mouse()
    {
        await playground.TidyAsync();
        await using var visitor = await Visitor.ComeAsync(playground);
        await visitor.Box("slack").FocusAsync();
        await visitor.Page.Keyboard.TypeAsync("/e");
        await Expect(visitor.Page.GetByRole(AriaRole.Option).First).ToContainTextAsync("/escalate");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Box("slack")).ToHaveValueAsync("/escalate ");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Form("slack")).ToBeVisibleAsync();

        for (var i = 0; i < 40; i++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            (await visitor.Page.EvaluateAsync<bool>("() => document.activeElement.closest('[role=dialog]') !== null")).ShouldBeTrue();
        }

        await visitor.Page.Keyboard.PressAsync("Escape");
        await Expect(visitor.Form("slack")).ToHaveCountAsync(0);
        await Expect(visitor.Box("slack")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_menu_is_walked_with_the_arrows_and_left_with_Escape()
    {
        await playground.TidyAsync();
        await using var visitor = await Visitor.ComeAsync(playground);
        var button = visitor.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^You are ") });
        await button.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(visitor.Page.GetByRole(AriaRole.Menuitemradio, new() { NameRegex = new("Dana Park") })).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(visitor.Page.GetByRole(AriaRole.Menuitemradio, new() { NameRegex = new("Lee Osei") })).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Expect(visitor.Page.GetByRole(AriaRole.Menu)).ToHaveCountAsync(0);
        await Expect(button).ToBeFocusedAsync();
    }
}
