using ChatLiaison.Playground;
using ChatLiaison.Playground.Slack;

namespace ChatLiaison.TestKit.Chat;

/// <summary>People in the stand-in of Slack. Those of a customer's workspace have no commands there: they name the bot.</summary>
public sealed class SlackApp(SlackStandIn standIn) : IChatApp
{
    private const string Bot = "U0LIAISON";
    private static readonly string[] Openers = ["Open the form", "Report a problem"];
    private readonly HashSet<string> _blocked = [];

    public string Key => "slack";

    public SlackStandIn StandIn => standIn;

    public Uri? AppUrl
    {
        get => standIn.AppUrl;
        set => standIn.AppUrl = value;
    }

    public Task AddAppAsync(SamplePerson who) => Task.CompletedTask;

    public Task JoinAsync(SamplePerson who, Room room) => standIn.Client.JoinChannelAsync(who.SlackId, room.Slack);

    public string IdOf(SamplePerson person) => person.SlackId;

    public async Task CommandAsync(SamplePerson who, Room room, string words)
    {
        if (!who.IsOurs)
        {
            await MentionAsync(who, room, words);
            return;
        }

        var (command, rest) = words.IndexOf(' ', StringComparison.Ordinal) is var at and > 0 ? (words[..at], words[(at + 1)..]) : (words, "");
        await standIn.Client.RunCommandAsync(who.SlackId, room.Slack, "/" + command, Typed(rest));
    }

    public async Task<Dialog> EscalateAsync(SamplePerson who, Room room, string text = "")
    {
        if (who.IsOurs)
        {
            return await OpenedAsync(who, () => CommandAsync(who, room, $"escalate {text}".Trim()));
        }

        var before = SeenBy(who).Select(n => n.Id).ToHashSet();
        await MentionAsync(who, room, $"escalate {text}".Trim());
        Note? opener = null;
        await Wait.UntilAsync(
            () => (opener = SeenBy(who).FirstOrDefault(n => !before.Contains(n.Id) && n.ByBot && n.Buttons.Any(Openers.Contains))) is not null,
            TimeSpan.FromSeconds(10), "a card that opens the form");
        return await OpenAsync(who, opener!, opener!.Buttons.First(Openers.Contains));
    }

    public Task<Dialog> ShortcutAsync(SamplePerson who, Note message, string command = "escalate") =>
        OpenedAsync(who, () => standIn.Client.MessageShortcutAsync(who.SlackId, command, MessageOf(message)));

    public Task<Dialog> OpenAsync(SamplePerson who, Note card, string button) =>
        OpenedAsync(who, () => standIn.Client.ClickAsync(who.SlackId, MessageOf(card), button));

    public Task PressAsync(SamplePerson who, Note card, string button) => standIn.Client.ClickAsync(who.SlackId, MessageOf(card), button);

    public async Task<Note> SayAsync(SamplePerson who, Room room, string text, Note? inThreadOf = null) =>
        Read((await standIn.Client.PostAsync(who.SlackId, room.Slack, Typed(text), inThreadOf?.Id)).Message);

    public async Task<Note> PostFileAsync(SamplePerson who, Room room, string text, string fileName, Note? inThreadOf = null) =>
        Read((await standIn.Client.PostAsync(who.SlackId, room.Slack, Typed(text), inThreadOf?.Id, [standIn.World.AddFile(who.SlackId, fileName, "content"u8.ToArray())])).Message);

    public async Task<Note> SayDirectlyAsync(SamplePerson who, string text, Note? inThreadOf = null) =>
        Read((await standIn.Client.PostAsync(who.SlackId, standIn.World.OpenDirect(who.SlackId).Channel.Id, Typed(text), inThreadOf?.Id)).Message);

    public async Task<Note> MentionAsync(SamplePerson who, Room room, string text, Note? inThreadOf = null) =>
        Read((await standIn.Client.PostAsync(who.SlackId, room.Slack, $"<@{Bot}> {Typed(text)}", inThreadOf?.Id)).Message);

    public IReadOnlyList<Note> In(Room room) => [.. standIn.World.Messages(room.Slack).Where(m => m.EphemeralTo is null).Select(Read)];

    public IReadOnlyList<Note> DirectMessagesOf(SamplePerson who) => [.. standIn.World.DirectMessages(who.SlackId).Select(Read)];

    public IReadOnlyList<Note> SeenBy(SamplePerson who)
    {
        var seen = standIn.World.Channels.Where(c => c.Members.Contains(who.SlackId))
            .SelectMany(c => standIn.World.SeenBy(who.SlackId, c.Id)).Select(Read);
        var open = standIn.World.Views(who.SlackId).Select(v => new Note(
            "dialog", "", null, true, string.Join('\n', v.Errors.Values.Append(v.Title).Append(SlackReading.Words(v.Blocks))), v.Content.ToJsonString()));
        return [.. seen, .. open];
    }

    public async Task<Submitted> SubmitAsync(Dialog dialog, IReadOnlyDictionary<string, string> values)
    {
        var outcome = await standIn.Client.SubmitViewAsync(
            dialog.Who.SlackId, values.ToDictionary(v => v.Key, v => (object?)v.Value, StringComparer.Ordinal));
        return new Submitted(outcome.IsTaken, outcome.WasSent, string.Join('\n', outcome.Errors.Values.Append(outcome.Failure)));
    }

    public async Task<Submitted> SubmitTwiceAsync(Dialog dialog, IReadOnlyDictionary<string, string> values)
    {
        var first = SubmitAsync(dialog, values);
        var second = SubmitAsync(dialog, new Dictionary<string, string>());
        await second;
        return await first;
    }

    public Task UnfoldAsync(Dialog dialog, string button) => PressInAsync(dialog, button);

    public IReadOnlyList<(string Field, string Value)> Moment(SamplePerson who, string field, DateTimeOffset at) =>
        [(field, at.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture))];

    public Task PressInAsync(Dialog dialog, string button) => standIn.Client.ClickInViewAsync(dialog.Who.SlackId, button);

    public string Typed(Dialog dialog, string label)
    {
        var view = standIn.World.TopView(dialog.Who.SlackId)!;
        var block = view.Blocks.OfType<System.Text.Json.Nodes.JsonObject>().Single(b => (string?)b["label"]?["text"] == label);
        var typed = view.Typed.FirstOrDefault(t => t.Key.BlockId == (string?)block["block_id"]).Value;
        return (string?)typed?["value"] ?? (string?)typed?["selected_option"]?["text"]?["text"]
            ?? (string?)block["element"]?["initial_value"] ?? (string?)block["element"]?["initial_option"]?["text"]?["text"] ?? "";
    }

    public void Fail(Failing failure, int times = 1, TimeSpan wait = default) => standIn.Faults.Next(
        failure switch
        {
            Failing.TooMany => SlackFaultKind.RateLimited,
            Failing.Broken => SlackFaultKind.ServerError,
            Failing.DoneAndHanging => SlackFaultKind.AcceptThenHang,
            _ => SlackFaultKind.AcceptThenDrop,
        },
        "chat.postMessage", times, wait);

    public void Mend() => standIn.Faults.Clear();

    public void Block(SamplePerson who)
    {
        _blocked.Add(who.SlackId);
        standIn.World.AddUser(standIn.World.User(who.SlackId)! with { IsDeleted = true });
    }

    public IReadOnlyList<string> Faults() =>
    [
        .. standIn.Calls.Refused
            .Where(c => _blocked.Count == 0 || c.Error is not ("user_not_found" or "user_disabled" or "cannot_dm_bot" or "channel_not_found"))
            .Where(c => c.Error is not ("ratelimited" or "server_error"))
            .Select(c => $"{c.Method}: {c.Error} {c.Arguments.ToJsonString()}"),
    ];

    public ValueTask DisposeAsync() => standIn.DisposeAsync();

    // Slack's client sends these three as entities.
    private static string Typed(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static Note Read(SlackMessage message) => SlackReading.Of(message, Bot);

    private SlackMessage MessageOf(Note note) => standIn.World.Message(note.Place, note.Id)!;

    private async Task<Dialog> OpenedAsync(SamplePerson who, Func<Task> act)
    {
        var before = standIn.World.TopView(who.SlackId)?.Id;
        await act();
        await Wait.UntilAsync(
            () => standIn.World.TopView(who.SlackId) is { } top && top.Id != before, TimeSpan.FromSeconds(20), "a form that opens");
        return new Dialog(this, who);
    }
}
