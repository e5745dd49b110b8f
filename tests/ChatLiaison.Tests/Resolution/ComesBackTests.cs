using ChatLiaison.Chat;
using ChatLiaison.Playbook;
using ChatLiaison.Resolution;
using ChatLiaison.Wording;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Resolution;

/// <summary>What a customer reads of a problem that may come back is the playbook's script, also where a team's own playbook is older than it.</summary>
public sealed class ComesBackTests : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"playbook-{Guid.NewGuid():N}");

    private DeskWorld world = null!;

    public async ValueTask InitializeAsync()
    {
        System.IO.Directory.CreateDirectory(folder);
        world = await DeskWorld.CreateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        System.IO.Directory.Delete(folder, recursive: true);
        await world.DisposeAsync();
    }

    [Theory]
    [InlineData("receipt: { title: Hello, text: Hello. }", "Should you see it again, answer here and we take it up at once.")]
    [InlineData("comes-back: { title: Again, text: 'Is it back, {name}? Name {case}.' }", "Is it back, Ada? Name ACME-1.")]
    public async Task The_script_is_filled_in_and_built_in_where_a_team_has_none(string scripts, string words)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "scripts.yaml"), $"scripts:\n  {scripts}\n");
        world.Get<PlaybookSource>().Load(folder).ShouldBeEmpty();

        (await world.Get<Phrases>().WholeAsync(await world.OpenAsync(), Phrases.ComesBack, CancellationToken.None)).ShouldBe(words);
    }

    [Fact]
    public async Task Nobody_is_offered_it_as_a_phrase_to_start_from()
    {
        var c = await world.OpenAsync();

        var field = Phrases.Picker(world.Get<PlaybookSource>().Current, c, PhraseUse.Update, FormValues.None).ShouldHaveSingleItem().ShouldBeOfType<ChoiceField>();

        field.Choices.Select(f => f.Value).ShouldContain("update");
        field.Choices.Select(f => f.Value).ShouldNotContain(Phrases.ComesBack);
    }

    [Fact]
    public async Task A_resolution_keeps_the_words_as_they_were_sent()
    {
        var c = await world.OpenAsync();
        await using (var work = world.Database.Begin(world.Now))
        {
            ResolutionStore.Insert(work, new(c.Id, 1, world.Now, "Dana Park", "We made room.", "A full disk.", "We watch the disk.", "capacity") { ComesBack = "Is it back?" });
            await work.CommitAsync(CancellationToken.None);
        }

        var kept = (await world.Get<ResolutionStore>().FindAsync(c.Id, CancellationToken.None))!;

        ResolutionWords.Rest(kept).Select(w => w.ToPlain()).ShouldBe(
            ["Why it happened: A full disk.", "So that it does not come back: We watch the disk.", "Is it back?", "Yours, Dana Park"]);
    }
}
