using System.Globalization;
using ChatLiaison.Benchmarks.Data;
using ChatLiaison.Cases;
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
using NodaTime;

namespace ChatLiaison.Benchmarks.Measures;

/// <summary>How long a week's digest and the queues take with very many cases.</summary>
internal static class DigestBenchmark
{
    private const int Rounds = 60;

    private static readonly Instant Until = Instant.FromUtc(2026, 11, 23, 9, 0);

    /// <param name="args">How many cases, and the connection string of a database that is filled already; both may be left out.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var cases = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        await using var database = new Database(args.Length > 1 ? args[1] : await FilledAsync(cases));
        using var directory = new People.Directory(
            new StaffReader(new PersonStore(database), new StaffChannelStore(database), new RotationStore(database)), new CustomerBook(new CustomerStore(database)), new ChangeMarks(database), new PlaybookSource());
        await directory.LoadAsync(CancellationToken.None);
        var playbooks = new PlaybookSource();
        IDigestPart[] parts =
        [
            TeamOf(database, directory), new EndingsDigest(new EndingsStore(database), playbooks), new HandoffDigest(new HandoffTally(database)),
            new KnowledgeDigest(new KnowledgeTally(database), playbooks), new PhraseDigest(new PhraseStore(database), playbooks),
        ];
        var desk = new DigestDesk(new DigestStore(database), new TallyStore(database), parts, playbooks, directory, new Platforms([], new(() => [])));
        var store = new CaseStore(database);
        var owner = ManyCases.OwnerId(7);

        Console.WriteLine((await desk.DrawAsync(DigestWeek.Ending(Until, DateTimeZone.Utc), null, CancellationToken.None)).ToPlain());
        await MeasureAsync("digest", () => desk.DrawAsync(DigestWeek.Ending(Until, DateTimeZone.Utc), null, CancellationToken.None));
        await MeasureAsync("queue of one", () => store.ListOpenAsync(owner, null, 20, CancellationToken.None));
        await MeasureAsync("queue of a customer", () => store.ListOpenAsync(null, 5, 20, CancellationToken.None));
        await MeasureAsync("queue of all", () => store.ListOpenAsync(null, null, 20, CancellationToken.None));
        return 0;
    }

    private static TeamDigest TeamOf(Database database, People.Directory directory) => new(
        new KudosStore(database), new PulseStore(database),
        new ImprovementDesk(new ImprovementStore(database), new KpiReader(new KpiStore(database), new DigestStore(database), new PlaybookSource(), directory)), directory);

    private static async Task<string> FilledAsync(int cases)
    {
        var connectionString = await TestPostgres.NewDatabaseAsync();
        await using var database = new Database(connectionString);
        await MigrationRunner.RunAsync(database, CancellationToken.None);
        await ManyCases.FillAsync(database.Source, cases, promisesEach: 2, Until, CancellationToken.None);
        return connectionString;
    }

    private static async Task MeasureAsync(string what, Func<Task> act)
    {
        var taken = new List<double>(Rounds);
        for (var i = 0; i < Rounds; i++)
        {
            var began = TimeProvider.System.GetTimestamp();
            await act();
            taken.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
        }

        // The first rounds warm up the code and the statements.
        var first = taken[0];
        taken.RemoveRange(0, 10);
        taken.Sort();
        Console.WriteLine($"{what}: first {first:0.0} ms, then median {taken[taken.Count / 2]:0.0}, 95th {taken[taken.Count * 95 / 100]:0.0}, longest {taken[^1]:0.0}");
    }
}
