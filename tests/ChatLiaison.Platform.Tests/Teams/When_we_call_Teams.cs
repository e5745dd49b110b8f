using ChatLiaison.Chat;
using ChatLiaison.Playground.Teams;
using ChatLiaison.Teams;
using Shouldly;
using Xunit;

namespace ChatLiaison.Platform.Tests.Teams;

public sealed class When_we_call_Teams : IAsyncLifetime
{
    private readonly HandClock _clock = new();
    private TeamsTrial _trial = null!;

    public async ValueTask InitializeAsync()
    {
        _trial = await TeamsTrial.StartAsync(_clock, standIn: new TeamsStandInOptions { Time = _clock, ThrottlesThreads = false });
        await _trial.The<TeamsReferences>().SetChannelAsync(TeamsTrial.Acme, new(ServiceUrl: _trial.Teams.ServiceUrl), CancellationToken.None);
    }

    public ValueTask DisposeAsync() => _trial.DisposeAsync();

    [Fact]
    public async Task Many_sends_at_once_fetch_one_token()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _trial.PostAsync(Sample.Card)));
        _trial.Teams.Calls.Count(TeamsCall.Token).ShouldBe(1);
    }

    [Fact]
    public async Task The_token_is_fetched_anew_before_it_expires()
    {
        await _trial.PostAsync(Sample.Card);
        _clock.Advance(TimeSpan.FromMinutes(54));
        await _trial.PostAsync(Sample.Card);
        _trial.Teams.Calls.Count(TeamsCall.Token).ShouldBe(1);
        _clock.Advance(TimeSpan.FromMinutes(2));
        await _trial.PostAsync(Sample.Card);
        _trial.Teams.Calls.Count(TeamsCall.Token).ShouldBe(2);
    }

    [Fact]
    public async Task A_refused_token_is_dropped_once()
    {
        await _trial.PostAsync(Sample.Card);
        _trial.Teams.RevokeTokens();
        await _trial.PostAsync(Sample.Card);
        _trial.Teams.Calls.Count(TeamsCall.Token).ShouldBe(2);
    }

    [Fact]
    public async Task A_wrong_secret_is_named()
    {
        await using var trial = await TeamsTrial.StartAsync(configure: options => options with { AppPassword = "wrong-secret" });
        await trial.The<TeamsReferences>().SetChannelAsync(TeamsTrial.Acme, new(ServiceUrl: trial.Teams.ServiceUrl), CancellationToken.None);
        var failure = await Should.ThrowAsync<ChatPlatformException>(() => trial.PostAsync(Sample.Card));
        failure.Failure.ShouldBe(ChatFailure.Rejected);
        failure.Message.ShouldContain("Teams:AppPassword");
        failure.ToString().ShouldNotContain("wrong-secret");
    }

    [Theory]
    [InlineData(412, ChatFailure.Temporary)]
    [InlineData(413, ChatFailure.Rejected)]
    [InlineData(403, ChatFailure.ChannelUnreachable)]
    [InlineData(502, ChatFailure.Temporary)]
    [InlineData(400, ChatFailure.Rejected)]
    public async Task Each_refusal_has_its_meaning(int status, ChatFailure expected)
    {
        _trial.Teams.Faults.Next(TeamsCall.CreateConversation, TeamsFault.Status(status));
        (await Should.ThrowAsync<ChatPlatformException>(() => _trial.PostAsync(Sample.Card))).Failure.ShouldBe(expected);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", true)]
    [InlineData("https://europe.botframework.com/", true)]
    [InlineData("https://smba.trafficmanager.net.evil.example/", false)]
    [InlineData("https://evilbotframework.com/", false)]
    [InlineData("https://smba.trafficmanager.net:8443/", false)]
    [InlineData("https://me@smba.trafficmanager.net/", false)]
    [InlineData("http://smba.trafficmanager.net/", false)]
    [InlineData("http://127.0.0.1:56150/_connector", true)]
    [InlineData("http://localhost:56150/", false)]
    [InlineData("not an address", false)]
    public void Only_known_hosts_get_our_token(string address, bool expected) =>
        new TeamsHosts(new TeamsOptions { AppId = "", AllowedServiceHosts = ["127.0.0.1"] }).Allows(address).ShouldBe(expected);
}
