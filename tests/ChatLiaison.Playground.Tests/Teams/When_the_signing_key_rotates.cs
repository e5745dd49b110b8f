using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Teams;

public class When_the_signing_key_rotates
{
    [Fact]
    public async Task Activities_are_signed_with_the_new_key_and_the_old_one_is_gone()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var before = await KeyIdsAsync(trial);
        var kid = trial.Teams.RotateKey();
        await trial.Client.SayAsync(TeamsTrial.Dana, trial.World.PersonalChatOf(trial.DanaUser).Id, "hello");
        trial.App.Refusal.ShouldBeNull();
        var after = await KeyIdsAsync(trial);
        before.ShouldNotContain(kid);
        after.ShouldContain(kid);
        after.ShouldNotContain(before[0]);
    }

    [Fact]
    public async Task The_old_key_stays_published_when_asked()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var before = await KeyIdsAsync(trial);
        var kid = trial.Teams.RotateKey(keepOld: true);
        (await KeyIdsAsync(trial)).ShouldBe([.. before, kid], ignoreOrder: true);
    }

    [Fact]
    public async Task The_metadata_names_the_issuer_and_the_key_set()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var metadata = await trial.Http.GetFromJsonElementAsync(trial.Teams.OpenIdMetadataUrl);
        metadata.GetProperty("issuer").GetString().ShouldBe("https://api.botframework.com");
        metadata.GetProperty("jwks_uri").GetString()!.ShouldStartWith(trial.Teams.Address.ToString());
    }

    private static async Task<List<string?>> KeyIdsAsync(TeamsTrial trial)
    {
        var metadata = await trial.Http.GetFromJsonElementAsync(trial.Teams.OpenIdMetadataUrl);
        var keys = await trial.Http.GetFromJsonElementAsync(metadata.GetProperty("jwks_uri").GetString()!);
        return [.. keys.GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("kid").GetString())];
    }
}
