using System.Globalization;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Storage;
using ChatLiaison.Time;
using NodaTime;

namespace ChatLiaison.Handover;

/// <summary><c>/liaison handoffs</c>: how the hand-offs to engineering went; and the two taps with which each side says so.</summary>
internal sealed class HandoffsCommand(Database database, HandoffStore handoffs, HandoffTally tally, CaseStore cases) : IChatCommand
{
    private const int Days = 30;

    public CommandSpec Spec { get; } = new("liaison handoffs", "", "How the hand-offs to engineering went: briefs, what came back, what both sides say.");

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var t = await tally.OfAsync(new Interval(caller.Now - Duration.FromDays(Days), caller.Now), cancellationToken);
        var card = StaffCard.Titled(StaffText.Of($"Hand-offs to engineering, the last {Days} days"));
        return Reply.Show(t.Sent == 0 ? card.Say("No brief was sent.") : card.Facts(
            ("Briefs sent", $"{t.Sent}, {t.Again} of them once more"),
            ("How complete", $"{Whole(t.Score)} % on average"),
            ("Accepted", t.AnswerSpan is { } span ? $"{t.Accepted}, after {DurationText.Humanise(span)} on average" : $"{t.Accepted}"),
            ("Sent back", $"{t.Bounces} ({Share(t.Bounces, t.Sent)})"),
            ("Asked again", $"{t.Asks}"),
            ("Most often missing", t.Missing),
            ("Engineering says", Rated(t.ByReceivers)),
            ("Support says", Rated(t.BySenders))));
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        if (RatingCard.Read(press.Value) is not { } rated || await handoffs.FindAsync(rated.Handoff, cancellationToken) is not { } handoff
            || await cases.FindAsync(handoff.CaseId, cancellationToken) is not { } c)
        {
            return Reply.Refused(CustomerText.Of($"That hand-off is no longer on record."));
        }

        var asked = rated.Side == HandoffSide.Receiver ? handoff.AnsweredById : handoff.SentById ?? c.Owner?.Id;
        if (asked != caller.PersonId)
        {
            return Reply.Refused(CustomerText.Of($"Only the two who handed it over are asked how it went."));
        }

        await using var work = database.Begin(caller.Now);
        if (press.Action == "handoffs.complete")
        {
            HandoffStore.RateComplete(work, handoff.Id, rated.Side, caller.PersonId!.Value, caller.Name, rated.Rating);
        }
        else
        {
            HandoffStore.RateTogether(work, handoff.Id, rated.Side, rated.Rating);
        }

        await work.CommitAsync(cancellationToken);
        return Reply.Replace(press.Action == "handoffs.complete"
            ? RatingCard.Second(c.Reference, handoff.Id, rated.Side)
            : RatingCard.Thanks(c.Reference));
    }

    private static string Whole(double number) => Math.Round(number).ToString(CultureInfo.InvariantCulture);

    private static string Share(int some, int all) => $"{Whole(100.0 * some / all)} %";

    private static string Rated(RatingTally r) => r.Count == 0
        ? "nothing yet"
        : string.Create(CultureInfo.InvariantCulture, $"what they needed {r.Complete:0.0} of 3, working together {r.Together:0.0} of 3 ({r.Count} asked)");
}
