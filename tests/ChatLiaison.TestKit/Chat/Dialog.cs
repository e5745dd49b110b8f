using ChatLiaison.Playground;

namespace ChatLiaison.TestKit.Chat;

/// <summary>A form that one person has open.</summary>
public sealed class Dialog(IChatApp app, SamplePerson who)
{
    public SamplePerson Who => who;

    /// <summary>Fills fields in, by label, and presses the form's button.</summary>
    public Task<Submitted> SubmitAsync(params (string Label, string Value)[] values) =>
        app.SubmitAsync(this, values.ToDictionary(v => v.Label, v => v.Value, StringComparer.Ordinal));

    /// <summary>Presses another button of the form than the one that submits it.</summary>
    public Task PressAsync(string button) => app.PressInAsync(this, button);

    public string Typed(string label) => app.Typed(this, label);

    public Task<Submitted> SubmitTwiceAsync(params (string Label, string Value)[] values) =>
        app.SubmitTwiceAsync(this, values.ToDictionary(v => v.Label, v => v.Value, StringComparer.Ordinal));
}

/// <summary>What became of a form.</summary>
/// <param name="Taken">It was taken and closed.</param>
/// <param name="Sent">It reached the app; false when the client kept it because something was missing.</param>
/// <param name="Said">The sentences shown with it.</param>
public sealed record Submitted(bool Taken, bool Sent, string Said);
