using ChatLiaison.Chat;

namespace ChatLiaison.Commands;

/// <summary>Tells who somebody is. Answers from memory: it stands in the path of every form that must open within three seconds.</summary>
internal interface ICallerDirectory
{
    /// <summary>Who answers questions about the playbook.</summary>
    string SupportContact => "";

    Caller Identify(ChatPerson person, ChatPlace place);
}
