using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChatLiaison.Playground.Page;

#pragma warning disable MA0048 // The shapes of one contract, described in web/src/contract.ts, stand together.

internal static class Contract
{
    public const string Slack = "slack";
    public const string Teams = "teams";

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Other(string side) => side == Slack ? Teams : Slack;

    public static string NameOf(string side) => side == Slack ? "Slack" : "Teams";
}

internal sealed record WorldView(
    long Number, bool Whole, ClockView Clock, IReadOnlyList<PersonView> People, IReadOnlyDictionary<string, PaneView> Panes,
    MirrorView Mirror, TourView Tour, FaultsView Faults, IReadOnlyList<HappeningView> Happenings);

internal sealed record ClockView(DateTimeOffset Now, string Zone, WalkView? Walk, DateTimeOffset? NextOpening, DateTimeOffset NextMonday);

internal sealed record WalkView(DateTimeOffset? To, bool Slow, double MinutesASecond);

internal sealed record PersonView(
    string Key, string Name, string FirstName, string Title, string Kind, string? Customer, string TimeZone, string SlackId, string TeamsId);

internal sealed record PaneView(
    string Side, string Name, BotView Bot, IReadOnlyList<RoomView> Rooms, IReadOnlyList<MessageView> Messages, IReadOnlyDictionary<string, PersonStateView> People,
    IReadOnlyList<OfferedCommand> Commands, IReadOnlyList<OfferedCommand> Verbs, IReadOnlyList<MenuView> MessageActions, IReadOnlyList<MenuView> GlobalActions);

internal sealed record BotView(string Id, string Name);

internal sealed record MenuView(string Id, string Title);

internal sealed record RoomView(string Key, string Id, string Name, string Kind, bool Shared, IReadOnlyList<string> Members);

internal sealed record AuthorView(string? Key, string Name, bool Bot);

internal sealed record ReactionView(string Name, IReadOnlyList<string> People);

internal sealed record FileView(string Id, string Name, int Size);

internal sealed record MessageView(string Id, string Room, string? Thread, AuthorView From, DateTimeOffset At, string Text, string? OnlyFor)
{
    public bool Edited { get; init; }
    public bool Deleted { get; init; }
    public IReadOnlyList<ReactionView> Reactions { get; init; } = [];
    public IReadOnlyList<FileView> Files { get; init; } = [];
    public object? Slack { get; init; }
    public object? Teams { get; init; }
}

internal sealed record PersonStateView(
    IReadOnlyDictionary<string, int> Unread, IReadOnlyList<object> Views, object? Home, IReadOnlyList<NoticeView> Notices);

internal sealed record NoticeView(int Number, string Kind, string Text, DateTimeOffset At);

internal sealed record HappeningView(long Number, DateTimeOffset At, string Side, string Room, string Message, string Words);

internal sealed record MirrorView(bool On, int Compared, IReadOnlyList<DifferenceView> Differences);

internal sealed record DifferenceView(int Number, DateTimeOffset At, string Act, string Words, string Slack, string Teams, string? Covered);

internal sealed record TourView(bool Open, int At, IReadOnlyList<TourStepView> Steps);

internal sealed record TourStepView(
    string Key, string Title, string What, IReadOnlyDictionary<string, string> How, string State, string? As, string? Room, object? Time);

internal sealed record FaultsView(bool SlackLimited, bool TeamsCut, bool KillArmed, ServerView Server, QueueView Queue);

internal sealed record ServerView(string State, int Deaths, DateTimeOffset? UpSince);

internal sealed record QueueView(int Waiting, int Uncertain, int Dead, DateTimeOffset? Next, DateTimeOffset? Since, int Arrived, int Twice);

/// <summary>What became of an act.</summary>
/// <param name="Said">One plain sentence, or null when all went well.</param>
internal sealed record ActOutcome(bool Ok, string? Said = null)
{
    public static ActOutcome Done { get; } = new(true);

    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    public IReadOnlyList<OptionView> Options { get; init; } = [];
    public string? Url { get; init; }
    public string? Message { get; init; }

    /// <summary>What became of it in the other pane while the mirror is on.</summary>
    public AnswerView? Mirrored { get; init; }

    public static ActOutcome Refused(string why) => new(false, why);
}

internal sealed record OptionView(string Text, string Value);

internal sealed record AnswerView(bool Ok, string? Said = null);
