using ChatLiaison.Customers;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;
using ChatLiaison.TestKit;
using NodaTime;

namespace ChatLiaison.Tests.People;

/// <summary>A fresh database with its tables, and the directory on it as one server has it.</summary>
internal sealed class DirectoryWorld : IAsyncDisposable
{
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 12, 0);

    public static readonly DirectoryContext Context = new(["slack", "teams"], ["always", "business"], "UTC");

    private DirectoryWorld(Database database)
    {
        Database = database;
        People = new PersonStore(database);
        Rooms = new StaffChannelStore(database);
        Customers = new CustomerStore(database);
        Book = new CustomerBook(Customers);
        Rotations = new RotationStore(database);
        Directory = new ChatLiaison.People.Directory(new StaffReader(People, Rooms, Rotations), Book, new ChangeMarks(database), new ChatLiaison.Playbook.PlaybookSource());
    }

    public Database Database { get; }

    public PersonStore People { get; }

    public StaffChannelStore Rooms { get; }

    public RotationStore Rotations { get; }

    public CustomerStore Customers { get; }

    public CustomerBook Book { get; }

    public ChatLiaison.People.Directory Directory { get; }

    public static string Sample => PlaybookFiles.BuiltInText("sample-directory.yaml");

    public static async Task<DirectoryWorld> EmptyAsync() => new(new Database(await TestPostgres.NewDatabaseAsync(PrepareAsync)));

    public static async Task<DirectoryWorld> WithSampleAsync()
    {
        var world = await EmptyAsync();
        await world.ImportAsync(Sample);
        return world;
    }

    /// <summary>Another server on the same database.</summary>
    public DirectoryWorld Neighbour() => new(new Database(Database.ConnectionString));

    /// <summary>Imports and reads the directory again.</summary>
    public async Task<ImportOutcome> ImportAsync(string text, ImportMode? mode = null)
    {
        var outcome = await new DirectoryImport(Database, People, Rooms, Rotations, Customers)
            .RunAsync("directory.yaml", text, Context, mode ?? new ImportMode(), Now, CancellationToken.None);
        await Directory.RefreshAsync(CancellationToken.None);
        return outcome;
    }

    /// <summary>Does some writes in one transaction, as chat would, and reads the directory again.</summary>
    public async Task WriteAsync(Func<UnitOfWork, Task> write)
    {
        await using (var work = Database.Begin(Now))
        {
            await write(work);
            await work.CommitAsync(CancellationToken.None);
        }

        await Directory.RefreshAsync(CancellationToken.None);
    }

    public Task WriteAsync(Action<UnitOfWork> write) => WriteAsync(work =>
    {
        write(work);
        return Task.CompletedTask;
    });

    public Person Person(string name) => Directory.Current.People.Single(p => p.Name.StartsWith(name, StringComparison.Ordinal));

    public Customer Customer(string key) => Directory.Current.CustomerByKey(key) ?? throw new ArgumentException(key);

    public async ValueTask DisposeAsync()
    {
        Directory.Dispose();
        await Database.DisposeAsync();
    }

    private static async Task PrepareAsync(string connectionString)
    {
        await using var database = new Database(connectionString);
        await MigrationRunner.RunAsync(database, CancellationToken.None);
    }
}
