using System.Diagnostics;
using ChatLiaison.Server.Settings;

namespace ChatLiaison.TestKit;

/// <summary>The server as a process of its own, for what only a real death shows. It runs by the wall clock and with its real jobs.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);
    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(Process process) => _process = process;

    public Uri Address => _address.Task.Result;

    public static async Task<ServerProcess> StartAsync(ServerSettings settings, string connectionString)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "ChatLiaison.Server.dll"), "serve", "--urls", "http://127.0.0.1:0" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in Environment(settings, connectionString))
        {
            start.Environment[name] = value;
        }

        var server = new ServerProcess(Process.Start(start)!);
        server._process.OutputDataReceived += (_, line) => server.Hear(line.Data);
        server._process.BeginOutputReadLine();
        var errors = server._process.StandardError.ReadToEndAsync();
        var first = await Task.WhenAny(server._address.Task, errors, Task.Delay(Patience));
        return first == server._address.Task ? server
            : throw new InvalidOperationException($"The server did not start: {(errors.IsCompleted ? await errors : "it said nothing")}");
    }

    /// <summary>Kills it as a power cut does: nothing of it runs on.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static IEnumerable<(string, string)> Environment(ServerSettings settings, string connectionString)
    {
        yield return ("ConnectionStrings__ChatLiaison", connectionString);
        if (settings.Slack is { } slack)
        {
            yield return ("Slack__SigningSecret", slack.SigningSecret);
            yield return ("Slack__BotToken", slack.BotToken);
            yield return ("Slack__ApiUrl", slack.ApiUrl.ToString());
        }

        if (settings.Teams is { } teams)
        {
            yield return ("Teams__AppId", teams.AppId);
            yield return ("Teams__AppPassword", teams.AppPassword);
            yield return ("Teams__TenantId", teams.TenantId ?? "");
            yield return ("Teams__OpenIdMetadataUrl", teams.OpenIdMetadataUrl.ToString());
            yield return ("Teams__TokenUrl", teams.TokenUrl.ToString());
            yield return ("Teams__AllowedServiceHosts", string.Join(',', teams.AllowedServiceHosts));
        }
    }

    private void Hear(string? line)
    {
        const string Said = "ChatLiaison is running at ";
        if (line?.IndexOf(Said, StringComparison.Ordinal) is >= 0 and var at)
        {
            _address.TrySetResult(new Uri(line[(at + Said.Length)..].Split(' ')[0]));
        }
    }
}
