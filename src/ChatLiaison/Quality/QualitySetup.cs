using Microsoft.Extensions.DependencyInjection;

namespace ChatLiaison.Quality;

/// <summary>What good words and the question of confidence need beside what is found by scanning.</summary>
internal static class QualitySetup
{
    public static IServiceCollection AddQuality(this IServiceCollection services) => services
        .AddSingleton<KudosStore>().AddSingleton<KudosMail>().AddSingleton<PraiseDesk>().AddSingleton<PulseStore>();
}
