using ChatLiaison.Chat;
using ChatLiaison.Customers;
using ChatLiaison.Digests;
using ChatLiaison.Handover;
using ChatLiaison.Knowledge;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using ChatLiaison.Quality;
using ChatLiaison.Reports;
using ChatLiaison.Storage;
using ChatLiaison.TestKit;
using ChatLiaison.Wording;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using StaffDirectory = ChatLiaison.People.Directory;

namespace ChatLiaison.Tests.Reports;

/// <summary>A database with two customers and a management channel, to which tests add cases and promises; now is Monday at nine.</summary>
internal sealed class ReportsTown : IAsyncDisposable
{
    public static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 9, 0);

    private readonly OutboxSignal signal = new();

    private ReportsTown(Database database)
    {
        Database = database;
        Directory = new(new StaffReader(new PersonStore(database), new StaffChannelStore(database), new RotationStore(database)), new CustomerBook(new CustomerStore(database)), new ChangeMarks(database), new PlaybookSource());
        IDigestPart[] parts =
        [
            new TeamDigest(new KudosStore(database), new PulseStore(database), Improvements(database), Directory), new EndingsDigest(new EndingsStore(database), Playbooks),
            new HandoffDigest(new HandoffTally(database)), new KnowledgeDigest(new KnowledgeTally(database), Playbooks), new PhraseDigest(new PhraseStore(database), Playbooks),
        ];
        Desk = new(new DigestStore(database), new TallyStore(database), parts, Playbooks, Directory, new Platforms([], new(() => [])));
    }

    public Database Database { get; }

    public PlaybookSource Playbooks { get; } = new();

    public StaffDirectory Directory { get; }

    public DigestDesk Desk { get; }

    public static async Task<ReportsTown> CreateAsync(string rooms = "management")
    {
        var town = new ReportsTown(new Database(await TestPostgres.NewDatabaseAsync(MigrateAsync)));
        await town.RunAsync("insert into customers (key, name) values ('ACME', 'Acme Ltd'), ('BETA', 'Beta Inc')");
        foreach (var room in rooms.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            await town.AddRoomAsync(room);
        }

        await town.Directory.LoadAsync(CancellationToken.None);
        return town;
    }

    public async Task AddRoomAsync(string use, string platform = "slack")
    {
        await RunAsync("insert into staff_channels (use, platform, channel_id) values ($1, $2, 'C0' || upper($1))", use, platform);
        await Directory.RefreshAsync(CancellationToken.None);
    }

    /// <summary>A job as another server would have it.</summary>
    public WeeklyDigestJob Job() => new(Database, Desk, Directory, new OutboxStore(signal), NullLogger<WeeklyDigestJob>.Instance);

    /// <summary>Adds a case; times are hours before <see cref="Monday"/>, and null for what has not happened.</summary>
    public async Task<Guid> CaseAsync(
        string reference, double opened, double? answered = null, double? resolved = null, string priority = "P3", int level = 0,
        string sentiment = "", bool restricted = false, int customer = 1)
    {
        var id = Guid.NewGuid();
        await RunAsync(
            """
            insert into cases (id, customer_id, reference, title, status, priority, proposed_priority, type, understanding, level, restricted,
                contact_name, platform, channel_id, sentiment, opened_at, opened_by, first_response_at, resolved_at, details, policy_version)
            values ($1, $2, $3, 'Secret of ' || $3, $4, $5, $5, 'bug', 'Unconfirmed', $6, $7, 'Ada', 'slack', 'C1', $8, $9, 'Ada', $10, $11, '{}', 'v')
            """,
            id, customer, reference, resolved is null ? "Investigating" : "Resolved", priority, level, restricted, sentiment, Ago(opened), Ago(answered), Ago(resolved));
        return id;
    }

    public Task PromiseAsync(Guid? caseId, string kind, string state, double? fulfilled = null, double? broken = null, string priority = "P3", double started = 200, int level = 0, int customer = 1) => RunAsync(
        """
        insert into promises (id, case_id, customer_id, kind, state, level, reason, priority, policy_version, calendar, started_at, span, counted_to, fulfilled_at, broken_at)
        values (gen_random_uuid(), $1, $2, $3, $4, $5, 'why', $6, 'v', 'business', $7, 1, $7, $8, $9)
        """,
        caseId, customer, kind, state, level, priority, Ago(started), Ago(fulfilled), Ago(broken));

    public Task<List<string>> PostedAsync() => Database.Ask("select card from outbox order by seq")
        .ListAsync(row => ChatJson.ReadCard(row.Text(0)).ToPlain(), CancellationToken.None);

    public Task RunAsync(string sql, params object?[] values) => Database.Ask(sql, values).RunAsync(CancellationToken.None);

    /// <summary>What the other capabilities have to say in the digest of the week that ends now.</summary>
    public async Task<string> SaidAsync()
    {
        var report = await Desk.ReadAsync(DigestWeek.Ending(Monday, DateTimeZone.Utc), CancellationToken.None);
        return report.Parts.Aggregate(StaffCard.Titled("x"), (card, part) => card.Facts(part.Facts)).ToPlain();
    }

    public async ValueTask DisposeAsync()
    {
        Directory.Dispose();
        signal.Dispose();
        await Database.DisposeAsync();
    }

    public ImprovementDesk Improvements(Database database) =>
        new(new ImprovementStore(database), new KpiReader(new KpiStore(database), new DigestStore(database), Playbooks, Directory));

    private static Instant? Ago(double? hours) => hours is { } some ? Monday - Duration.FromHours(some) : null;

    private static async Task MigrateAsync(string connectionString)
    {
        await using var database = new Database(connectionString);
        await MigrationRunner.RunAsync(database, CancellationToken.None);
    }
}
