using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Digests;
using NodaTime;

namespace ChatLiaison.Reports;

/// <summary>Shows the digest at once, to the one who asks.</summary>
internal sealed class DigestCommand(DigestDesk desk, TallyStore tallies, People.Directory directory) : IChatCommand
{
    private const string Show = "digest.show";
    private const string Last = "last";
    private const string People = "people";

    public CommandSpec Spec { get; } = new("liaison digest", "[last | people]", "Show this week's digest so far, last week's, or who kept and broke promises.");

    public Access Access => Access.Management;

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) => call.Text.Trim().ToLowerInvariant() switch
    {
        "" => Reply.Show((await DrawAsync(last: false, caller.Now, cancellationToken)).With(Button.Act(Show, "Last week", Last))),
        Last => Reply.Show(await DrawAsync(last: true, caller.Now, cancellationToken)),
        People => Reply.Show(await DrawPeopleAsync(caller.Now, cancellationToken)),
        _ => Reply.Refused(CustomerText.Of($"Call /liaison digest for this week, /liaison digest last for the last one, or /liaison digest people.")),
    };

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        Reply.Show(await DrawAsync(press.Value == Last, caller.Now, cancellationToken));

    private async Task<StaffCard> DrawPeopleAsync(Instant now, CancellationToken cancellationToken)
    {
        var week = DigestWeek.Running(desk.Organisation, now).This;
        var found = await tallies.ByPersonAsync(week, cancellationToken);
        return TallyCard.Draw(week.Start, [.. found.Select(f => (TallyCard.NameOf(directory.Current, f.Person), f.Tally))]);
    }

    private Task<StaffCard> DrawAsync(bool last, Instant now, CancellationToken cancellationToken)
    {
        var week = last ? DigestWeek.LastFull(desk.Organisation, now) : DigestWeek.Running(desk.Organisation, now);
        return desk.DrawAsync(week, null, cancellationToken);
    }
}
