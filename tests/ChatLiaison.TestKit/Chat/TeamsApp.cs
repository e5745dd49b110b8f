using ChatLiaison.Playground;
using ChatLiaison.Playground.Teams;

namespace ChatLiaison.TestKit.Chat;

/// <summary>People in the stand-in of Teams. Everybody names the bot; a form needs a press on a card.</summary>
public sealed class TeamsApp(TeamsStandIn standIn) : IChatApp
{
    private static readonly string[] Openers = ["Open the form", "Report a problem"];

    public string Key => "teams";

    public TeamsStandIn StandIn => standIn;

    public Uri? AppUrl
    {
        get => standIn.AppUrl;
        set => standIn.AppUrl = value;
    }

    public Task AddAppAsync(SamplePerson who) => standIn.Client.InstallAsync(who.Email);

    public Task JoinAsync(SamplePerson who, Room room) =>
        standIn.Client.AddMemberAsync(SamplePeople.Sam.Email, standIn.World.Teams[0].Id, who.Email, "19:general@thread.tacv2", room.Teams);

    public string IdOf(SamplePerson person) => person.AadObjectId;

    public Task CommandAsync(SamplePerson who, Room room, string words) => MentionAsync(who, room, words);

    public async Task<Dialog> EscalateAsync(SamplePerson who, Room room, string text = "")
    {
        var before = SeenBy(who).Select(n => n.Id).ToHashSet();
        await MentionAsync(who, room, $"escalate {text}".Trim());
        Note? opener = null;
        await Wait.UntilAsync(
            () => (opener = SeenBy(who).FirstOrDefault(n => !before.Contains(n.Id) && n.ByBot && n.Buttons.Any(Openers.Contains))) is not null,
            TimeSpan.FromSeconds(10), "a card that opens the form");
        return await OpenAsync(who, opener!, opener!.Buttons.First(Openers.Contains));
    }

    public async Task<Dialog> ShortcutAsync(SamplePerson who, Note message, string command = "escalate") => Opened(
        who, await standIn.Client.FetchTaskAsync(who.Email, command + ":message", TeamsCommandContext.Message, message.Place, message.Id));

    public async Task<Dialog> OpenAsync(SamplePerson who, Note card, string button) =>
        Opened(who, await standIn.Client.PressAsync(who.Email, card.Id, button));

    public Task PressAsync(SamplePerson who, Note card, string button) => standIn.Client.PressAsync(who.Email, card.Id, button);

    public async Task<Note> SayAsync(SamplePerson who, Room room, string text, Note? inThreadOf = null) =>
        Read(await standIn.Client.SayAsync(who.Email, room.Teams, text, replyTo: inThreadOf?.Id), who);

    public async Task<Note> PostFileAsync(SamplePerson who, Room room, string text, string fileName, Note? inThreadOf = null) =>
        Read(await standIn.Client.PostFileAsync(who.Email, room.Teams, fileName, "content"u8.ToArray(), text, inThreadOf?.Id), who);

    public async Task<Note> SayDirectlyAsync(SamplePerson who, string text, Note? inThreadOf = null) =>
        Read(await standIn.Client.SayAsync(who.Email, standIn.World.PersonalChatOf(standIn.World.FindUser(who.Email)!).Id, text), who);

    public async Task<Note> MentionAsync(SamplePerson who, Room room, string text, Note? inThreadOf = null) =>
        Read(await standIn.Client.SayAsync(who.Email, room.Teams, text, mentionBot: true, replyTo: inThreadOf?.Id), who);

    public IReadOnlyList<Note> In(Room room) =>
        [.. standIn.World.MessagesIn(room.Teams).Where(m => m.OnlyFor is null).Select(m => TeamsReading.Of(m, standIn.World.BotId, ""))];

    public IReadOnlyList<Note> DirectMessagesOf(SamplePerson who)
    {
        var chat = standIn.World.PersonalChatOf(standIn.World.FindUser(who.Email)!);
        return [.. standIn.World.MessagesIn(chat.Id).Select(m => Read(m, who))];
    }

    public IReadOnlyList<Note> SeenBy(SamplePerson who)
    {
        var mri = standIn.World.FindUser(who.Email)!.Mri;
        var seen = standIn.World.Conversations.Where(c => standIn.World.IsMember(c, mri))
            .SelectMany(c => standIn.World.SeenBy(mri, c.Id)).Select(m => Read(m, who));
        var notices = standIn.World.Notices.Where(n => n.UserMri == mri).Select(n => new Note("notice", "", null, true, n.Text, n.Text));
        var dialog = standIn.World.DialogOf(mri);
        Note[] open = dialog is null ? [] :
            [new Note("dialog", "", null, true, $"{dialog.Title}\n{dialog.Error}\n{string.Join('\n', TeamsReading.WordsIn(dialog.Card))}", dialog.Card.ToString())];
        return [.. seen, .. notices, .. open];
    }

    public async Task<Submitted> SubmitAsync(Dialog dialog, IReadOnlyDictionary<string, string> values)
    {
        var outcome = await standIn.Client.SubmitDialogAsync(dialog.Who.Email, values);
        var taken = outcome.Kind is TeamsOutcomeKind.DialogClosed or TeamsOutcomeKind.MessageShown;
        var said = string.Join('\n', outcome.Problems.Values.Append(outcome.Text)
            .Concat(outcome.Card is { } card ? TeamsReading.WordsIn(card) : []));
        return new Submitted(taken, outcome.Kind != TeamsOutcomeKind.Invalid, said);
    }

    public async Task<Submitted> SubmitTwiceAsync(Dialog dialog, IReadOnlyDictionary<string, string> values)
    {
        var first = await SubmitAsync(dialog, values);
        var submitted = standIn.Deliveries.Last(d => d.RawActivity.Contains("task/submit", StringComparison.Ordinal)
            || d.RawActivity.Contains("composeExtension/submitAction", StringComparison.Ordinal));
        await standIn.Client.RedeliverAsync(submitted);
        return first;
    }

    public Task UnfoldAsync(Dialog dialog, string button) => Task.CompletedTask;

    public IReadOnlyList<(string Field, string Value)> Moment(SamplePerson who, string field, DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(who.TimeZone));
        return [(field, $"{local:yyyy-MM-dd}"), (field + "__time", $"{local:HH:mm}")];
    }

    public Task PressInAsync(Dialog dialog, string button) => standIn.Client.SubmitDialogAsync(dialog.Who.Email, button: button);

    public string Typed(Dialog dialog, string label)
    {
        var open = standIn.World.DialogOf(standIn.World.FindUser(dialog.Who.Email)!.Mri)!;
        var input = Inputs(open.Card).First(i => i.Text("label") == label);
        var value = open.Typed.TryGetValue(input.Text("id")!, out var typed) ? typed : input.Text("value") ?? "";
        return input.Items("choices").FirstOrDefault(c => c.Text("value") == value) is { ValueKind: System.Text.Json.JsonValueKind.Object } choice
            ? choice.Text("title")! : value;
    }

    public void Fail(Failing failure, int times = 1, TimeSpan wait = default)
    {
        var fault = failure switch
        {
            Failing.TooMany => TeamsFault.Throttled(wait),
            Failing.Broken => TeamsFault.InternalError,
            Failing.DoneAndHanging => TeamsFault.AcceptThenTimeOut,
            _ => TeamsFault.AcceptThenDrop,
        };
        standIn.Faults.Next(TeamsCall.Any, fault, times, (path, body) => path.Contains("conversations", StringComparison.Ordinal)
            && body.Contains("\"type\":\"message\"", StringComparison.Ordinal));
    }

    public void Mend() => standIn.Faults.Clear();

    public void Block(SamplePerson who)
    {
        standIn.Client.Block(who.Email);
    }

    public IReadOnlyList<string> Faults() =>
    [
        .. standIn.Calls.All.Where(c => c.Status is 400 or 404 or 413).Select(c => $"{c.Method} {c.Path}: {c.Status} {c.Body}"),
        .. standIn.World.Notices.Where(n => n.Text.Contains("malformed", StringComparison.Ordinal) || n.Text.Contains("is not one", StringComparison.Ordinal)).Select(n => n.Text),
    ];

    public ValueTask DisposeAsync() => standIn.DisposeAsync();

    private static IEnumerable<System.Text.Json.JsonElement> Inputs(System.Text.Json.JsonElement node) => node.ValueKind switch
    {
        System.Text.Json.JsonValueKind.Array => node.EnumerateArray().SelectMany(Inputs),
        System.Text.Json.JsonValueKind.Object when node.Text("type")?.StartsWith("Input.", StringComparison.Ordinal) == true => [node],
        System.Text.Json.JsonValueKind.Object => node.EnumerateObject().SelectMany(p => Inputs(p.Value)),
        _ => [],
    };

    private Dialog Opened(SamplePerson who, TeamsOutcome outcome) => outcome.Kind == TeamsOutcomeKind.DialogOpened
        ? new Dialog(this, who)
        : throw new InvalidOperationException($"No form opened: {outcome.Kind} {outcome.Text}");

    private Note Read(TeamsMessage message, SamplePerson who) => TeamsReading.Of(message, standIn.World.BotId, TeamsWorld.MriOf(who));
}
