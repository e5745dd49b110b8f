using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Cases;

/// <summary>A command that does one thing with one case, called by name or by a button that carries the case's id.</summary>
internal abstract class CaseActCommand(CaseActs acts) : IChatCommand
{
    public abstract CommandSpec Spec { get; }

    public virtual Access Access => Access.Staff;

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) =>
        acts.ActOnAsync(caller, call, (c, by) => Decide(c, by, caller), Done, cancellationToken);

    public Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        acts.ActAsync(caller, press.Key, press.Value, (c, by) => Decide(c, by, caller), Done, cancellationToken);

    /// <summary>What becomes of the case; a refusal says why not.</summary>
    protected abstract CaseDecision Decide(SupportCase c, Actor by, Caller caller);

    /// <summary>What the person who did it is told.</summary>
    protected abstract CustomerText Done(SupportCase c);
}

/// <summary>A command that asks something about one case in a form, called by name or by a button, and does what was filled in.</summary>
internal abstract class CaseFormCommand(CaseActs acts) : IChatCommand
{
    public abstract CommandSpec Spec { get; }

    public virtual Access Access => Access.Staff;

    public virtual string? Formerly => null;

    protected CaseActs Acts { get; } = acts;

    public virtual async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (found, refusal) = await Acts.FindAsync(caller, call, cancellationToken);
        return found is null ? refusal! : Ask(caller, found);
    }

    public virtual async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        await Acts.FindAsync(caller, press.Value, cancellationToken) is { } found ? Ask(caller, found) : CaseActs.NoSuchCase("");

    public abstract Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken);

    /// <summary>The form, or a refusal when there is nothing to ask.</summary>
    protected abstract Reply Ask(SupportCase c);

    /// <summary>The same, where it matters who asks.</summary>
    protected virtual Reply Ask(Caller caller, SupportCase c) => Ask(c);
}
