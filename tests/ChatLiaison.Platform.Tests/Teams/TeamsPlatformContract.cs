using ChatLiaison.Chat;
using ChatLiaison.Playground;
using ChatLiaison.Playground.Teams;
using ChatLiaison.Teams;

namespace ChatLiaison.Platform.Tests.Teams;

public sealed class TeamsPlatformContract : ChatPlatformContract
{
    private TeamsTrial _trial = null!;

    protected override IChatPlatform Platform => _trial.Platform;

    protected override string ChannelId => TeamsTrial.Acme;

    protected override string PersonId => SamplePeople.Dana.AadObjectId;

    protected override string UnknownPersonId => "22222222-2222-4222-8222-222222222999";

    protected override string UnknownChannelId => "19:nowhere@thread.tacv2";

    public override async ValueTask InitializeAsync()
    {
        _trial = await TeamsTrial.StartAsync();
        // Any activity tells where the service is.
        await _trial.Client.SayAsync(TeamsTrial.Dana, TeamsTrial.Triage, "hello", mentionBot: true);
    }

    public override ValueTask DisposeAsync() => _trial.DisposeAsync();

    protected override void FailNext(PlatformFault fault)
    {
        switch (fault)
        {
            case PlatformFault.RateLimited:
                _trial.Teams.Faults.Next(TeamsCall.CreateConversation, TeamsFault.Throttled(TimeSpan.FromSeconds(7)));
                break;
            case PlatformFault.ServerError:
                _trial.Teams.Faults.Next(TeamsCall.CreateConversation, TeamsFault.Status(503));
                break;
            case PlatformFault.AcceptsThenSilent:
                _trial.Teams.Faults.Next(TeamsCall.CreateConversation, TeamsFault.AcceptThenDrop);
                break;
            default:
                var nobody = new ChannelReference(ServiceUrl: "http://127.0.0.1:9/");
                _trial.The<TeamsReferences>().SetChannelAsync(ChannelId, nobody, CancellationToken.None).AsTask().Wait(TimeSpan.FromSeconds(5));
                break;
        }
    }

    protected override Task<string?> StoredAsync(MessageRef message) =>
        Task.FromResult(_trial.World.FindMessage(message.MessageId)?.Activity.GetRawText());

    protected override Task<int> CountInChannelAsync() => Task.FromResult(_trial.Written(ChannelId).Count);
}
