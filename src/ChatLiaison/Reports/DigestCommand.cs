using ChatLiaison.Chat;
using ChatLiaison.Commands;
using NodaTime.Extensions;

namespace ChatLiaison.Reports;

/// <summary>Shows the digest at once, to the one who asks.</summary>
internal sealed class DigestCommand(DigestDesk desk, TimeProvider time) : IChatCommand
{
    private const string Show = "digest.show";
    private const string Last = "last";

    public CommandSpec Spec { get; } = new("liaison digest", "[last]", "Show this week's digest so far, or last week's.");

    public Access Access => Access.Management;

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) => call.Text.Trim().ToLowerInvariant() switch
    {
        "" => Reply.Show((await DrawAsync(last: false, cancellationToken)).With(Button.Act(Show, "Last week", Last))),
        Last => Reply.Show(await DrawAsync(last: true, cancellationToken)),
        _ => Reply.Refused(CustomerText.Of($"The digest is of this week or the last one. Call /liaison digest or /liaison digest last.")),
    };

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        Reply.Show(await DrawAsync(press.Value == Last, cancellationToken));

    private Task<StaffCard> DrawAsync(bool last, CancellationToken cancellationToken)
    {
        var now = time.GetCurrentInstant();
        var week = last ? DigestWeek.LastFull(desk.Organisation, now) : DigestWeek.Running(desk.Organisation, now);
        return desk.DrawAsync(week, null, cancellationToken);
    }
}
