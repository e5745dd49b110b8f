using Microsoft.Extensions.DependencyInjection;

namespace ChatLiaison.Handover;

/// <summary>What handing over needs beside what is found by scanning.</summary>
internal static class HandoverSetup
{
    public static IServiceCollection AddHandover(this IServiceCollection services) => services
        .AddSingleton<HandoffStore>().AddSingleton<HandoffTally>().AddSingleton<ChangeStore>().AddSingleton<LinkStore>().AddSingleton<BugReportStore>()
        .AddSingleton<AlikeCases>().AddSingleton<BriefSources>().AddSingleton<BriefReader>().AddSingleton<BriefMail>().AddSingleton<EngineeringNews>()
        .AddSingleton<HandoverDesk>().AddSingleton<HandoverPromises>().AddSingleton<BriefSending>().AddSingleton<HookDesk>();
}
