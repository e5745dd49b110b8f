using ChatLiaison.Chat;

namespace ChatLiaison.Teams;

/// <summary>Somebody types into a searched list (application/search).</summary>
internal sealed class TeamsSearchInvokes(IChatInbox inbox, TeamsPeople people)
{
    private const int MostChoices = 15;

    public async Task<ReadOnlyMemory<byte>> SearchAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        var person = await people.SenderAsync(activity, cancellationToken);
        var query = new ChoiceQuery(person, activity.Value.Text("dataset") ?? "", activity.Value.Text("queryText") ?? "");
        var found = await inbox.SuggestAsync(query, cancellationToken).WaitAsync(cancellationToken);
        return TeamsAnswers.Found([.. found.Take(MostChoices)]);
    }
}
