using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>Slash commands. A form is opened before the answer goes out, since the trigger would not outlive it.</summary>
internal sealed class SlackCommands(SlackDesk desk, SlackViews views, SlackInstallation installation, SlackPeople people)
{
    public async ValueTask<SlackAnswer> HandleAsync(SlackCommandPayload payload, CancellationToken cancellationToken)
    {
        if (payload.IsSslCheck)
        {
            return SlackAnswer.Ok;
        }

        if (payload.Command.Length < 2 || payload.UserId.Length == 0)
        {
            return SlackAnswer.Plain(400, "A slash command names a command and a person.");
        }

        var external = installation.IsExternal(payload.TeamId, payload.EnterpriseId, installedTeam: null);
        var call = payload.ToCall(external, SlackTyped.Plain(payload.Text, botId: null, people.Known));
        var reply = await desk.AskAsync(call, static (inbox, call, token) => inbox.CommandAsync(call, token), cancellationToken);
        if (reply is not FormReply { Form: var form })
        {
            return SlackAcks.Of(reply);
        }

        return await views.TryAsync(form, () => views.OpenAsync(payload.TriggerId, form, call.Place, cancellationToken)) ? SlackAnswer.Ok : SlackAcks.Of(new RefusedReply(SlackWords.FormDidNotOpen));
    }
}
