namespace ChatLiaison.Outbox;

/// <summary>Wakes this server's senders when something was queued here; the sweep finds what other servers left behind.</summary>
internal sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim semaphore = new(0, 1);

    public void Wake()
    {
        try
        {
            if (semaphore.CurrentCount == 0)
            {
                semaphore.Release();
            }
        }
        catch (SemaphoreFullException)
        {
            // Somebody else woke them between the look and the release: they are awake.
        }
    }

    /// <summary>Waits until woken, at most for the given time.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => semaphore.WaitAsync(atMost, cancellationToken);

    public void Dispose() => semaphore.Dispose();
}
