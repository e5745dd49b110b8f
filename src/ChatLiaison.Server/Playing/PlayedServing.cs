using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using ChatLiaison.Chat;
using ChatLiaison.Playground;
using ChatLiaison.Playground.Time;
using ChatLiaison.Server.Hosting;
using ChatLiaison.Server.Verbs;
using ChatLiaison.Slack;
using ChatLiaison.Teams;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatLiaison.Server.Playing;

/// <summary>
/// The server proper as the playground runs it: the same server in a process of its own, by the playground's clock. Its settings and orders
/// come by its standard input; when that ends, the playground is gone, and so is it.
/// </summary>
internal static class PlayedServing
{
    private static readonly Lock Output = new();

    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        if (await Console.In.ReadLineAsync(cancellationToken) is not { } line)
        {
            await Console.Error.WriteLineAsync("This verb is for the playground, which starts it by itself. Start the playground by: serve");
            return 1;
        }

        if (line == Orders.Stop)
        {
            return 0;
        }

        // The terminal's Ctrl-C reaches the playground too, which then says when to stop.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        var handOver = HandOver.Read(line);
        using var clock = PlaygroundClock.Open(handOver.ClockPath);
        return await Serving.ServeAsync(
            handOver.Settings, handOver.ConnectionString, args,
            builder =>
            {
                builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
                builder.Services.AddSingleton<IHostLifetime, OrderedLifetime>();
                builder.WebHost.UseUrls("http://127.0.0.1:0");
            },
            (app, start) =>
            {
                Say(new Answer(0, Address: app.Urls.First(), Offer: OfferOf(app.Services, start)));
                _ = Task.Run(() => ObeyAsync(app, start), CancellationToken.None);
            },
            cancellationToken);
    }

    private static async Task ObeyAsync(WebApplication app, DeskStart start)
    {
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var order = line.Split(' ', 2);
            if (order[0] == Orders.Stop)
            {
                app.Lifetime.StopApplication();
                return;
            }

            _ = Task.Run(() => ObeyAsync(order[0], int.Parse(order[1], CultureInfo.InvariantCulture), start, app.Lifetime.ApplicationStopping));
        }

        // The playground is gone.
        Environment.Exit(1);
    }

    private static async Task ObeyAsync(string order, int number, DeskStart start, CancellationToken stop)
    {
        DateTimeOffset? when = null;
        try
        {
            switch (order)
            {
                case Orders.Jobs:
                    await start.RunJobsAsync(stop);
                    start.WakeSenders();
                    when = await start.NextLookAsync(stop);
                    break;
                case Orders.Wake:
                    start.WakeSenders();
                    break;
                case Orders.Opening:
                    when = start.NextOpening();
                    break;
            }
        }
#pragma warning disable CA1031 // What an order could not do is done by the next tick; the playground waits for an answer all the same.
        catch (Exception problem) when (!stop.IsCancellationRequested)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync($"The playground's order {order} failed: {problem.Message}");
        }

        Say(new Answer(number, when));
    }

    private static PlayedOffer OfferOf(IServiceProvider services, DeskStart start)
    {
        var platforms = services.GetServices<IChatPlatform>().ToDictionary(p => p.Key, p => p.Abilities, StringComparer.Ordinal);
        IReadOnlyList<OfferedGap> Gaps(string key) => [.. platforms[key].Gaps.Select(g => new OfferedGap(g.Need, g.Instead))];
        return new PlayedOffer(
            SlackManifest.Render(start.Commands, GeneratedFiles.PublicUrl), TeamsManifest.Render(start.Commands, GeneratedFiles.AppId, new Uri(GeneratedFiles.PublicUrl)),
            [.. start.Commands.Select(c => new OfferedCommand(c.Name, c.Usage, c.Summary))], Gaps("slack"), Gaps("teams"));
    }

    private static void Say(Answer answer)
    {
        lock (Output)
        {
            Console.Out.WriteLine(Orders.Mark + JsonSerializer.Serialize(answer));
            Console.Out.Flush();
        }
    }

    /// <summary>It stops when it is told to, and by no signal of its own.</summary>
    private sealed class OrderedLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
