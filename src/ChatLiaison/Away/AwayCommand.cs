using System.Globalization;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using NodaTime;

namespace ChatLiaison.Away;

/// <summary><c>/liaison away until Tuesday 9:00 because … cover @NAME</c>: says what was understood, and acts on the press that says yes.</summary>
internal sealed class AwayCommand(AwayDesk desk, CoverStore covers, People.Directory directory, StaffMail mail) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison away", "[WHEN because WHY cover NAME|list]", "Say that you are away, and who covers for you.");

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var word = CommandWords.Lower(CommandWords.Split(call.Text).First);
        return word switch
        {
            "" => Task.FromResult(Reply.Show(Form(caller, null))),
            "list" or "who" => Task.FromResult(Reply.Show(AwayCards.List(directory.Current.Absences.All, mail.NameOf, caller.Now))),
            _ => UnderstandAsync(caller, call.Text, cancellationToken),
        };
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        if (press.Action != "away.confirm")
        {
            return Reply.Show(Form(caller, press.Value));
        }

        return await ConfirmAsync(caller, press.Key, press.Value, cancellationToken) switch
        {
            { Absence: { } absence } => Reply.Replace(AwayCards.Done(absence, absence.CoverId is { } cover ? mail.NameOf(cover) : null)),
            { Wrong: var wrong } => Reply.Refused(CustomerText.Name(wrong)),
        };
    }

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        if (submission.Action == "away.confirm")
        {
            return await ConfirmAsync(caller, submission.Key, submission.State, cancellationToken) switch
            {
                { Absence: { } absence } => Reply.Done(CustomerText.Of($"You are away from {absence.From} until {absence.Until}.")),
                { Wrong: var wrong } => Reply.Refused(CustomerText.Name(wrong)),
            };
        }

        var values = submission.Values;
        var read = Reader(caller).Read(values.One("when"));
        if (read.Wish is not { } wish)
        {
            return Reply.Wrong(new FieldError("when", read.Wrong));
        }

        wish = wish with
        {
            Reason = values.Has("reason") ? values.One("reason") : wish.Reason,
            Cover = Guid.TryParse(values.One("cover"), out var id) ? directory.Current.PersonById(id)?.Email ?? "" : wish.Cover,
        };
        var (view, wrong2) = await ViewAsync(caller, wish, cancellationToken);
        return view is null ? Reply.Wrong(new FieldError("cover", wrong2)) : Reply.Show(AwayCards.Confirm(view));
    }

    private async Task<Reply> UnderstandAsync(Caller caller, string text, CancellationToken cancellationToken)
    {
        var read = Reader(caller).Read(text);
        if (read.Wish is null)
        {
            return Reply.Refused(CustomerText.Name(read.Wrong));
        }

        var (view, wrong) = await ViewAsync(caller, read.Wish, cancellationToken);
        return view is null ? Reply.Refused(CustomerText.Name(wrong)) : Reply.Show(AwayCards.Understood(view));
    }

    private async Task<(AwayView? View, string Wrong)> ViewAsync(Caller caller, AwayWish wish, CancellationToken cancellationToken)
    {
        var me = caller.PersonId!.Value;
        var (cover, wrong, note) = desk.Check(me, wish);
        return wrong.Length > 0 ? (null, wrong)
            : (new AwayView(new WishNote(wish.From, wish.Until, wish.Reason, cover?.Id), cover, note, await covers.TouchedAsync(me, wish.Until, cancellationToken)), "");
    }

    private async Task<AwayOutcome> ConfirmAsync(Caller caller, string key, string value, CancellationToken cancellationToken) => WishNote.FromValue(value) is { } wish
        ? await desk.ConfirmAsync(
            caller, key, new AwayWish(wish.From, wish.Until, CommandWords.Cut(wish.Reason, 300), wish.Cover is { } id ? directory.Current.PersonById(id)?.Email ?? "" : ""), cancellationToken)
        : new AwayOutcome(null, "That is from an older version. Say again when you are away.");

    private AwayReader Reader(Caller caller)
    {
        var me = directory.Current.PersonById(caller.PersonId!.Value)!;
        return new AwayReader(new LocalCalendar(caller.Now, me.Zone, me.Hours), name => PersonNames.Find(directory.Current, name).Count > 0);
    }

    /// <param name="about">A wish to be changed, or the id of an absence of theirs; empty or null for a new one.</param>
    private Form Form(Caller caller, string? about)
    {
        var me = directory.Current.PersonById(caller.PersonId!.Value)!;
        var others = directory.Current.People.Where(p => p.Active && p.Roles.Count > 0 && p.Id != me.Id && mail.Reaches(p.Id)).ToList();
        var mine = Guid.TryParse(about, out var id) ? directory.Current.Absences.Of(me.Id).FirstOrDefault(a => a.Id == id) : null;
        var wish = mine is null ? WishNote.FromValue(about ?? "") : new WishNote(mine.From, mine.Until, mine.Reason, mine.CoverId);
        return wish is null ? AwayCards.Ask(others, "", "", null)
            : AwayCards.Ask(others, $"from {Local(wish.From, me.Zone)} until {Local(wish.Until, me.Zone)}", wish.Reason, wish.Cover);
    }

    private static string Local(Instant at, DateTimeZone zone) => at.InZone(zone).ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
