using ChatLiaison.Playground.Slack;
using ChatLiaison.Playground.Teams;

namespace ChatLiaison.Playground;

/// <summary>The stand-ins of both platforms with the sample world, on loopback only.</summary>
public sealed class Stage : IAsyncDisposable
{
    private readonly TimeProvider _time;
    private Uri? _appUrl;

    private Stage(SlackStandIn slack, TeamsStandIn teams, TimeProvider time) => (Slack, Teams, _time) = (slack, teams, time);

    public SlackStandIn Slack { get; private set; }

    public TeamsStandIn Teams { get; private set; }

    /// <summary>Where the server under the playground listens.</summary>
    public Uri? AppUrl
    {
        get => _appUrl;
        set => _appUrl = Slack.AppUrl = Teams.AppUrl = value;
    }

    /// <summary>
    /// The stand-ins take two ports in a row: what the server remembers of them holds at its next start too. Where one of these is taken,
    /// any free one will do.
    /// </summary>
    /// <param name="firstPort">The first of the two; 0 takes any free ones.</param>
    public static async Task<Stage> OpenAsync(int firstPort, TimeProvider time)
    {
        var slack = await AtAsync(firstPort, port => StartSlackAsync(port, time));
        var teams = await AtAsync(firstPort == 0 ? 0 : firstPort + 1, port => StartTeamsAsync(port, time));
        return new Stage(slack, teams, time);
    }

    /// <summary>Both worlds as they were at the very start, at the same addresses.</summary>
    public async Task StartOverAsync()
    {
        var (slack, teams) = (new Uri(Slack.BaseUrl).Port, Teams.Address.Port);
        await DisposeAsync();
        Slack = await StartSlackAsync(slack, _time);
        Teams = await StartTeamsAsync(teams, _time);
        AppUrl = _appUrl;
    }

    public async ValueTask DisposeAsync()
    {
        await Slack.DisposeAsync();
        await Teams.DisposeAsync();
    }

    private static async Task<SlackStandIn> StartSlackAsync(int port, TimeProvider time)
    {
        var world = SlackWorld.Sample(time);
        foreach (var person in SamplePeople.All)
        {
            world.OpenDirect(person.SlackId);
        }

        return await SlackStandIn.StartAsync(new() { Time = time, World = world, Port = port });
    }

    private static async Task<TeamsStandIn> StartTeamsAsync(int port, TimeProvider time)
    {
        // The team's owner lets the bot read along, as a support team would: without it only what names the bot is heard.
        var world = TeamsWorld.Sample();
        world.Put(world.FindTeam(TeamsWorld.SampleTeamId)! with { ReadsAllMessages = true });
        foreach (var user in world.Users)
        {
            world.PersonalChatOf(user);
        }

        return await TeamsStandIn.StartAsync(new() { Time = time, World = world, Port = port });
    }

    private static async Task<T> AtAsync<T>(int port, Func<int, Task<T>> start)
    {
        try
        {
            return await start(port);
        }
        catch (IOException) when (port != 0)
        {
            return await start(0);
        }
    }
}
