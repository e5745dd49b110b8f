using ChatLiaison.Playground.Slack;
using ChatLiaison.Playground.Teams;
using ChatLiaison.Playground.Time;

namespace ChatLiaison.Playground.Page;

/// <summary>The fault switches, and the account of what waits and what arrived, by which one sees that nothing is lost and nothing comes twice.</summary>
internal sealed class FaultDesk(Stage stage, PlaygroundClock clock, IPlayedServer server, ChangeFeed feed)
{
    /// <summary>A dead server's claims on its messages run out after a minute by the clock; then another looks after them.</summary>
    private static readonly TimeSpan ClaimsRunOut = TimeSpan.FromSeconds(61);

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(30);

    private readonly Arrivals _arrivals = new();
    private int _isKilling;

    public bool SlackLimited { get; private set; }

    public bool TeamsCut { get; private set; }

    public bool KillArmed { get; private set; }

    public void LimitSlack(bool on)
    {
        SlackLimited = on;
        stage.Slack.Faults.Always = on ? new SlackFault(SlackFaultKind.RateLimited, RetryAfter) : null;
        Began(on);
    }

    public void CutTeams(bool on)
    {
        TeamsCut = on;
        stage.Teams.Faults.Always = on ? TeamsFault.Drop : null;
        Began(on);
    }

    /// <summary>The next message that the server sends, to either platform, finds it dead: it is cut before the platform did anything.</summary>
    public void ArmKill()
    {
        KillArmed = true;
        stage.Slack.Faults.Trap = method => method is "chat.postMessage" or "chat.postEphemeral" or "chat.update" && KillArmed ? KillAsync : null;
        stage.Teams.Faults.Trap = call => call is TeamsCall.Send or TeamsCall.Reply or TeamsCall.Update or TeamsCall.CreateConversation && KillArmed ? KillAsync : null;
        Began(true);
    }

    /// <summary>Kills the server. Ends when it is up again and looks after what it left.</summary>
    public async Task KillAsync()
    {
        if (Interlocked.Exchange(ref _isKilling, 1) == 1)
        {
            return;
        }

        Disarm();
        Began(true);
        await server.KillAsync();
        _ = Task.Run(GoOnAsync);
    }

    /// <summary>All switches off, all accounts closed: the worlds are new.</summary>
    public void Clear()
    {
        (SlackLimited, TeamsCut) = (false, false);
        Disarm();
        _arrivals.Clear();
    }

    /// <summary>A message came; the bot's are counted.</summary>
    public void Arrived(MessageKey key, Reading.Note note) => _arrivals.Add(key, note, clock.GetUtcNow());

    public async Task<FaultsView> DrawAsync(CancellationToken cancellationToken)
    {
        var queue = await server.QueueAsync(cancellationToken);
        var (arrived, twice) = _arrivals.Count();
        return new FaultsView(
            SlackLimited, TeamsCut, KillArmed,
            new ServerView(server.State switch { PlayedState.Up => "up", PlayedState.Down => "down", _ => "starting" }, server.Deaths, server.UpSince),
            new QueueView(queue.Waiting, queue.Uncertain, queue.Dead, queue.Next, _arrivals.Since, arrived, twice));
    }

    private void Disarm()
    {
        KillArmed = false;
        stage.Slack.Faults.Trap = null;
        stage.Teams.Faults.Trap = null;
    }

    private void Began(bool on)
    {
        if (on)
        {
            _arrivals.Begin(clock.GetUtcNow());
        }

        feed.Touch();
    }

    private async Task GoOnAsync()
    {
        try
        {
            await server.UpAsync(CancellationToken.None);
            clock.Advance(ClaimsRunOut);
            await server.RunJobsAsync(CancellationToken.None);
        }
        finally
        {
            Volatile.Write(ref _isKilling, 0);
            feed.Touch();
        }
    }
}
