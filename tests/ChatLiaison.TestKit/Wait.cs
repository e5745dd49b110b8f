using System.Runtime.CompilerServices;

namespace ChatLiaison.TestKit;

/// <summary>Waits for something to become true, and no longer than a bound.</summary>
public static class Wait
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <exception cref="TimeoutException">It did not come true; the message quotes the condition.</exception>
    public static async Task UntilAsync(Func<bool> condition, TimeSpan limit, [CallerArgumentExpression(nameof(condition))] string what = "")
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            if (TimeProvider.System.GetElapsedTime(began) > limit)
                throw new TimeoutException($"Not within {limit.TotalSeconds:0.#} s: {what}");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }
}
