using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Escalation;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using ChatLiaison.Storage;
using ChatLiaison.TestKit;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ChatLiaison.Tests;

/// <summary>The whole desk on a fresh database with the sample directory, two fake platforms and a clock that tests move. Monday at noon, UTC.</summary>
internal sealed class DeskWorld : IAsyncDisposable
{
    public static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 12, 0);

    private readonly ServiceProvider services;

    private DeskWorld(string connectionString, StillClock clock, FakePlatform slack, FakePlatform teams, ICaseReactor? also = null)
    {
        (Clock, Slack, Teams) = (clock, slack, teams);
        var desk = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock)
            .AddSingleton<IChatPlatform>(slack).AddSingleton<IChatPlatform>(teams)
            .AddDesk(connectionString, "slack", "teams");
        services = (also is null ? desk : desk.AddSingleton(also)).BuildServiceProvider();
    }

    public StillClock Clock { get; }

    public Instant Now => Clock.Now;

    public FakePlatform Slack { get; }

    public FakePlatform Teams { get; }

    public Database Database => Get<Database>();

    public CaseDesk Desk => Get<CaseDesk>();

    public IChatInbox Inbox => Get<IChatInbox>();

    public DirectorySnapshot Known => Get<ChatLiaison.People.Directory>().Current;

    /// <param name="also">Follows cases beside those of the desk; null for none.</param>
    public static async Task<DeskWorld> CreateAsync(bool teamsCanLook = false, ICaseReactor? also = null)
    {
        var world = new DeskWorld(await TestPostgres.NewDatabaseAsync(PrepareAsync), new StillClock(Noon), new("slack"), new("teams", teamsCanLook), also);
        await world.Get<ChatLiaison.People.Directory>().LoadAsync(CancellationToken.None);
        return world;
    }

    /// <summary>Another server on the same database, with the same platforms and clock.</summary>
    public async Task<DeskWorld> NeighbourAsync()
    {
        var world = new DeskWorld(Database.ConnectionString, Clock, Slack, Teams);
        await world.Get<ChatLiaison.People.Directory>().LoadAsync(CancellationToken.None);
        return world;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Person Person(string first) => Known.People.Single(p => p.Name.StartsWith(first, StringComparison.Ordinal));

    public Actor Actor(string first = "Dana") => new(Person(first).Id, Person(first).Name, Side.Staff);

    public static Actor Ada { get; } = new(null, "Ada Byrne", Side.Customer);

    public Task<SupportCase> OpenAsync(Priority priority = Priority.P3, string customer = "ACME", string? key = null, Action<UnitOfWork>? also = null)
    {
        var draft = Draft.Case(Known.CustomerByKey(customer)!, priority, Now);
        return Desk.OpenAsync(draft, customer, new CaseEvent(CaseEventKind.Opened, draft.Details.Issue, ForCustomer: true), Ada, key ?? draft.Id.ToString(), also, CancellationToken.None);
    }

    public Task<CaseOutcome> ActAsync(SupportCase c, Func<SupportCase, CaseDecision> rule, Actor? by = null, string key = "") =>
        Desk.ChangeAsync(c.Id, by ?? Actor(), key, Now, rule, CancellationToken.None);

    public async Task<SupportCase> ReadAsync(SupportCase c) => (await Desk.Store.FindAsync(c.Id, CancellationToken.None))!;

    public Task<List<Promise>> PromisesAsync(SupportCase c) => Get<PromiseStore>().ListAsync(c.Id, CancellationToken.None);

    public async Task<List<Promise>> OwedAsync(SupportCase c) => [.. (await PromisesAsync(c)).Where(p => p.IsOwed && !p.IsTimer)];

    public Task<List<TimelineLine>> TimelineAsync(SupportCase c) => Desk.Store.TimelineAsync(c.Id, 1000, CancellationToken.None);

    public Task WatchAsync() => Get<WatchPromisesJob>().RunAsync(Now, CancellationToken.None);

    public Task DoDueActsAsync() => Get<DueActsJob>().RunAsync(Now, CancellationToken.None);

    /// <summary>Moves the clock, and lets the watcher and the ladder do what is due by then.</summary>
    public async Task PassAsync(Duration by)
    {
        Clock.Move(by);
        await WatchAsync();
        await DoDueActsAsync();
    }

    /// <summary>Carries all that can go now, one at a time.</summary>
    public async Task DeliverAsync()
    {
        var (store, courier) = (Get<DeliveryStore>(), Get<Courier>());
        while (true)
        {
            var uncertain = await store.TakeUncertainAsync(Now, [], CancellationToken.None);
            foreach (var message in uncertain)
            {
                await courier.SettleAsync(message, Now, CancellationToken.None);
            }

            var claimed = await store.ClaimAsync(Now, 24, [], CancellationToken.None);
            foreach (var message in claimed)
            {
                await courier.CarryAsync(message, Now, CancellationToken.None);
            }

            if (uncertain.Count + claimed.Count == 0)
            {
                return;
            }
        }
    }

    public async Task PostAsync(params Letter[] letters)
    {
        foreach (var letter in letters)
        {
            await WriteAsync(work => Get<OutboxStore>().Post(work, letter));
        }
    }

    public async Task WriteAsync(Action<UnitOfWork> write)
    {
        await using var work = Database.Begin(Now);
        write(work);
        await work.CommitAsync(CancellationToken.None);
    }

    public Task RunAsync(string sql, params object?[] values) => Database.Ask(sql, values).RunAsync(CancellationToken.None);

    public Task<long> CountAsync(string rows, params object?[] values) =>
        Database.Ask($"select count(*) from {rows}", values).FirstAsync(row => row.Long(0), CancellationToken.None);

    public Task<List<string>> TextsAsync(string sql, params object?[] values) =>
        Database.Ask(sql, values).ListAsync(row => row.Text(0), CancellationToken.None);

    /// <summary>Somebody as the desk knows them, in a room.</summary>
    public Caller Caller(string platformId, bool external = false, string channel = "", string? thread = null) => Get<ICallerDirectory>().Identify(
        new ChatPerson("slack", platformId, platformId, external),
        new ChatPlace("slack", channel.Length == 0 ? PlaceKind.Nowhere : PlaceKind.Channel, channel, thread)) with { Now = Now };

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    private static async Task PrepareAsync(string connectionString)
    {
        await using var world = new DeskWorld(connectionString, new StillClock(Noon), new("slack"), new("teams"));
        await world.Get<DeskStart>().MigrateAsync(CancellationToken.None);
        await world.Get<DeskStart>().ImportSampleAsync(CancellationToken.None);
    }
}
