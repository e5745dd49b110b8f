using System.Globalization;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using NodaTime;

namespace ChatLiaison.Away;

/// <summary><c>/liaison away until Tuesday 9:00 because … cover @NAME</c>: says what was understood, and acts on the press that says yes.</summary>
internal sealed class AwayCommand(AwayDesk desk, CoverStore covers, People.Directory directory, PersonMail mail, PersonChoices choices) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison away", "[@NAME] [WHEN because WHY cover NAME|list]", "Say that you are away, and who covers for you; a manager says it for a colleague.");

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var word = CommandWords.Lower(CommandWords.Split(call.Text).First);
        return word switch
        {
            "" => Task.FromResult(Reply.Show(Form(Me(caller), null, null))),
            "list" or "who" => Task.FromResult(Reply.Show(AwayCards.List(directory.Current.Absences.All, mail.NameOf, caller.Now))),
            _ => UnderstandAsync(caller, call.Text, cancellationToken),
        };
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        if (press.Action != "away.confirm")
        {
            var colleague = WishNote.FromValue(press.Value)?.For is { } id ? directory.Current.PersonById(id) : null;
            return Reply.Show(Form(colleague ?? Me(caller), colleague, press.Value));
        }

        return await ConfirmAsync(caller, press.Key, press.Value, cancellationToken) switch
        {
            { Absence: { } absence } when absence.PersonId != caller.PersonId => Reply.Replace(AwayCards.DoneFor(mail.NameOf(absence.PersonId), absence)),
            { Absence: { } absence } => Reply.Replace(AwayCards.Done(absence, absence.Cover is { } cover ? mail.NameOf(cover) : null, desk.TurnsOf(absence.PersonId, absence.From, absence.Until))),
            { Wrong: var wrong } => Reply.Refused(CustomerText.Name(wrong)),
        };
    }

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        if (submission.Action == "away.confirm")
        {
            return await ConfirmAsync(caller, submission.Key, submission.State, cancellationToken) switch
            {
                { Absence: { } absence } when absence.PersonId != caller.PersonId =>
                    Reply.Done(CustomerText.Of($"{CustomerText.Name(mail.NameOf(absence.PersonId))} is away from {absence.From} until {absence.Until}, and is told.")),
                { Absence: { } absence } => Reply.Done(CustomerText.Of($"You are away from {absence.From} until {absence.Until}.")),
                { Wrong: var wrong } => Reply.Refused(CustomerText.Name(wrong)),
            };
        }

        var values = submission.Values;
        var colleague = Guid.TryParse(submission.State, out var other) ? directory.Current.PersonById(other) : null;
        var read = Reader(colleague ?? Me(caller), caller.Now).Read(values.One("when"));
        if (read.Wish is not { } wish)
        {
            return Reply.Wrong(new FieldError("when", read.Wrong));
        }

        wish = wish with
        {
            Reason = values.Has("reason") ? values.One("reason") : wish.Reason,
            Cover = Guid.TryParse(values.One("cover"), out var id) ? directory.Current.PersonById(id)?.Email ?? "" : wish.Cover,
        };
        var (view, wrong2) = await ViewAsync(caller, colleague, wish, cancellationToken);
        return view is null ? Reply.Wrong(new FieldError("cover", wrong2)) : Reply.Show(AwayCards.Confirm(view));
    }

    private async Task<Reply> UnderstandAsync(Caller caller, string text, CancellationToken cancellationToken)
    {
        var (colleague, rest, unknown) = AwayFor.Read(directory.Current, text);
        if (unknown.Length > 0)
        {
            return Reply.Refused(CustomerText.Name(unknown));
        }

        colleague = colleague?.Id == caller.PersonId ? null : colleague;
        if (colleague is not null && rest.Length == 0)
        {
            return AwayFor.May(Me(caller), colleague) ? Reply.Show(Form(colleague, colleague, null)) : Reply.Refused(CustomerText.Name(AwayFor.Refusal(colleague)));
        }

        var read = Reader(colleague ?? Me(caller), caller.Now).Read(rest);
        if (read.Wish is null)
        {
            return Reply.Refused(CustomerText.Name(read.Wrong));
        }

        var (view, wrong) = await ViewAsync(caller, colleague, read.Wish, cancellationToken);
        return view is null ? Reply.Refused(CustomerText.Name(wrong)) : Reply.Show(AwayCards.Understood(view));
    }

    private async Task<(AwayView? View, string Wrong)> ViewAsync(Caller caller, Person? colleague, AwayWish wish, CancellationToken cancellationToken)
    {
        var away = colleague ?? Me(caller);
        if (!AwayFor.May(Me(caller), away))
        {
            return (null, AwayFor.Refusal(away));
        }

        var (cover, wrong, note) = desk.Check(away.Id, wish);
        return wrong.Length > 0 ? (null, wrong)
            : (new AwayView(new WishNote(wish.From, wish.Until, wish.Reason, cover?.Id, colleague?.Id), colleague, cover, note, await covers.TouchedAsync(away.Id, wish.Until, cancellationToken), desk.TurnsOf(away.Id, wish.From, wish.Until)), "");
    }

    private async Task<AwayOutcome> ConfirmAsync(Caller caller, string key, string value, CancellationToken cancellationToken)
    {
        if (WishNote.FromValue(value) is not { } wish)
        {
            return new AwayOutcome(null, "That is from an older version. Say again who is away, and when.");
        }

        var away = wish.For is { } colleague ? directory.Current.PersonById(colleague) : Me(caller);
        return away is null ? new AwayOutcome(null, "That person is no longer in the directory.")
            : !AwayFor.May(Me(caller), away) ? new AwayOutcome(null, AwayFor.Refusal(away))
            : await desk.ConfirmAsync(
                new Act(caller, key), away.Id,
                new AwayWish(wish.From, wish.Until, CommandWords.Cut(wish.Reason, 300), wish.Cover is { } id ? directory.Current.PersonById(id)?.Email ?? "" : ""), cancellationToken);
    }

    private Person Me(Caller caller) => directory.Current.PersonById(caller.PersonId!.Value)!;

    private AwayReader Reader(Person away, Instant now) =>
        new(new LocalCalendar(now, away.Zone, away.Hours), name => PersonSearch.Named(directory.Current, name).Count > 0);

    /// <param name="about">A wish to be changed, or the id of an absence of theirs; empty or null for a new one.</param>
    private Form Form(Person away, Person? colleague, string? about)
    {
        var theirs = Guid.TryParse(about, out var id) ? directory.Current.Absences.Of(away.Id).FirstOrDefault(a => a.Id == id) : null;
        var wish = theirs is null ? WishNote.FromValue(about ?? "") : new WishNote(theirs.From, theirs.Until, theirs.Reason, theirs.CoverId);
        var cover = choices.Field(
            "cover", colleague is null ? "Who covers for you?" : "Who covers for them?", p => p.Roles.Count > 0 && p.Id != away.Id && mail.Reaches(p.Id), wish?.Cover);
        return wish is null ? AwayCards.Ask(colleague, cover, "", "")
            : AwayCards.Ask(colleague, cover, $"from {Local(wish.From, away.Zone)} until {Local(wish.Until, away.Zone)}", wish.Reason);
    }

    private static string Local(Instant at, DateTimeZone zone) => at.InZone(zone).ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
