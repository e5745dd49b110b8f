using System.Collections.Concurrent;
using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Teams;

/// <summary>How a form is shown this time.</summary>
/// <param name="Zone">The person's IANA zone.</param>
/// <param name="Card">The id of the message whose button opened it, if any.</param>
/// <param name="Typed">What was filled in before, by input id; it goes before what the form itself suggests.</param>
/// <param name="Errors">What is wrong with what was filled in.</param>
internal sealed record TeamsFormView(
    string Zone, string? Card, IReadOnlyDictionary<string, string>? Typed = null, IReadOnlyList<FieldError>? Errors = null);

/// <summary>
/// A form as an Adaptive Card for a dialog. The form travels in its own submit data, so that any server can show it again with what was
/// typed; one too large for that is kept in this server's memory for a while.
/// </summary>
internal sealed class TeamsFormRenderer
{
    private const int LargestTravelling = TeamsFit.Ceiling / 3;
    private const int MostKept = 256;
    private readonly ConcurrentDictionary<string, Form> _kept = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    public ReadOnlyMemory<byte> Render(Form form, TeamsFormView view)
    {
        var json = ChatJson.Write(form);
        var travels = json.Length <= LargestTravelling;
        var envelope = new TeamsEnvelope(
            form.Action,
            form.State,
            form.Token,
            view.Card,
            view.Zone,
            [.. form.AllFields.OfType<ChoiceField>().Where(f => f.Multiple).Select(f => f.Id)],
            [.. form.AllFields.OfType<MomentField>().Select(f => f.Id)],
            travels ? null : Keep(form))
        {
            Form = travels ? json : null,
        };
        return TeamsFit.Draw((textMost, itemMost) => Draw(form, view, envelope, textMost, itemMost));
    }

    /// <summary>The form that this submission was made from; null when it was too large to travel and is no longer kept here.</summary>
    public Form? FormOf(TeamsEnvelope envelope)
    {
        try
        {
            return envelope.Form is { } json ? ChatJson.ReadForm(json) : envelope.Kept is { } key ? _kept.GetValueOrDefault(key) : null;
        }
        catch (Exception malformed) when (malformed is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    private static ReadOnlyMemory<byte> Draw(Form form, TeamsFormView view, TeamsEnvelope envelope, int textMost, int itemMost) => TeamsJson.Write(json =>
    {
        var canvas = new TeamsCanvas(json, textMost, itemMost, inDialog: true);
        json.WriteStartObject();
        json.WriteString("type", "AdaptiveCard");
        json.WriteString("version", "1.5");
        json.WriteStartArray("body");
        TeamsFields.Body(canvas, form, view);
        json.WriteEndArray();
        json.WriteStartArray("actions");
        json.WriteStartObject();
        json.WriteString("type", "Action.Submit");
        json.WriteString("title", form.Submit);
        json.WriteString("style", "positive");
        json.WriteStartObject("data");
        envelope.Write(json);
        json.WriteEndObject();
        json.WriteEndObject();
        TeamsButtons.InForm(canvas, form.Back);
        json.WriteEndArray();
        if (canvas.Mentions.Any)
        {
            json.WriteStartObject("msteams");
            canvas.Mentions.Write(json);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    });

    private string Keep(Form form)
    {
        var key = form.Token.Length > 0 ? form.Token : Guid.NewGuid().ToString("N");
        if (_kept.TryAdd(key, form))
        {
            _order.Enqueue(key);
        }
        else
        {
            _kept[key] = form;
        }

        while (_kept.Count > MostKept && _order.TryDequeue(out var oldest))
        {
            _kept.TryRemove(oldest, out _);
        }

        return key;
    }
}
