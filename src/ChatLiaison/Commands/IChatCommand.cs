using ChatLiaison.Chat;

namespace ChatLiaison.Commands;

/// <summary>Who may call a command and press its buttons.</summary>
internal enum Access
{
    Anyone,

    /// <summary>Anyone of our organisation, in the directory or not.</summary>
    Organisation,

    /// <summary>Our people who are in the directory.</summary>
    Staff,

    /// <summary>Management, executive and admin.</summary>
    Management,

    Admin,
}

/// <summary>
/// One command with its words, its form and its buttons. The catalog finds it by scanning. Actions of its buttons and forms are named
/// <c>{last word of the name}.{verb}</c>, so <c>/liaison digest</c> answers <c>digest.show</c>.
/// </summary>
internal interface IChatCommand
{
    CommandSpec Spec { get; }

    Access Access => Access.Staff;

    /// <summary>What its actions began with before, so that buttons and forms which stand in chat are still answered; null for nothing else.</summary>
    string? Formerly => null;

    Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken);

    Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Refused(CustomerText.Of($"That button is from an older version. Ask for the card again with /case.")));

    Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Refused(CustomerText.Of($"That form is from an older version. Close it and open it again.")));
}

/// <summary>Hears plain messages. Listeners are asked in order until one answers; null means that it is not this listener's matter.</summary>
internal interface IChatListener
{
    /// <summary>Lower is asked first.</summary>
    int Order { get; }

    Task<Reply?> HearAsync(Caller caller, ChatMessage message, CancellationToken cancellationToken);
}

/// <summary>Hears notices; every listener gets every notice.</summary>
internal interface INoticeListener
{
    Task NoticeAsync(ChatNotice notice, NodaTime.Instant now, CancellationToken cancellationToken);
}

/// <summary>Fills a searched list as a person types.</summary>
internal interface IChoiceSource
{
    string Name { get; }

    IReadOnlyList<Choice> Find(Caller caller, string typed);
}
