using ChatLiaison.Chat;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.Slack;

/// <summary>Opens, redraws and stacks modals. Each call hangs on a trigger that lives three seconds.</summary>
internal sealed class SlackViews(SlackApi api, ILogger<SlackViews> log)
{
    /// <summary>Whether a form was shown in the way that is tried; a person waits for it, so that a failure is an answer and no exception.</summary>
    public async ValueTask<bool> TryAsync(Form form, Func<Task<SlackResult>> show)
    {
        try
        {
            var result = await show();
            if (!result.IsOk)
            {
                log.LogWarning("Slack did not open the form {Action}: {Error}", form.Action, result.Error);
            }

            return result.IsOk;
        }
        catch (ChatPlatformException e)
        {
            log.LogWarning(e, "Slack did not open the form {Action}", form.Action);
            return false;
        }
    }

    public Task<SlackResult> OpenAsync(string trigger, Form form, ChatPlace place, CancellationToken cancellationToken) =>
        CallAsync("views.open", ("trigger_id", trigger), form, place, cancellationToken);

    public Task<SlackResult> PushAsync(string trigger, Form form, ChatPlace place, CancellationToken cancellationToken) =>
        CallAsync("views.push", ("trigger_id", trigger), form, place, cancellationToken);

    /// <summary>Draws an open form anew; what was typed stays where the ids are the same.</summary>
    public Task<SlackResult> UpdateAsync(string viewId, Form form, ChatPlace place, CancellationToken cancellationToken) =>
        CallAsync("views.update", ("view_id", viewId), form, place, cancellationToken);

    /// <summary>Shows a card in a dialog: on top of the open one, or by itself.</summary>
    public async Task ShowAsync(string trigger, bool onTop, string title, Card card, CancellationToken cancellationToken)
    {
        var json = JsonBuffer.Rent();
        var writer = json.Writer;
        writer.WriteStartObject();
        writer.WriteString("trigger_id", trigger);
        writer.WritePropertyName("view");
        SlackFormRenderer.WriteNotice(writer, title, card);
        writer.WriteEndObject();
        var result = await api.PostAsync(onTop ? "views.push" : "views.open", json, cancellationToken, SlackApi.TriggerPatience);
        json.Dispose();
        result.Demand();
    }

    public async Task PublishHomeAsync(string userId, Card card, CancellationToken cancellationToken)
    {
        var json = JsonBuffer.Rent();
        var writer = json.Writer;
        writer.WriteStartObject();
        writer.WriteString("user_id", userId);
        writer.WriteStartObject("view");
        writer.WriteString("type", "home");
        SlackCardRenderer.WriteBlocks(writer, card, SlackCardRenderer.MostInView);
        writer.WriteEndObject();
        writer.WriteEndObject();
        var result = await api.PostAsync("views.publish", json, cancellationToken);
        json.Dispose();
        result.Demand();
    }

    private async Task<SlackResult> CallAsync(string method, (string Name, string Value) handle, Form form, ChatPlace place, CancellationToken cancellationToken)
    {
        var json = JsonBuffer.Rent();
        var writer = json.Writer;
        writer.WriteStartObject();
        writer.WriteString(handle.Name, handle.Value);
        writer.WritePropertyName("view");
        SlackFormRenderer.WriteView(writer, form, place);
        writer.WriteEndObject();
        var result = await api.PostAsync(method, json, cancellationToken, SlackApi.TriggerPatience);
        json.Dispose();
        return result;
    }
}
