namespace ChatLiaison.Teams;

/// <summary>Which activity goes where. Types we don't know are taken and left alone, as the protocol asks.</summary>
internal sealed class TeamsActivities(TeamsMessageActivities messages, TeamsInvokeActivities invokes, TeamsUpdateActivities updates)
{
    public TeamsInvokeActivities Invokes { get; } = invokes;

    public Task TakeAsync(TeamsActivity activity, CancellationToken cancellationToken) => activity.Type switch
    {
        "message" => messages.TakeAsync(activity, cancellationToken),
        _ => updates.TakeAsync(activity, cancellationToken),
    };
}
