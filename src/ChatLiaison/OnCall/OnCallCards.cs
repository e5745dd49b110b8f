using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.People;
using NodaTime;

namespace ChatLiaison.OnCall;

/// <summary>Who is on call: all rotations at a glance, or one with what comes next.</summary>
/// <param name="platforms">The keys of the platforms that are on.</param>
internal sealed class OnCallCards(DirectorySnapshot directory, IReadOnlySet<string> platforms, Caller reader)
{
    private const int Turns = 6;
    private static readonly Duration Ahead = Duration.FromDays(42);

    private readonly Instant now = reader.Now;

    public StaffCard Overview(IReadOnlyList<OnCallPlan> plans)
    {
        var card = plans.Take(20).Aggregate(
            StaffCard.Titled("On call"), (c, p) => c.Row(OnCallWords.NowAndNext(p, now), Button.Act("oncall.show", CommandWords.Cut(p.Rotation.Name, 30), p.Rotation.Name)));
        var warnings = plans.SelectMany(p => OnCallWarnings.Of(p, directory, platforms, now).Select(w => StaffText.Of($"{p.Rotation.Name}: {w}"))).ToList();
        return WithWarnings(card, warnings).With(Buttons(""));
    }

    public StaffCard Of(OnCallPlan plan)
    {
        var card = StaffCard.Titled(StaffText.Of($"On call for {plan.Rotation.For}")).Say(OnCallWords.NowAndNext(plan, now));
        var next = plan.Turns.Spans(now, now + Ahead).Skip(1).Take(Turns).Select(s => StaffText.Of($"{s.From} {OnCallWords.Name(s.Member)}")).ToList();
        card = next.Count > 0 ? card.Say("After that:").List(next) : card;
        card = plan.Overrides.Where(o => o.Until > now).OrderBy(o => o.From).Take(8).Aggregate(card, (c, o) => c.Row(Line(o), Withdraw(o)));
        return WithWarnings(card, OnCallWarnings.Of(plan, directory, platforms, now)).With(Buttons(plan.Rotation.Name));
    }

    private StaffText Line(OnCallOverride entry)
    {
        var line = StaffText.Of($"{Name(entry.PersonId)} stands in{(entry.InsteadOf is { } absent ? $" for {Name(absent)}" : "")}, {entry.From} until {entry.Until}");
        return entry.Reason.Length > 0 ? line.Then(StaffText.Of($"\n{entry.Reason}")) : line;
    }

    private Button? Withdraw(OnCallOverride entry) => reader.PersonId is { } me && OnCallRules.MayWithdraw(me, reader.Roles, entry)
        ? Button.Act("override.withdraw", "Take back", entry.Id.ToString(), ButtonStyle.Danger)
        : null;

    private static StaffCard WithWarnings(StaffCard card, IReadOnlyList<StaffText> warnings) =>
        warnings.Count == 0 ? card : card.Say("Mind in the next two weeks:").List(warnings);

    private List<Button> Buttons(string rotation)
    {
        var buttons = new List<Button>
        {
            Button.Open("override.open", "Stand in", rotation),
            Button.Open("swap.open", "Swap a turn", ""),
            Button.Act("oncall.feed", "My calendar", ""),
        };
        if (rotation.Length > 0)
        {
            buttons.Add(Button.Act("oncall.history", "History", rotation).Further());
        }

        if (OnCallRules.MayManage(reader.Roles))
        {
            buttons.Add(Button.Open("rotation.open", rotation.Length > 0 ? "Change the rotation" : "New rotation", rotation));
            if (rotation.Length > 0)
            {
                buttons.Add(Button.Act("rotation.giveup", "Give it up", rotation, ButtonStyle.Danger) with { Confirm = "Nobody takes turns for it any more then. Give it up?" });
            }
        }

        return buttons;
    }

    private string Name(Guid id) => directory.PersonById(id)?.Name ?? "somebody who has left";
}
