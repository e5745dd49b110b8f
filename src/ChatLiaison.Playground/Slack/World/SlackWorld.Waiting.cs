namespace ChatLiaison.Playground.Slack;

public sealed partial class SlackWorld
{
    /// <summary>Waits until the world shows something, looking again after each change.</summary>
    /// <param name="look">Returns what was looked for, or null while it is not there.</param>
    /// <param name="within">How long to wait, by the wall clock (5 seconds when null).</param>
    /// <exception cref="TimeoutException">It did not come.</exception>
    public async Task<T> WaitForAsync<T>(Func<SlackWorld, T?> look, TimeSpan? within = null)
        where T : class
    {
        var seen = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        void OnChange(object? sender, SlackChangeEventArgs change) => Look();
        void Look()
        {
            if (look(this) is { } found)
            {
                seen.TrySetResult(found);
            }
        }

        Changed += OnChange;
        try
        {
            Look();
            return await seen.Task.WaitAsync(within ?? TimeSpan.FromSeconds(5));
        }
        finally
        {
            Changed -= OnChange;
        }
    }
}
