using ChatLiaison.Chat;
using ChatLiaison.Commands;
using NodaTime;

namespace ChatLiaison.Reports;

/// <summary><c>/liaison patterns</c>: what happens again and again, beside the stretch before, and what rose most first (S230).</summary>
internal sealed class PatternsCommand(PatternReader patterns) : IChatCommand
{
    private const int MostOfTopic = 3;

    public CommandSpec Spec { get; } = new("liaison patterns", "[30d | 90d]", "What happens again and again: what rose most first.");

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) => PatternRules.DaysOf(call.Text) is { } days
        ? Reply.Show(await DrawAsync(days, caller.Now, cancellationToken))
        : Reply.Refused(CustomerText.Of($"Patterns are counted over 30 or 90 days. Call /liaison patterns 30d or /liaison patterns 90d."));

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        Reply.Show(await DrawAsync(PatternRules.DaysOf(press.Value) ?? PatternRules.Spans[0], caller.Now, cancellationToken));

    private async Task<StaffCard> DrawAsync(int days, Instant now, CancellationToken cancellationToken)
    {
        var found = await patterns.ReadAsync(days, now, cancellationToken);
        var other = days == PatternRules.Spans[0] ? PatternRules.Spans[1] : PatternRules.Spans[0];
        var card = StaffCard.Titled(StaffText.Of($"Patterns of the last {days} days"));
        card = found.Count == 0
            ? card.Say("Nothing is on record for these days.")
            : card.Small(StaffText.Of($"In brackets the {days} days before. What rose most stands first."))
                .Facts(found.GroupBy(p => p.Topic).Select(topic => (PatternRules.Name(topic.Key), StaffText.Of($"{string.Join(", ", topic.Take(MostOfTopic).Select(p => $"{p.What} {p.Now} ({p.Before})"))}"))));
        return card.With(Button.Open("improve.open", "Record an improvement", ""), Button.Act("patterns.show", $"{other} days", $"{other}d"));
    }
}
