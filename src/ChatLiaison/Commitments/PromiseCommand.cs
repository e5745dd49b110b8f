using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Promises;
using ChatLiaison.Wording;
using NodaTime;

namespace ChatLiaison.Commitments;

/// <summary>
/// <c>/liaison promise REF I'll call Ada at 15:00</c>, the same words after the bot's name in the case's thread, a button, or the action on a
/// message: somebody's word becomes a promise with an owner, a time and the message in which it was given.
/// </summary>
internal sealed class PromiseCommand(CaseActs acts, CommitmentStore commitments, People.Directory directory) : IChatCommand
{
    private const int MostPeople = 100;

    public CommandSpec Spec { get; } = new("liaison promise", "REF [what, by when]", "Record a promise, so that its owner is reminded and it is counted.")
    {
        MessageShortcut = "Record as a promise",
    };

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (found, refusal) = await acts.FindAsync(caller, call, cancellationToken);
        if (found is null)
        {
            return refusal!;
        }

        var words = call.Source?.Text ?? CaseWords.After(call.Text);
        var note = new PromiseNote(found.Id.ToString(), call.Source?.Message ?? call.Typed, words);
        if (call.Source is null && SpokenTime.Find(words, caller.Now, ZoneOf(caller)) is { } spoken && spoken.At > caller.Now && spoken.Words.Length > 0)
        {
            return await MakeAsync(caller, call.Key, note, new(spoken.Words, spoken.At, caller.PersonId, CommitmentKind.Personal), cancellationToken);
        }

        return Ask(caller, found, note);
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        if (press.Action == "promise.open")
        {
            var note = PromiseNote.Read(press.Value);
            return await acts.FindAsync(caller, note.CaseId, cancellationToken) is { } found ? Ask(caller, found, note) : CaseActs.NoSuchCase("");
        }

        if (press.Action != "promise.kept")
        {
            return Reply.Refused(CustomerText.Of($"That button is from an older version. Ask for the card again with /case."));
        }

        var (c, owed) = await FindAsync(caller, press.Value, cancellationToken);
        if (c is null || owed is null)
        {
            return c is null ? CaseActs.NoSuchCase("") : Settled;
        }

        return owed.Way.Refusal(c.ReferenceText) is { } otherwise ? Reply.Refused(otherwise)
            : await acts.ActAsync(
                caller, press.Key, c.Id.ToString(), (x, _) => CommitmentRules.Keep(x, owed.Id, owed.What),
                x => CustomerText.Of($"Done on {x.ReferenceText}, and counted."), cancellationToken);
    }

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        var values = submission.Values;
        if (!values.Has("what") || values.Moment("by") is not { } by || by <= caller.Now)
        {
            return !values.Has("what") ? Reply.Wrong(new FieldError("what", "Say what is promised."))
                : Reply.Wrong(new FieldError("by", values.Has("by") ? "That time has passed. Choose one that lies ahead." : "Say by when, so that it can be reminded of."));
        }

        var owner = Guid.TryParse(values.One("owner"), out var id) && directory.Current.PersonById(id) is { Active: true } ? id : caller.PersonId;
        var kind = values.One("to") == "us" ? CommitmentKind.ActionItem : CommitmentKind.Personal;
        return await MakeAsync(caller, submission.Key, PromiseNote.Read(submission.State), new(values.One("what"), by, owner, kind), cancellationToken);
    }

    private Task<Reply> MakeAsync(Caller caller, string key, PromiseNote note, Asked asked, CancellationToken cancellationToken)
    {
        var made = new Commitment(Commitment.NewId(caller.Now), asked.Kind, asked.What) { Due = asked.By, OwnerId = asked.Owner, Source = note.Source };
        var owner = asked.Owner is { } id ? directory.Current.PersonById(id)?.Name ?? "" : "";
        return acts.ActAsync(
            caller, key, note.CaseId,
            (c, _) => CommitmentRules.Promise(c, made, owner, caller.Now),
            c => CustomerText.Of($"Promised on {c.ReferenceText} by {asked.By}. {CustomerText.Name(owner)} is reminded in time."), cancellationToken);
    }

    private Reply Ask(Caller caller, SupportCase c, PromiseNote note)
    {
        var zone = ZoneOf(caller);
        var spoken = SpokenTime.Find(note.Words, caller.Now, zone);
        var people = directory.Current.People.Where(p => p.Active)
            .OrderByDescending(p => p.Id == caller.PersonId).ThenByDescending(p => p.Id == c.Owner?.Id).Take(MostPeople).ToList();
        var form = CaseForm.About(
            c, "promise.submit", "Record a promise", "Record it",
            [
            .. spoken is { } past && past.At <= caller.Now
                ? [new FormNote("past", StaffText.Of($"{past.At} has passed. Choose a time that lies ahead."))]
                : Array.Empty<Field>(),
            new TextField("what", "What is promised?") { Required = true, Multiline = true, MaxLength = 500, Initial = CommandWords.Cut(spoken?.Words ?? note.Words, 500) },
            new MomentField("by", "By when?") { Required = true, Initial = spoken is { } said && said.At > caller.Now ? said.At : null },
            new ChoiceField("owner", "Who owes it?", [.. people.Select(p => new Choice(p.Id.ToString(), CommandWords.Cut(p.Name, 75)))]) { Initial = [caller.PersonId.ToString() ?? ""] },
            new ChoiceField("to", "To whom?", [new("customer", "The customer"), new("us", "One of us")]) { Required = true, Initial = ["customer"] },
            ]);
        return Reply.Show(form with
        {
            State = (note with { Words = "" }).ToString(),
            Opener = Button.Open("promise.open", "Record the promise", (note with { Words = CommandWords.Cut(note.Words, 600) }).ToString(), ButtonStyle.Primary),
        });
    }

    private async Task<(SupportCase? Case, OwedInWords? Owed)> FindAsync(Caller caller, string value, CancellationToken cancellationToken)
    {
        if (value.Split('/') is not [var caseId, var promise] || !Guid.TryParse(promise, out var id) || await acts.FindAsync(caller, caseId, cancellationToken) is not { } c)
        {
            return (null, null);
        }

        return (c, (await commitments.OwedAsync(c.Id, cancellationToken)).Find(o => o.Id == id));
    }

    private DateTimeZone ZoneOf(Caller caller) => caller.PersonId is { } id && directory.Current.PersonById(id) is { } person ? person.Zone : DateTimeZone.Utc;

    private static Reply Settled => Reply.Refused(CustomerText.Of($"That promise is settled already; /cases promises shows what is still owed."));

    private sealed record Asked(string What, Instant By, Guid? Owner, CommitmentKind Kind);
}

/// <summary>What a promise's form and button carry: the case, the message that said it, and its words.</summary>
internal sealed record PromiseNote(string CaseId, MessageRef? Source, string Words)
{
    public static PromiseNote Read(string text) => text.Split('|', 6) is [var id, var platform, var channel, var message, var thread, var words]
        ? new(id, message.Length == 0 ? null : new MessageRef(platform, channel, message, thread.Length == 0 ? null : thread), words)
        : new(text, null, "");

    public override string ToString() => $"{CaseId}|{Source?.Platform}|{Source?.ChannelId}|{Source?.MessageId}|{Source?.ThreadId}|{Words}";
}
