using ChatLiaison.Playground.Time;

namespace ChatLiaison.Playground.Page;

/// <summary>Everything that the page shows and does, put together; one for the life of a playground.</summary>
internal sealed class LiveWorld : IDisposable
{
    private readonly Stage _stage;
    private readonly PlaygroundClock _clock;
    private readonly IPlayedServer _server;
    private readonly ReadMarks _marks = new();
    private readonly Notices _notices;
    private readonly SlackPane _slack;
    private readonly TeamsPane _teams;
    private readonly Happenings _happenings;
    private readonly Places _places;
    private DateTimeOffset? _opening;

    public LiveWorld(Stage stage, PlaygroundClock clock, IPlayedServer server)
    {
        (_stage, _clock, _server) = (stage, clock, server);
        Feed = new ChangeFeed(clock);
        _places = new Places(stage);
        _notices = new Notices(clock);
        _slack = new SlackPane(stage, _places, Feed, _marks, _notices);
        _teams = new TeamsPane(stage, _places, Feed, _marks, _notices);
        _happenings = new Happenings(clock, _places, _slack, _teams);
        Settling = new Settling(clock, server);
        Walk = new TimeWalk(clock, server, Settling, Feed);
        Faults = new FaultDesk(stage, clock, server, Feed);
        Tour = new Tour(stage, clock, Feed);
        Mirror = new Mirror(stage, _places, clock, server, Feed);
        Acts = new ActDesk(new SlackActs(stage, _places), new TeamsActs(stage, _places), _notices, Tour, Mirror, Settling, Feed);
        (Feed.OnPosted, Feed.OnNoticed) = (OnPosted, OnNoticed);
        server.Changed += OnServer;
        Feed.Watch(stage);
    }

    public ChangeFeed Feed { get; }

    public Settling Settling { get; }

    public TimeWalk Walk { get; }

    public FaultDesk Faults { get; }

    public Tour Tour { get; }

    public Mirror Mirror { get; }

    public ActDesk Acts { get; }

    /// <param name="since">The number of the world that the page has; 0 draws all.</param>
    public async Task<WorldView> DrawAsync(long since, CancellationToken cancellationToken)
    {
        var whole = Feed.HasBegunAnew(since);
        var number = Feed.Number;
        var from = whole ? 0 : since;
        var now = _clock.GetUtcNow();
        var opening = await OpeningAsync(now, cancellationToken);
        var faults = await Faults.DrawAsync(cancellationToken);
        return new WorldView(
            number, whole, new ClockView(now, Days.ZoneId, Walk.Now, opening, Days.NextMonday(now)), [.. SamplePeople.All.Select(Person)],
            new Dictionary<string, PaneView>(StringComparer.Ordinal)
            {
                [Contract.Slack] = _slack.Draw(from, _server.Offer), [Contract.Teams] = _teams.Draw(from, _server.Offer),
            },
            Mirror.Draw(), Tour.Draw(), faults, _happenings.Draw());
    }

    public void Read(string side, SamplePerson person, string room)
    {
        _marks.Read(side, person, _places.IdOf(side, room), Feed.Number);
        Feed.Touch();
    }

    /// <summary>Back to the first morning: both chats, the database, the clock.</summary>
    /// <returns>Null, or why not.</returns>
    public async Task<string?> StartOverAsync(CancellationToken cancellationToken)
    {
        await Walk.StopAsync();
        Faults.Clear();
        var refused = await _server.StartOverAsync(
            async () =>
            {
                await _stage.StartOverAsync();
                _clock.SetTo(Days.LastMonday(TimeProvider.System.GetUtcNow()));
                Clear();
                Feed.Watch(_stage);
            },
            cancellationToken);
        Feed.Touch();
        return refused;
    }

    /// <summary>A file's name and bytes; null: there is none.</summary>
    public (string Name, ReadOnlyMemory<byte> Content)? File(string side, string id) => side == Contract.Slack
        ? _stage.Slack.World.File(id) is { } file ? (file.Name, file.Content) : null
        : _stage.Teams.File(id);

    public void Dispose()
    {
        _server.Changed -= OnServer;
        Walk.Dispose();
        Acts.Dispose();
    }

    private async Task<DateTimeOffset?> OpeningAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Until it comes, the next opening stays the same.
        if (_server.State == PlayedState.Up && (_opening is null || now >= _opening))
        {
            _opening = await _server.NextOpeningAsync(cancellationToken);
        }

        return _server.State == PlayedState.Up ? _opening : null;
    }

    private void Clear()
    {
        _opening = null;
        _marks.Clear();
        _notices.Clear();
        _happenings.Clear();
        Tour.Clear();
        Mirror.Clear();
    }

    private void OnPosted(MessageKey key)
    {
        if (_happenings.Read(key) is { } note)
        {
            Faults.Arrived(key, note);
            _happenings.Add(key);
        }
    }

    private void OnNoticed(string mri)
    {
        if (Places.PersonOf(Contract.Teams, mri) is { } person && _stage.Teams.World.Notices.LastOrDefault(n => n.UserMri == mri) is { } notice)
        {
            _notices.Show(Contract.Teams, person, notice.Kind == Teams.TeamsNoticeKind.Message ? "message" : "error", notice.Text);
        }
    }

    private void OnServer(object? sender, EventArgs e) => Feed.Touch();

    private static PersonView Person(SamplePerson person) => new(
        person.Key, person.Name, person.FirstName, TitleOf(person), person.IsOurs ? "staff" : "customer", person.Customer, person.TimeZone,
        person.SlackId, Teams.TeamsWorld.MriOf(person));

    private static string TitleOf(SamplePerson person) => person switch
    {
        { Customer: "ACME" } => "Acme Ltd",
        { Customer: "GLOBEX" } => "Globex",
        { Role: "liaison" } => "Liaison",
        { Role: "senior-support" } => "Senior support",
        { Role: "engineering" } => "Engineering",
        { Role: "product" } => "Product",
        { Role: "management" } => "Management",
        { Role: "executive" } => "Executive",
        _ => "Administrator",
    };
}
