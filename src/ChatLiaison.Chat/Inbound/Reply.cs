namespace ChatLiaison.Chat;

/// <summary>Who sees a card that answers somebody.</summary>
public enum Visibility
{
    /// <summary>The person alone.</summary>
    Private,

    /// <summary>Everyone in the place where they asked.</summary>
    Here,
}

/// <summary>What the desk answers; the adapter carries it out in its platform's way.</summary>
public abstract record Reply
{
    public static Reply Done(CustomerText? text = null) => new DoneReply(text);

    public static Reply Refused(CustomerText reason) => new RefusedReply(reason);

    public static Reply Show(Form form) => new FormReply(form);

    public static Reply Show(Card card, Visibility visibility = Visibility.Private) => new CardReply(card, visibility);

    public static Reply Replace(Card card) => new ReplaceReply(card);

    public static Reply Wrong(params IReadOnlyList<FieldError> errors) => new ErrorsReply(errors);
}

/// <summary>It is done and on disk. The words, if any, are said to the person alone where the platform has a place for them.</summary>
public sealed record DoneReply(CustomerText? Text) : Reply
{
    /// <summary>The person is also written to: the words are said only where they cost no message of their own.</summary>
    public bool AlsoWritten { get; init; }
}

/// <summary>It was not done, and why: one sentence that anyone may read, with what to do instead. An open form stays open, with what was typed.</summary>
public sealed record RefusedReply(CustomerText Reason) : Reply;

/// <summary>Open this form, or go on to it when one is open; the same form again (same action) with more fields keeps what was typed.</summary>
public sealed record FormReply(Form Form) : Reply;

public sealed record CardReply(Card Card, Visibility Visibility) : Reply;

/// <summary>Put this card in the place of the one whose button was pressed, for everyone.</summary>
public sealed record ReplaceReply(Card Card) : Reply;

/// <summary>What is wrong with a field, in one sentence.</summary>
public sealed record FieldError(string FieldId, string Message);

/// <summary>The form stays open with these marks; nothing was stored.</summary>
public sealed record ErrorsReply(IReadOnlyList<FieldError> Errors) : Reply;
