using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Outbox;
using ChatLiaison.People;

namespace ChatLiaison.Away;

/// <summary>Says yes or no to covering for somebody; <c>/liaison cover</c> lists for whom one covers.</summary>
internal sealed class CoverCommand(AwayDesk desk, CoverCard card, AbsenceStore absences, People.Directory directory, PersonMail mail) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison cover", "", "For whom you cover, and whom you are still to answer.");

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var asked = directory.Current.Absences.All.Where(a => a.Cover == caller.PersonId && a.Until > caller.Now).ToList();
        if (asked is [var only])
        {
            return Reply.Show(await card.DrawAsync(only, cancellationToken));
        }

        var list = StaffCard.Titled(asked.Count == 0 ? "You cover for nobody" : "You cover for");
        return Reply.Show(asked.Aggregate(list, (lines, a) => lines.Row(
            StaffText.Of($"{mail.NameOf(a.PersonId):b} from {a.From} until {a.Until}{(a.Consent == Consent.Asked ? ", not answered yet" : "")}"),
            a.Consent == Consent.Asked ? Button.Act("cover.accept", "Accept", a.Id.ToString()) : null)));
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(press.Value, out var id) || await desk.AnswerAsync(caller, press.Key, id, press.Action == "cover.accept", cancellationToken) is not { } wrong)
        {
            return Reply.Refused(CustomerText.Of($"That absence is not there any more."));
        }

        return wrong.Length > 0 ? Reply.Refused(CustomerText.Name(wrong))
            : await absences.FindAsync(id, cancellationToken) is { } absence ? Reply.Replace(await card.DrawAsync(absence, cancellationToken))
            : Reply.Done();
    }
}
