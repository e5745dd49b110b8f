using ChatLiaison.Commands;
using ChatLiaison.Chat;
using ChatLiaison.Escalation;
using ChatLiaison.Jobs;
using ChatLiaison.OnCall;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Extensions;

namespace ChatLiaison;

/// <summary>What must be done before the desk can answer: tables, playbook, directory.</summary>
public sealed class DeskStart(IServiceProvider services)
{
    /// <summary>The problems of the playbook, each with file, line and cure; empty when it is in force.</summary>
    public IReadOnlyList<string> LoadPlaybook(string? path) => services.GetRequiredService<PlaybookSource>().Load(path);

    public Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken) =>
        MigrationRunner.RunAsync(services.GetRequiredService<Database>(), cancellationToken);

    /// <summary>Reads the directory into memory; true when it holds nobody.</summary>
    public async Task<bool> LoadDirectoryAsync(CancellationToken cancellationToken)
    {
        var directory = services.GetRequiredService<People.Directory>();
        await directory.LoadAsync(cancellationToken);
        return directory.Current.People.Count == 0 && directory.Current.Customers.Count == 0;
    }

    /// <summary>Brings the directory to what a file says.</summary>
    /// <param name="replace">The file wins over what chat has changed.</param>
    /// <param name="dryRun">Only say what would change.</param>
    /// <returns>The lines to print, and whether it went well.</returns>
    public async Task<(IReadOnlyList<string> Lines, bool Ok)> ImportAsync(string name, string text, bool replace, bool dryRun, CancellationToken cancellationToken)
    {
        var outcome = await ActivatorUtilities.CreateInstance<DirectoryImport>(services).RunAsync(
            name, text, Context(), new ImportMode(replace, dryRun), Now(), cancellationToken);
        await services.GetRequiredService<People.Directory>().RefreshAsync(cancellationToken);
        return ([.. outcome.Problems, .. outcome.Changes, .. outcome.Kept.Select(k => $"kept: {k}"), .. outcome.Changes.Count > 0 && !dryRun ? Unreached().Select(problem => $"not reached: {problem}") : []], outcome.Problems.Count == 0);
    }

    /// <summary>The small directory that a first start without configuration is given.</summary>
    public Task<(IReadOnlyList<string> Lines, bool Ok)> ImportSampleAsync(CancellationToken cancellationToken) =>
        ImportAsync("sample-directory.yaml", PlaybookFiles.BuiltInText("sample-directory.yaml"), false, false, cancellationToken);

    public string Export() => DirectoryExport.Write(services.GetRequiredService<People.Directory>().Current);

    public static int CheckPlaybook(string? path, TextWriter output) => PlaybookCheck.Run(path, output);

    public IReadOnlyList<CommandSpec> Commands => services.GetRequiredService<CommandCatalog>().Specs;

    public IReadOnlyList<RecurringTick> Ticks() => services.GetRequiredService<JobSchedule>().Ticks();

    /// <summary>Runs every job once, now, as the engine would.</summary>
    public Task RunJobsAsync(CancellationToken cancellationToken) => services.GetRequiredService<JobSchedule>().RunAllAsync(cancellationToken);

    /// <summary>When the team's business hours next begin: later than now, whether they run now or not.</summary>
    public DateTimeOffset NextOpening()
    {
        var calendar = services.GetRequiredService<PlaybookSource>().Current.Calendars.GetValueOrDefault("business") ?? Time.BusinessCalendar.Always;
        var (now, quarter) = (Now(), Duration.FromMinutes(15));
        var at = now;
        while (calendar.IsOpen(at) && at < now + Duration.FromDays(2))
        {
            at += quarter;
        }

        return calendar.NextOpening(at).ToDateTimeOffset();
    }

    /// <summary>When a promise is next to be looked at; null when none runs.</summary>
    public async Task<DateTimeOffset?> NextLookAsync(CancellationToken cancellationToken) =>
        (await services.GetRequiredService<Promises.PromiseStore>().NextLookAsync(cancellationToken))?.ToDateTimeOffset();

    /// <summary>Lets this server's senders look at the queue at once.</summary>
    public void WakeSenders() => services.GetRequiredService<OutboxSignal>().Wake();

    /// <summary>Where the ladder would reach nobody in the next two weeks; empty when all is well.</summary>
    /// <param name="playbook">A playbook that is not in force yet; null for the one that is.</param>
    /// <returns>What to print, what of it must be mended, and whether all is well.</returns>
    public (IReadOnlyList<string> Lines, IReadOnlyList<string> Trouble, bool Ok) CheckLadder(string? playbook = null)
    {
        var problems = new List<string>();
        var source = services.GetRequiredService<PlaybookSource>();
        var checkedOne = playbook is null ? source.Current : PlaybookSource.Read(playbook, problems);
        if (checkedOne is null)
        {
            return (problems, problems, false);
        }

        var report = LadderCheck.Run(checkedOne, services.GetRequiredService<People.Directory>().Current, services.GetRequiredService<Platforms>().Keys, Now());
        return (report.Lines(), [.. report.Trouble()], report.IsWell);
    }

    /// <summary>Who, and which level, would not be reached, as far as the directory tells.</summary>
    public IReadOnlyList<string> Unreached() => ReachRules.Problems(
        services.GetRequiredService<PlaybookSource>().Current, services.GetRequiredService<People.Directory>().Current,
        services.GetRequiredService<Platforms>().Keys, Now());

    /// <summary>The ids of our own rooms and the customers' channels on a platform.</summary>
    public IReadOnlyList<string> RoomsOn(string platform)
    {
        var directory = services.GetRequiredService<People.Directory>().Current;
        var rooms = Enum.GetValues<ChannelUse>().Select(use => directory.Channel(use, platform)).OfType<StaffChannel>().Select(r => (r.Platform, r.ChannelId));
        var customers = directory.Customers.SelectMany(c => c.Channels).Select(c => (c.Platform, c.ChannelId));
        return [.. rooms.Concat(customers).Where(c => c.Platform == platform).Select(c => c.ChannelId).Distinct()];
    }

    /// <summary>A person's turns on call as iCalendar; null when the token is nobody's.</summary>
    public Task<string?> ReadFeedAsync(string token, CancellationToken cancellationToken) =>
        services.GetRequiredService<FeedDesk>().ReadAsync(token, Now(), cancellationToken);

    private DirectoryContext Context()
    {
        var playbook = services.GetRequiredService<PlaybookSource>().Current;
        return new DirectoryContext(services.GetRequiredService<PlatformKeys>().All, [.. playbook.Calendars.Keys], playbook.Organisation.Zone.Id);
    }

    private Instant Now() => services.GetRequiredService<TimeProvider>().GetCurrentInstant();
}
