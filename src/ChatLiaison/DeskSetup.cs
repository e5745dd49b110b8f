using System.Reflection;
using ChatLiaison.Away;
using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.CustomerLog;
using ChatLiaison.Customers;
using ChatLiaison.Digests;
using ChatLiaison.Escalation;
using ChatLiaison.Handover;
using ChatLiaison.Intake;
using ChatLiaison.Jobs;
using ChatLiaison.Knowledge;
using ChatLiaison.Meetings;
using ChatLiaison.OnCall;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using ChatLiaison.Quality;
using ChatLiaison.Questions;
using ChatLiaison.Reports;
using ChatLiaison.Resolution;
using ChatLiaison.Reviews;
using ChatLiaison.Roster;
using ChatLiaison.Storage;
using ChatLiaison.Updates;
using ChatLiaison.Wording;
using ChatLiaison.WorkingThread;
using Microsoft.Extensions.DependencyInjection;

namespace ChatLiaison;

/// <summary>Puts the desk together. Commands, listeners, reactors, cards and jobs are found by scanning: a new one needs no line here.</summary>
public static class DeskSetup
{
    private static readonly Type[] Found =
    [
        typeof(IChatCommand), typeof(IChatListener), typeof(INoticeListener), typeof(ICaseReactor), typeof(ILiveCard), typeof(IDeskJob), typeof(IChoiceSource),
        typeof(ICasePart), typeof(ICaseAspect), typeof(IDueAct), typeof(IDigestPart),
    ];

    /// <param name="connectionString">Where the database is.</param>
    /// <param name="platformKeys">The keys that the directory file may use for people and channels, whether the platform is on or not.</param>
    public static IServiceCollection AddDesk(this IServiceCollection services, string connectionString, params string[] platformKeys)
    {
        services.AddSingleton(_ => new Database(connectionString)).AddSingleton(new PlatformKeys(platformKeys)).AddSingleton<DeskStart>();
        services.AddSingleton<PlaybookSource>();
        AddScanned(services);
        AddPeople(services);
        services.AddSingleton<IChatInbox, DeskInbox>().AddSingleton<CommandCatalog>().AddSingleton<Ears>().AddSingleton<MessageDesk>().AddSingleton<IHomePage, HomePage>();
        services.AddSingleton(p => new Lazy<CommandCatalog>(p.GetRequiredService<CommandCatalog>));
        services.AddSingleton(p => new Lazy<IEnumerable<ILiveCard>>(p.GetServices<ILiveCard>));
        services.AddSingleton<CaseStore>().AddSingleton<CaseDesk>().AddSingleton<CaseActs>().AddSingleton<CaseViews>().AddSingleton<Phrases>().AddSingleton<PhraseStore>().AddSingleton<Proofreader>().AddSingleton<UnderstandingPreview>();
        services.AddSingleton<LeftMessageStore>().AddSingleton<LeftMessageDesk>().AddSingleton<LeftMessageAnswers>().AddSingleton<AwayNotice>();
        services.AddSingleton<CallStore>().AddSingleton<CallForm>().AddSingleton<CallDesk>().AddSingleton<CallSubjects>();
        services.AddSingleton<CoverStore>().AddSingleton<CaseMover>().AddSingleton<DebriefReader>();
        services.AddSingleton<AwaySteps>().AddSingleton<AwayDesk>().AddSingleton<HandBack>();
        services.AddSingleton<IntakeForm>().AddSingleton<Receipts>().AddSingleton<InboxStore>();
        services.AddSingleton<PromiseStore>().AddSingleton<CommitmentStore>().AddSingleton<OwedStore>().AddSingleton<CaseMail>().AddSingleton<WatchOutlets>();
        services.AddSingleton<UpdateDraftStore>().AddSingleton<WorkLines>().AddSingleton<LimitStore>().AddSingleton<QuestionStore>().AddSingleton<UpdateStores>().AddSingleton<UpdateDesk>().AddSingleton<PromiseList>().AddSingleton<CustomerCaseList>().AddSingleton<CustomerGlances>();
        services.AddSingleton<Ladder>().AddSingleton<EscalationMail>().AddSingleton<AskStore>().AddSingleton<ClimbQuestions>().AddSingleton<MoveUp>().AddSingleton<PassOn>();
        services.AddSingleton<ReachStore>().AddSingleton<ReachChecks>();
        services.AddSingleton<OutboxStore>().AddSingleton<OutboxSignal>().AddSingleton<BundlePace>().AddSingleton<DeliveryStore>().AddSingleton<DeliveryFailures>().AddSingleton<DeadLetters>().AddSingleton<Redirection>();
        services.AddSingleton<Courier>().AddSingleton<Audiences>().AddSingleton<Discretion>().AddSingleton<Platforms>().AddSingleton<WorkspaceBudget>().AddSingleton<IPlatformMemory, PlatformMemory>();
        services.AddSingleton<ResolutionStore>().AddSingleton<ResolutionMail>().AddSingleton<StillPromised>();
        services.AddKnowledge();
        services.AddSingleton<ReviewStore>().AddSingleton<ReviewForm>().AddSingleton<ReviewActions>();
        services.AddSingleton<DigestStore>().AddSingleton<EndingsStore>().AddSingleton<DigestDesk>().AddSingleton<TallyStore>();
        services.AddSingleton<KpiStore>().AddSingleton<KpiReader>().AddSingleton<PatternStore>().AddSingleton<PatternReader>();
        services.AddSingleton<ImprovementStore>().AddSingleton<ImprovementDesk>().AddSingleton<ImproveForm>().AddQuality();
        services.AddSingleton<InteractionStore>().AddSingleton<LogReader>().AddSingleton<LogDesk>().AddHandover()
            .AddSingleton<MeetingStore>().AddSingleton<MeetingPlanner>().AddSingleton<MeetingDesk>();
        services.AddSingleton<JobSchedule>();
        services.AddSingleton<OutboxSender>().AddHostedService(p => p.GetRequiredService<OutboxSender>());
        return services;
    }

    private static void AddPeople(IServiceCollection services)
    {
        services.AddSingleton<PersonDesk>().AddSingleton<PersonMail>().AddSingleton<LinkCodeStore>().AddSingleton<Linking>();
        services.AddSingleton<OnCallDesk>().AddSingleton<SwapStore>().AddSingleton<SwapDesk>().AddSingleton<FeedStore>().AddSingleton<FeedDesk>();
        services.AddSingleton<PersonStore>().AddSingleton<StaffChannelStore>().AddSingleton<RotationStore>().AddSingleton<StaffReader>().AddSingleton<CustomerStore>().AddSingleton<CustomerBook>();
        services.AddSingleton(p => p.GetRequiredService<PersonStore>().Absences);
        services.AddSingleton<ChangeMarks>().AddSingleton<People.Directory>();
        services.AddSingleton<ICallerDirectory>(p => p.GetRequiredService<People.Directory>());
        services.AddHostedService<DirectoryWatch>();
    }

    private static void AddScanned(IServiceCollection services)
    {
        foreach (var type in Assembly.GetExecutingAssembly().GetTypes().Where(t => t is { IsClass: true, IsAbstract: false }))
        {
            foreach (var role in Found.Where(role => role.IsAssignableFrom(type)))
            {
                services.AddSingleton(type);
                services.AddSingleton(role, p => p.GetRequiredService(type));
            }
        }
    }
}

/// <summary>The platforms that this build knows, by the key that configuration and the directory use.</summary>
internal sealed record PlatformKeys(IReadOnlyList<string> All);
