using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Playbook;

namespace ChatLiaison.OnCall;

/// <summary><c>/liaison oncall [ROLE|TEAM]</c>: who is on call now, who is next and until when, and where there is a gap.</summary>
internal sealed class OnCallCommand(People.Directory directory, Platforms platforms, FeedDesk feeds, OnCallDesk desk) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison oncall", "[ROLE|TEAM|feed]", "Who is on call now and next, and until when; with feed, your turns as a calendar.");

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) => CommandWords.Lower(call.Text) switch
    {
        "feed" => await feeds.ShowAsync(caller, cancellationToken),
        "feed new" => await feeds.RenewAsync(caller, cancellationToken),
        "feed off" => await feeds.StopAsync(caller, cancellationToken),
        _ => Show(caller, call.Text.Trim()),
    };

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) => press.Action switch
    {
        "oncall.feed" => await feeds.ShowAsync(caller, cancellationToken),
        "oncall.renew" => await feeds.RenewAsync(caller, cancellationToken),
        "oncall.history" => Reply.Show(await HistoryAsync(press.Value, cancellationToken)),
        "oncall.stop" => await feeds.StopAsync(caller, cancellationToken),
        _ => Show(caller, press.Value),
    };

    private async Task<StaffCard> HistoryAsync(string rotation, CancellationToken cancellationToken) =>
        StaffCard.Titled(StaffText.Of($"What was changed about the rotation {rotation}"))
            .List((await desk.HistoryAsync(rotation, 30, cancellationToken)).Select(l => StaffText.Of($"{l.At} · {l.Actor}: {CommandWords.Cut(l.Change, 300)}")));

    private Reply Show(Caller caller, string asked)
    {
        var known = directory.Current;
        var cards = new OnCallCards(known, platforms.Keys, caller);
        var plans = asked.Length == 0 ? known.OnCall.All : Find(known.OnCall, asked);
        return plans switch
        {
            [] when known.OnCall.All.Count == 0 => Reply.Refused(CustomerText.Of($"There is no rotation yet. A manager makes one with /liaison rotation.")),
            [] => Reply.Refused(CustomerText.Of($"Nobody takes turns for that. There are rotations for {CustomerText.Name(Words.All(known.OnCall.All.Select(p => p.Rotation.Name).Take(20)))}.")),
            [var only] when asked.Length > 0 => Reply.Show(cards.Of(only)),
            _ => Reply.Show(cards.Overview(plans)),
        };
    }

    /// <summary>By the rotation's own name, else all for a role or a team.</summary>
    private static IReadOnlyList<OnCallPlan> Find(OnCallIndex onCall, string asked) =>
        onCall.Named(asked) is { } plan ? [plan]
        : Roles.ByName.TryGetValue(CommandWords.Lower(asked), out var role) ? onCall.For(role)
        : onCall.For(asked);
}
