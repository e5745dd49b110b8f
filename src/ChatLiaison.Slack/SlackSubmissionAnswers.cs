using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>The bodies that answer a submitted modal. (Slack: updating views with response_action.)</summary>
internal static class SlackSubmissionAnswers
{
    private const int LongestError = 2000;

    public static readonly SlackAnswer Cleared = SlackAnswer.Json("""{"response_action":"clear"}"""u8.ToArray());

    /// <summary>The same form again is drawn in its place; another one goes on top, as long as Slack's three levels allow.</summary>
    public static SlackAnswer Form(Form form, SlackViewState open, JsonElement view)
    {
        var previous = view.Text("previous_view_id");
        var full = previous is { Length: > 0 } && previous != view.Text("root_view_id");
        var action = form.Action == open.Action || full ? "update" : "push";
        return SlackAnswer.Json((action, form, open.Place), static (writer, answer) =>
        {
            writer.WriteStartObject();
            writer.WriteString("response_action", answer.action);
            writer.WritePropertyName("view");
            SlackFormRenderer.WriteView(writer, answer.form, answer.Place);
            writer.WriteEndObject();
        });
    }

    public static SlackAnswer Notice(string action, string title, Card card) => SlackAnswer.Json((action, title, card), static (writer, answer) =>
    {
        writer.WriteStartObject();
        writer.WriteString("response_action", answer.action);
        writer.WritePropertyName("view");
        SlackFormRenderer.WriteNotice(writer, answer.title, answer.card);
        writer.WriteEndObject();
    });

    /// <summary>The sentence stands under the first field, so that the form stays open as it is; without a field it lies on top.</summary>
    public static SlackAnswer Refused(CustomerText reason, JsonElement view) => Inputs(view) is [var first, ..]
        ? Marked(new Dictionary<string, string> { [first] = reason.ToPlain() })
        : Notice("push", "Not done", CustomerCard.Plain(reason));

    public static SlackAnswer Errors(IReadOnlyList<FieldError> errors, JsonElement view)
    {
        var inputs = Inputs(view);
        if (inputs.Count == 0 || errors.Count == 0)
        {
            return Refused(SlackWords.Join(errors), view);
        }

        // Slack refuses an answer that marks anything but an input: what can't be marked is said at the first one.
        var marks = new Dictionary<string, string>();
        foreach (var error in errors)
        {
            var at = inputs.Contains(error.FieldId) ? error.FieldId : inputs[0];
            marks[at] = marks.TryGetValue(at, out var said) ? $"{said} {error.Message}" : error.Message;
        }

        return Marked(marks);
    }

    private static SlackAnswer Marked(Dictionary<string, string> marks) => SlackAnswer.Json(marks, static (writer, marks) =>
    {
        writer.WriteStartObject();
        writer.WriteString("response_action", "errors");
        writer.WriteStartObject("errors");
        foreach (var (field, sentence) in marks)
        {
            writer.WriteString(field, SlackCut.At(sentence, LongestError));
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    private static List<string> Inputs(JsonElement view) =>
        [.. view.List("blocks").Where(b => b.Text("type") == "input").Select(b => b.Text("block_id") ?? "").Where(id => id.Length > 0)];
}
