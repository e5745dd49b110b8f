using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;

namespace ChatLiaison.Announcements;

/// <summary>
/// <c>/liaison announce</c>: says something to our own rooms, such as what changed in the playbook or the product (S175). It is seen once before it
/// goes, stands on record with who said it, and goes to no customer's channel.
/// </summary>
internal sealed class AnnounceCommand(Database database, OutboxStore outbox, Discretion discretion, People.Directory directory) : IChatCommand
{
    private const int LongestWords = 2500;

    public CommandSpec Spec { get; } = new("liaison announce", "", "Say something to our own rooms, such as what changed in the playbook.");

    public Access Access => Access.Management;

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) => Task.FromResult(Ask());

    public Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) => Task.FromResult(Ask());

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        var v = submission.Values;
        var uses = Uses().Where(use => v.Many("rooms").Contains(ChannelUses.Name(use))).ToList();
        var card = Draw(v, caller.Name);
        if (Check(v, uses) is { Count: > 0 } errors)
        {
            return Reply.Wrong(errors);
        }

        if (await discretion.NamedAsync(card, cancellationToken) is [var named, ..])
        {
            return Reply.Wrong(new FieldError("words", $"{named.Reference} is not for everyone's eyes in these rooms. Leave it out."));
        }

        if (!PreviewForm.IsSeen(submission))
        {
            return PreviewForm.Show(
                Form(), submission, [StaffText.Of($"{v.One("title"):b}"), StaffText.Of($"{v.One("words")}"), StaffText.Of($"From {caller.Name}")], "Post it",
                CustomerText.Of($"{CustomerText.Name(Words.All(uses.Select(NameOf)))} will read exactly this:"));
        }

        await using var work = database.Begin(caller.Now);
        if (await InboxStore.TryClaimAsync(work, submission.Key, cancellationToken))
        {
            AnnouncementStore.Insert(work, CaseActs.ActorOf(caller), v.One("title"), v.One("words"), uses.Select(ChannelUses.Name));
            foreach (var room in uses.SelectMany(RoomsOf).Distinct())
            {
                outbox.Post(work, Letter.ForStaff(new ToChannel(room.Platform, room.ChannelId), card));
            }

            await work.CommitAsync(cancellationToken);
        }

        return Reply.Done(CustomerText.Of($"It is posted: {CustomerText.Name(Words.All(uses.Select(NameOf)))}."));
    }

    private Reply Ask() => Uses().Count == 0
        ? Reply.Refused(CustomerText.Of($"None of your rooms is set up yet. Link one first: /liaison link, in the room."))
        : Reply.Show(Form());

    private Form Form() => new(
        "announce.submit", "Announce something", "Preview",
        [
            new TextField("title", "What is it about?") { Required = true, MaxLength = 120, Placeholder = "The playbook has changed" },
            new TextField("words", "What should they know?") { Required = true, Multiline = true, MaxLength = LongestWords, Hint = "What changed, from when on, and what they do differently. For our own people." },
            new ChoiceField("rooms", "Which rooms?", [.. Uses().Select(use => new Choice(ChannelUses.Name(use), NameOf(use)))])
            {
                Required = true,
                Multiple = true,
                Initial = Uses().Contains(ChannelUse.Triage) ? [ChannelUses.Name(ChannelUse.Triage)] : [],
            },
        ])
    {
        Token = CaseForm.NewToken(),
        Opener = Button.Open("announce.open", "Announce something", "", ButtonStyle.Primary),
        OpenerText = CustomerText.Of($"The button opens the form. Nothing is posted before you have seen a preview."),
    };

    private static List<FieldError> Check(FormValues v, List<ChannelUse> uses)
    {
        var errors = new List<FieldError>();
        if (!v.Has("title"))
        {
            errors.Add(new("title", "Say what it is about."));
        }

        if (!v.Has("words"))
        {
            errors.Add(new("words", "Write what they should know."));
        }

        if (uses.Count == 0)
        {
            errors.Add(new("rooms", "Choose at least one room."));
        }

        return errors;
    }

    private static StaffCard Draw(FormValues v, string by) => StaffCard.Titled(v.One("title")).Say(v.One("words")).Small(StaffText.Of($"From {by}"));

    /// <summary>What our rooms are for, where there is one to post in.</summary>
    private List<ChannelUse> Uses() => [.. Enum.GetValues<ChannelUse>().Where(use => RoomsOf(use).Any())];

    /// <summary>The rooms of a use on all platforms that are on; a room that a customer reads by now is none of ours.</summary>
    private IEnumerable<StaffChannel> RoomsOf(ChannelUse use)
    {
        var known = directory.Current;
        return known.Rooms(use).Where(room => !known.IsCustomerChannel(room.Platform, room.ChannelId));
    }

    private static string NameOf(ChannelUse use) => use switch
    {
        ChannelUse.LastResort => "Last resort",
        _ => use.ToString(),
    };
}
