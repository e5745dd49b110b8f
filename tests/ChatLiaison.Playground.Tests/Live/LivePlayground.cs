using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ChatLiaison.TestKit;
using Xunit;

namespace ChatLiaison.Playground.Tests.Live;

/// <summary>The playground as ./run.sh starts it: a process of its own with its page's API, in a folder of its own.</summary>
public sealed class LivePlayground : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly TestFolder _folder = TestFolder.Make();
    private PlaygroundProcess? _process;

    internal PlaygroundProcess Process => _process!;

    internal string Folder => _folder.Path;

    public HttpClient Http { get; } = new() { Timeout = Patience };

    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _process = await PlaygroundProcess.StartAsync(_folder.Path);
        Address = _process.Address ?? throw new InvalidOperationException($"The playground did not start: {_process.Said}");
        Http.BaseAddress = new Uri(Address, "api/");
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_process is { } process)
        {
            await process.DisposeAsync();
        }

        await _folder.DisposeAsync();
    }

    public async Task<JsonNode> WorldAsync() => JsonNode.Parse(await Http.GetStringAsync("world"))!;

    public async Task<JsonNode> PostAsync(string path, object body)
    {
        using var answer = await Http.PostAsJsonAsync(path, body);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    /// <summary>Waits until the world shows something.</summary>
    public async Task<T> SeesAsync<T>(Func<JsonNode, T?> look, string what)
        where T : class
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var world = await WorldAsync();
            if (look(world) is { } found)
            {
                return found;
            }

            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new TimeoutException($"Nobody saw {what}. The latest: {world["happenings"]?.ToJsonString()} {world["faults"]?.ToJsonString()} {world["clock"]?.ToJsonString()}");
            }

            await Task.Delay(100);
        }
    }

    /// <summary>Moves the clock and waits until it is there.</summary>
    public async Task MoveAsync(object how)
    {
        var moved = await PostAsync("time", how);
        if (!(bool)moved["ok"]!)
        {
            throw new InvalidOperationException((string)moved["said"]!);
        }

        await SeesAsync(w => w["clock"]!["walk"] is null ? w : null, "the walk's end");
    }

    public Task UpAsync() => SeesAsync(w => (string)w["faults"]!["server"]!["state"]! == "up" ? w : null, "the server up again");
}
