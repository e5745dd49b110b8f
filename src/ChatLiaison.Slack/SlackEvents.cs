using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.Slack;

/// <summary>
/// The Events API. 200 is said when the desk has committed; anything else lets Slack deliver again, and no delivery is dropped unread.
/// </summary>
internal sealed class SlackEvents(SlackMessages messages, SlackNotices notices, SlackHome home, SlackMessageIntake intake, ILogger<SlackEvents> log)
{
    public async ValueTask<SlackAnswer> HandleAsync(JsonElement envelope, CancellationToken cancellationToken)
    {
        switch (envelope.Text("type"))
        {
            case "url_verification":
                return SlackAnswer.Plain(200, envelope.Text("challenge") ?? "");
            case "event_callback":
                return await EventAsync(SlackEvent.Read(envelope), cancellationToken);
            case "app_rate_limited":
                log.LogWarning("Slack holds back events: more than 30,000 in an hour. What is missed is read from history at the next connection or start");
                return SlackAnswer.Ok;
            case var other:
                log.LogWarning("Slack sent an event envelope of the unknown kind {Kind}; nothing was done with it", other);
                return SlackAnswer.Plain(400, "This kind of envelope is not known here; nothing was done.");
        }
    }

    private async ValueTask<SlackAnswer> EventAsync(SlackEvent happened, CancellationToken cancellationToken)
    {
        if (happened.Type is "app_mention" || (happened.Type == "message" && happened.Body.Text("subtype") is null or "file_share" or "thread_broadcast"))
        {
            return await intake.TakeAsync(happened, happened.Body, cancellationToken);
        }

        if (happened.Type == "app_home_opened")
        {
            return await HomeAsync(happened, cancellationToken);
        }

        return await notices.TakeAsync(happened, cancellationToken);
    }

    private async ValueTask<SlackAnswer> HomeAsync(SlackEvent happened, CancellationToken cancellationToken)
    {
        if (happened.Body.Text("tab") != "home" || happened.Body.Text("user") is not { Length: > 0 } user)
        {
            return SlackAnswer.Ok;
        }

        var person = await messages.PersonAsync(happened, happened.Body, user, cancellationToken);
        return SlackAnswer.Then(token => home.DrawAsync(person, token));
    }
}
