namespace ChatLiaison.Teams;

/// <summary>
/// Activities of the type invoke: somebody waits, and the HTTP response is the answer. Teams waits five seconds; we take four at most.
/// </summary>
internal sealed class TeamsInvokeActivities(TeamsTaskInvokes tasks, TeamsExtensionInvokes extensions, TeamsCardInvokes cards, TeamsSearchInvokes searches)
{
    /// <summary>The body to answer with, empty for none; null when we don't know this kind.</summary>
    public async Task<ReadOnlyMemory<byte>?> AnswerAsync(TeamsActivity activity, CancellationToken cancellationToken) => activity.Name switch
    {
        "task/fetch" => await tasks.FetchAsync(activity, cancellationToken),
        "task/submit" => await tasks.SubmitAsync(activity, cancellationToken),
        "composeExtension/fetchTask" => await extensions.FetchAsync(activity, cancellationToken),
        "composeExtension/submitAction" => await extensions.SubmitAsync(activity, cancellationToken),
        "adaptiveCard/action" => await cards.ActAsync(activity, cancellationToken),
        "application/search" => await searches.SearchAsync(activity, cancellationToken),
        // Spelled out, since a bare null would turn into an empty body.
        _ => default(ReadOnlyMemory<byte>?),
    };
}
