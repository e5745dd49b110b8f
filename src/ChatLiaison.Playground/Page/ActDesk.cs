namespace ChatLiaison.Playground.Page;

/// <summary>Where people's acts come in: done in their pane, and repeated in the other one while the mirror is on.</summary>
internal sealed class ActDesk(SlackActs slack, TeamsActs teams, Notices notices, Tour tour, Mirror mirror, Settling settling, ChangeFeed feed) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Two acts at a time would be compared with each other's outcomes.</summary>
    private readonly SemaphoreSlim _oneMirrored = new(1, 1);

    /// <exception cref="MalformedException">The request names a room that is not there, or an act that the chat does not know.</exception>
    public async Task<ActOutcome> DoAsync(string side, SamplePerson who, Act act, CancellationToken cancellationToken)
    {
        if (act is Act.Dismiss dismiss)
        {
            notices.Dismiss(dismiss.Notice);
            feed.Touch();
            return ActOutcome.Done;
        }

        return mirror.On && Mirror.Repeats(act)
            ? await MirroredAsync(side, who, act, cancellationToken)
            : await PerformAsync(side, who, act);
    }

    public void Dispose() => _oneMirrored.Dispose();

    private async Task<ActOutcome> MirroredAsync(string side, SamplePerson who, Act act, CancellationToken cancellationToken)
    {
        await _oneMirrored.WaitAsync(cancellationToken);
        try
        {
            await settling.SettleAsync(Patience, cancellationToken);
            var repeating = mirror.Prepare(side, who, act);
            var outcome = await PerformAsync(side, who, act);
            if (outcome is { Ok: false, Errors.Count: > 0 } && act is Act.Submit && !mirror.ReachedTheServer(repeating))
            {
                return outcome;
            }

            var other = repeating.Counterpart is { } counterpart
                ? await PerformAsync(Contract.Other(side), who, counterpart)
                : null;
            await settling.SettleAsync(Patience, cancellationToken);
            if (other is not null && mirror.Opener(repeating) is { } opener)
            {
                await PerformAsync(opener.Side, who, opener.Press);
            }

            return outcome with { Mirrored = mirror.Compare(repeating, outcome, other) };
        }
        finally
        {
            _oneMirrored.Release();
        }
    }

    private async Task<ActOutcome> PerformAsync(string side, SamplePerson who, Act act)
    {
        if (act is Act.Press or Act.Choose)
        {
            tour.Pressed(mirror.NameOf(side, who, act));
        }

        var outcome = side == Contract.Slack ? await slack.DoAsync(who, act) : await teams.DoAsync(who, act);
        if (side == Contract.Slack && outcome is { Ok: false, Said: { } said })
        {
            notices.Show(side, who, "error", said);
        }

        feed.Touch();
        return outcome;
    }
}
