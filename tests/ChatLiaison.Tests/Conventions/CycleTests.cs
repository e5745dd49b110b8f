using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Conventions;

/// <summary>
/// What is made by a factory can't be checked by the container: two parts that need each other would hang the start without a word. What is
/// needed by way of a <see cref="Lazy{T}"/> or the service provider is looked up later and closes no circle.
/// </summary>
public sealed class CycleTests
{
    private static readonly ILookup<Type, Type> Made = Find();

    [Fact]
    public void No_two_parts_of_the_desk_need_each_other_to_be_made() => Circles(Made).ShouldBeEmpty();

    [Fact]
    public void A_circle_is_said_in_words()
    {
        var circle = Circles(new[] { typeof(Hen), typeof(Egg) }.ToLookup(t => t)).ShouldHaveSingleItem();

        circle.ShouldBe("Hen needs Egg needs Hen: give one of them a Lazy of the other.");
    }

    private static List<string> Circles(ILookup<Type, Type> made)
    {
        var (path, done, found) = (new List<Type>(), new HashSet<Type>(), new List<string>());
        foreach (var type in made.SelectMany(m => m).Distinct())
        {
            Follow(type);
        }

        return found;

        void Follow(Type type)
        {
            if (path.IndexOf(type) is >= 0 and var at)
            {
                found.Add($"{string.Join(" needs ", path.Skip(at).Append(type).Select(t => t.Name))}: give one of them a Lazy of the other.");
            }
            else if (!done.Contains(type))
            {
                path.Add(type);
                foreach (var needed in Needs(type).SelectMany(n => made[n]).Distinct())
                {
                    Follow(needed);
                }

                path.RemoveAt(path.Count - 1);
                done.Add(type);
            }
        }
    }

    /// <summary>The services that a constructor asks for; of a list, each of its kind.</summary>
    private static IEnumerable<Type> Needs(Type type) => type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).Take(1)
        .SelectMany(c => c.GetParameters()).Select(p => p.ParameterType)
        .Select(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(IEnumerable<>) ? t.GetGenericArguments()[0] : t);

    /// <summary>By service, the types that may stand for it: what is registered by type, and for an interface of ours all that have it.</summary>
    private static ILookup<Type, Type> Find()
    {
        var services = new ServiceCollection().AddDesk("Host=nowhere", "slack", "teams");
        var ours = typeof(DeskSetup).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false }).ToList();
        return services
            .SelectMany(s => s.ImplementationType is { } type ? [type]
                : s.ServiceType is { IsInterface: true, IsGenericType: false } ? ours.Where(s.ServiceType.IsAssignableFrom)
                : s.ServiceType is { IsClass: true, IsGenericType: false } && s.ServiceType.Assembly == typeof(DeskSetup).Assembly ? [s.ServiceType] : [],
                (s, type) => (Service: s.ServiceType, Type: type))
            .Distinct().ToLookup(m => m.Service, m => m.Type);
    }

    private sealed class Hen(Egg egg)
    {
        public Egg Egg { get; } = egg;
    }

    private sealed class Egg(Hen hen)
    {
        public Hen Hen { get; } = hen;
    }
}
