using System.Collections.Immutable;
using ChatLiaison.Playground.Mirroring;

namespace ChatLiaison.Playground.Page;

/// <summary>An act on its way through both panes.</summary>
/// <param name="Counterpart">The same act in the other pane; null: there is none.</param>
/// <param name="Number">Where the feed stood when it began.</param>
internal sealed record Repeating(string Side, SamplePerson Who, Act Act, Act? Counterpart, string Named, long Number, NeutralForm? FormBefore, NeutralForm? OtherFormBefore);

/// <summary>
/// "Two at once": repeats what a person does in one pane in the other, and compares what becomes of it in neutral words. A difference that a
/// platform has declared is said with that declaration; any other stands out.
/// </summary>
internal sealed class Mirror
{
    private const int MostKept = 100;

    private readonly Stage _stage;
    private readonly TimeProvider _time;
    private readonly IPlayedServer _server;
    private readonly ChangeFeed _feed;
    private readonly PaneReader _reader;
    private readonly Pairs _pairs;
    private readonly Counterparts _counterparts;
    private readonly Comparison _comparison;
    private ImmutableList<DifferenceView> _differences = [];
    private int _compared;
    private int _lastNumber;

    public Mirror(Stage stage, Places places, TimeProvider time, IPlayedServer server, ChangeFeed feed)
    {
        (_stage, _time, _server, _feed) = (stage, time, server, feed);
        _reader = new PaneReader(stage, places, feed);
        _pairs = new Pairs(_reader);
        _counterparts = new Counterparts(stage, _reader, _pairs, () => server.Offer);
        _comparison = new Comparison(stage, _reader, _pairs, feed, new KnownGaps(() => server.Offer));
    }

    public bool On { get; private set; }

    /// <summary>Acts that only look, or that belong to one client alone, are not repeated.</summary>
    public static bool Repeats(Act act) => act is not (Act.Suggest or Act.Attach or Act.Dismiss) && act is not Act.Choose { On: { Message: null, IsHome: false } };

    /// <returns>Null, or why not.</returns>
    public string? Switch(bool on)
    {
        if (on && _server.State != PlayedState.Up)
        {
            return "The server is down. Switch the mirror on when it is up again.";
        }

        if (on && !On)
        {
            Forget();
        }

        On = on;
        _feed.Touch();
        return null;
    }

    public void Forget()
    {
        (_differences, _compared) = ([], 0);
        _feed.Touch();
    }

    /// <summary>The worlds are new.</summary>
    public void Clear()
    {
        On = false;
        _pairs.Clear();
        Forget();
    }

    public MirrorView Draw() => new(On, _compared, _differences);

    public Repeating Prepare(string side, SamplePerson who, Act act)
    {
        _pairs.PairSince(0, 0);
        return new Repeating(
            side, who, act, _counterparts.Of(side, who, act), Sentence(side, who, act), _feed.Number,
            NeutralForm.Of(_stage, side, who), NeutralForm.Of(_stage, Contract.Other(side), who));
    }

    /// <summary>What a client keeps back, such as a form with an empty field, the other pane is not asked either.</summary>
    public bool ReachedTheServer(Repeating repeating) => repeating.Side == Contract.Teams
        ? _stage.Teams.World.DialogOf(Teams.TeamsWorld.MriOf(repeating.Who)) is null or { Error: not null }
        : _stage.Slack.World.TopView(repeating.Who.SlackId) is not { } view || Slack.FormCheck.Of(view).IsEmpty;

    /// <summary>Where one pane opened a form and the other offers a button for it, the press that opens it.</summary>
    public (string Side, Act Press)? Opener(Repeating repeating)
    {
        var (here, there) = (NeutralForm.Of(_stage, repeating.Side, repeating.Who), NeutralForm.Of(_stage, Contract.Other(repeating.Side), repeating.Who));
        if ((here is null) == (there is null) || repeating.Act is Act.Submit or Act.Close)
        {
            return null;
        }

        var side = here is null ? repeating.Side : Contract.Other(repeating.Side);
        foreach (var saying in _reader.SaidSince(side, repeating.Number).Where(s => s.IsPrivate || s.Room == RoomOf(repeating.Act)))
        {
            var on = new Holder(new MessageName(saying.Room, saying.Key.Id), false);
            if (_reader.Buttons(side, repeating.Who, on) is [{ OpensForm: not false } only])
            {
                return (side, only.Press(on));
            }
        }

        return null;
    }

    public AnswerView? Compare(Repeating repeating, ActOutcome outcome, ActOutcome? other)
    {
        Interlocked.Increment(ref _compared);
        if (outcome.Message is { } mine && other?.Message is { } theirs && RoomOf(repeating.Act) is { } room && !IsCommand(repeating))
        {
            _pairs.Join(_reader.Key(repeating.Side, new MessageName(room, mine)), _reader.Key(Contract.Other(repeating.Side), new MessageName(room, theirs)));
        }

        foreach (var found in _comparison.Of(repeating, outcome, other))
        {
            var difference = new DifferenceView(Interlocked.Increment(ref _lastNumber), _time.GetUtcNow(), repeating.Named, found.Words, found.Slack, found.Teams, found.Covered);
            ImmutableInterlocked.Update(ref _differences, all => (all.Count >= MostKept ? all.RemoveAt(0) : all).Add(difference));
        }

        _feed.Touch();
        return other is null ? null : new AnswerView(other.Ok, other.Said);
    }

    /// <summary>What the app calls the button that was pressed, and the words on it.</summary>
    public string NameOf(string side, SamplePerson who, Act act) => _reader.Meant(side, who, act) is { } button ? $"{button.Action} {button.Words}" : "";

    private string Sentence(string side, SamplePerson who, Act act) => act switch
    {
        Act.Say say => $"{who.FirstName} wrote “{Short(say.Text)}”",
        Act.Press or Act.Choose => $"{who.FirstName} pressed {_reader.Meant(side, who, act)?.Words ?? "a button"}",
        Act.Submit => $"{who.FirstName} sent the form {NeutralForm.Of(_stage, side, who)?.Title}",
        Act.MessageAction or Act.GlobalAction => $"{who.FirstName} used a menu",
        Act.OpenHome => $"{who.FirstName} opened ChatLiaison's home",
        Act.Close => $"{who.FirstName} closed the form",
        Act.Upload upload => $"{who.FirstName} sent the file {upload.Name}",
        _ => $"{who.FirstName} changed a message",
    };

    // What Slack's client gives for a command is the answer to it, not a message of the person's.
    private static bool IsCommand(Repeating repeating) => repeating.Act is not (Act.Say or Act.Upload)
        || new[] { repeating.Act, repeating.Counterpart }.Any(a => a is Act.Say say && say.Text.StartsWith('/'));

    private static string Short(string text) => text.Length <= 60 ? text : text[..59] + "…";

    private static string? RoomOf(Act act) => act switch
    {
        Act.Say say => say.Room,
        Act.Upload upload => upload.Room,
        Act.Press { On.Message: { } message } => message.Room,
        Act.Choose { On.Message: { } message } => message.Room,
        Act.GlobalAction menu => menu.Room,
        Act.MessageAction menu => menu.Message.Room,
        _ => null,
    };
}
