using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.People;
using NodaTime;

namespace ChatLiaison.Quality;

/// <summary>The action <c>Keep as praise</c> on a customer's message; alone, <c>/liaison praise</c> lists the good words of the last thirty days (S234).</summary>
internal sealed class PraiseCommand(PraiseDesk desk, CaseStore cases, PersonChoices people, People.Directory directory) : IChatCommand
{
    private const int Shown = 10;
    private static readonly Duration Recent = Duration.FromDays(30);

    public CommandSpec Spec { get; } = new("liaison praise", "", "What customers praised and colleagues gave thanks for; on a customer's message, keeps it.")
    {
        MessageShortcut = "Keep as praise",
    };

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        if (call.Source is not { } source)
        {
            return Reply.Show(await ListAsync(caller, cancellationToken));
        }

        if (source.Text.Trim().Length == 0 || source.AuthorId.Length == 0)
        {
            return Reply.Refused(CustomerText.Of($"There are no words of a person in that message to keep."));
        }

        var (c, customer) = await desk.AboutAsync(caller, source.Message, cancellationToken);
        return desk.IsOurs(source.Message.Platform, source.AuthorId) || customer is null
            ? Reply.Refused(CustomerText.Of($"Only what a customer wrote is kept as praise. Thank a colleague with /liaison thank."))
            : Reply.Show(Ask(caller, source, c));
    }

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken) =>
        !Guid.TryParse(submission.Values.One("to"), out var id) || directory.Current.PersonById(id) is not { Active: true } to ? Reply.Wrong(new FieldError("to", "Choose whom it is for."))
        : !submission.Values.Has("what") ? Reply.Wrong(new FieldError("what", "Leave the customer's words in."))
        : await desk.KeepAsync(caller, submission, to, cancellationToken);

    private Form Ask(Caller caller, SourceMessage source, SupportCase? c) => new(
        "praise.submit", "Keep as praise", "Keep it",
        [
            new TextField("what", "What did they say?") { Required = true, Multiline = true, MaxLength = 500, Initial = CommandWords.Cut(source.Text, 500) },
            people.Field("to", "Whom is it for?", p => p.Roles.Count > 0, c?.Owner?.Id ?? caller.PersonId) with { Required = true },
        ])
    {
        State = new PraiseNote(source.Message, source.AuthorName).ToString(),
        Token = CaseForm.NewToken(),
    };

    private async Task<StaffCard> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        var lines = new List<StaffText>();
        foreach (var (kudos, restricted) in await desk.RecentAsync(new Interval(caller.Now - Recent, caller.Now), cancellationToken))
        {
            if (lines.Count < Shown && (!restricted || (await cases.FindAsync(kudos.CaseId!.Value, cancellationToken) is { } c && CaseActs.MaySee(caller, c))))
            {
                var to = directory.Current.PersonById(kudos.ToId)?.Name ?? "Somebody who has left";
                var from = kudos.CustomerId is { } id && kudos.Kind == KudosKind.Praise && directory.Current.CustomerById(id) is { } customer ? $"{kudos.By} of {customer.Name}" : kudos.By;
                lines.Add(StaffText.Of($"{to:b}, from {from}, {kudos.At:d}: {CommandWords.Cut(kudos.What, 160)}"));
            }
        }

        var card = StaffCard.Titled("Praise and thanks of the last 30 days");
        return lines.Count == 0 ? card.Say("Nothing yet. Thank a colleague with /liaison thank @Name for what.") : card.List(lines);
    }
}

/// <summary>The message that praise is in, and who wrote it.</summary>
internal sealed record PraiseNote(MessageRef Message, string Author)
{
    public static PraiseNote? Read(string text) => text.Split('|', 5) is [var platform, var channel, var message, var thread, var author]
        ? new(new MessageRef(platform, channel, message, thread.Length == 0 ? null : thread), author) : null;

    public override string ToString() => $"{Message.Platform}|{Message.ChannelId}|{Message.MessageId}|{Message.ThreadId}|{Author}";
}
