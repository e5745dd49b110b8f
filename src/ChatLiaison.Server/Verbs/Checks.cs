using System.CommandLine;
using ChatLiaison.Chat;

namespace ChatLiaison.Server.Verbs;

/// <summary>The verbs that look and tell.</summary>
internal static class Checks
{
    public static async Task<int> LadderAsync(OfflineDesk desk, ParseResult parsed, CancellationToken cancellationToken)
    {
        await desk.ReadyAsync(cancellationToken);
        var (lines, _, ok) = desk.Start.CheckLadder(parsed.GetValue<string?>("path"));
        Console.WriteLine(string.Join(Environment.NewLine, lines));
        return ok ? 0 : 1;
    }

    /// <summary>One line a thing: what is well, and what is not with its cure.</summary>
    public static async Task<int> DoctorAsync(OfflineDesk desk, ParseResult parsed, CancellationToken cancellationToken)
    {
        var trouble = desk.Settings.Problems.ToList();
        var problems = await desk.ReadyAsync(cancellationToken);
        Console.WriteLine("Database: answers and is up to date.");
        trouble.AddRange(problems);
        Console.WriteLine(problems.Count == 0 ? "Playbook: in order." : "Playbook: has problems, see below.");
        trouble.AddRange(await PlatformsAsync(desk, cancellationToken));
        trouble.AddRange(desk.Start.CheckLadder().Trouble);
        trouble.AddRange(desk.Start.Unreached().Except(trouble));
        Console.WriteLine(trouble.Count == 0 ? "All is well." : string.Join(Environment.NewLine, trouble));
        return trouble.Count == 0 ? 0 : 1;
    }

    private static async Task<List<string>> PlatformsAsync(OfflineDesk desk, CancellationToken cancellationToken)
    {
        var trouble = new List<string>();
        foreach (var platform in desk.Services.GetServices<IChatPlatform>())
        {
            foreach (var room in desk.Start.RoomsOn(platform.Key))
            {
                try
                {
                    var answer = await platform.CheckChannelAsync(room, cancellationToken);
                    if (!answer.Reached)
                    {
                        trouble.Add($"{platform.Abilities.DisplayName}, channel {room}: {answer.Reason}");
                    }
                }
                catch (ChatPlatformException e)
                {
                    trouble.Add($"{platform.Abilities.DisplayName}: {e.Message}");
                    break;
                }
            }
        }

        return trouble;
    }
}
