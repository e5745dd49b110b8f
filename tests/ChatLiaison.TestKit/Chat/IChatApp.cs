using ChatLiaison.Playground;

namespace ChatLiaison.TestKit.Chat;

/// <summary>The hands and eyes of people in one of the two chats, so that a scenario is written once.</summary>
public interface IChatApp : IAsyncDisposable
{
    /// <summary><c>slack</c> or <c>teams</c>.</summary>
    string Key { get; }

    Uri? AppUrl { get; set; }

    /// <summary>Somebody adds the app, as before anything else; a platform may tell us its own address by it.</summary>
    Task AddAppAsync(SamplePerson who);

    string IdOf(SamplePerson person);

    /// <summary>Somebody is let into a channel, whoever they are.</summary>
    Task JoinAsync(SamplePerson who, Room room);

    /// <summary>Types a command, with its slash left out; where a platform has no slash commands, after the bot's name.</summary>
    Task CommandAsync(SamplePerson who, Room room, string words);

    /// <summary>Takes the way in that this person has in this channel and gives the open form.</summary>
    Task<Dialog> EscalateAsync(SamplePerson who, Room room, string text = "");

    /// <summary>Takes the menu of a message.</summary>
    /// <param name="command">The command that the menu's entry calls.</param>
    Task<Dialog> ShortcutAsync(SamplePerson who, Note message, string command = "escalate");

    /// <summary>Presses a button that opens a form.</summary>
    Task<Dialog> OpenAsync(SamplePerson who, Note card, string button);

    /// <summary>Presses a button that acts.</summary>
    Task PressAsync(SamplePerson who, Note card, string button);

    Task<Note> SayAsync(SamplePerson who, Room room, string text, Note? inThreadOf = null);

    /// <summary>Posts words with a file in a channel. What the app hears of it is the platform's own affair.</summary>
    /// <param name="fileName">With its extension, which says whether it is a picture.</param>
    Task<Note> PostFileAsync(SamplePerson who, Room room, string text, string fileName, Note? inThreadOf = null);

    /// <summary>Writes to the bot alone.</summary>
    Task<Note> SayDirectlyAsync(SamplePerson who, string text, Note? inThreadOf = null);

    Task<Note> MentionAsync(SamplePerson who, Room room, string text, Note? inThreadOf = null);

    /// <summary>Everything in a channel that is for all, oldest first.</summary>
    IReadOnlyList<Note> In(Room room);

    /// <summary>The person's own chat with the bot.</summary>
    IReadOnlyList<Note> DirectMessagesOf(SamplePerson who);

    /// <summary>Everything anywhere that this person can see, notices and the open form included.</summary>
    IReadOnlyList<Note> SeenBy(SamplePerson who);

    Task<Submitted> SubmitAsync(Dialog dialog, IReadOnlyDictionary<string, string> values);

    /// <summary>The same submission reaches the app twice: an impatient second press, or the platform's own second try.</summary>
    Task<Submitted> SubmitTwiceAsync(Dialog dialog, IReadOnlyDictionary<string, string> values);

    /// <summary>Presses a button inside the open form that is not its submit button.</summary>
    Task PressInAsync(Dialog dialog, string button);

    /// <summary>Asks for a form's further fields, where the client does not unfold them by itself.</summary>
    Task UnfoldAsync(Dialog dialog, string button);

    /// <summary>How this client's person fills in a moment.</summary>
    /// <param name="field">The field's id.</param>
    IReadOnlyList<(string Field, string Value)> Moment(SamplePerson who, string field, DateTimeOffset at);

    /// <summary>What stands in a field of the open form.</summary>
    string Typed(Dialog dialog, string label);

    /// <summary>The next sends to the platform meet this failure.</summary>
    void Fail(Failing failure, int times = 1, TimeSpan wait = default);

    /// <summary>Takes back the failures that have not been met.</summary>
    void Mend();

    /// <summary>From now on this person can't be written to.</summary>
    void Block(SamplePerson who);

    /// <summary>Calls of ours that the platform would not have taken, and forms that it could not have shown.</summary>
    IReadOnlyList<string> Faults();
}

public enum Failing
{
    /// <summary>429 with Retry-After.</summary>
    TooMany,

    /// <summary>500, nothing done.</summary>
    Broken,

    /// <summary>Done, and the connection breaks before the answer.</summary>
    DoneButUnanswered,

    /// <summary>Done, and the answer never comes.</summary>
    DoneAndHanging,
}
