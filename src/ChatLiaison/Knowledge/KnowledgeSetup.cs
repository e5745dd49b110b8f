using Microsoft.Extensions.DependencyInjection;

namespace ChatLiaison.Knowledge;

/// <summary>What knowledge needs beside what is found by scanning.</summary>
internal static class KnowledgeSetup
{
    public static IServiceCollection AddKnowledge(this IServiceCollection services) => services
        .AddSingleton<ScenarioStore>().AddSingleton<ScenarioDesk>()
        .AddSingleton<KnowledgeStore>().AddSingleton<KnowledgeBook>().AddSingleton<KnowledgeDraft>().AddSingleton<KnowledgeDesk>().AddSingleton<KnowledgeTally>()
        .AddHostedService<KnowledgeWatch>();
}
