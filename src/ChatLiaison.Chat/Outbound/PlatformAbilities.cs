using NodaTime;

namespace ChatLiaison.Chat;

/// <summary>What a platform can do, as data: the adapter chooses the fallback in one place, and the parity page is made from it.</summary>
public sealed record PlatformAbilities
{
    /// <summary>The platform's name as people say it.</summary>
    public required string DisplayName { get; init; }

    /// <summary>A form can open straight from typed words.</summary>
    public required bool OpensFormFromText { get; init; }

    /// <summary>A field can be marked wrong after submitting; else the form is shown again with the sentences on top.</summary>
    public required bool MarksFields { get; init; }

    /// <summary>A message in a channel can be for one person's eyes; else it goes to their direct conversation.</summary>
    public required bool PrivateInChannel { get; init; }

    /// <summary>Slash commands work inside threads; else a mention, a button or a message action must do.</summary>
    public required bool CommandsInThreads { get; init; }

    /// <summary>Hidden fields unfold in the client; else the form is drawn anew.</summary>
    public required bool UnfoldsFields { get; init; }

    /// <summary>Files can be attached in a form.</summary>
    public required bool FilesInForms { get; init; }

    /// <summary>There is a home page for each person.</summary>
    public required bool HasHomePage { get; init; }

    /// <summary>A sent message can be found again by our id, so an uncertain send is settled by looking.</summary>
    public required bool FindsSentMessages { get; init; }

    /// <summary>Messages of a channel arrive without the bot being named (everywhere, or where it was granted).</summary>
    public required string ReadsChannels { get; init; }

    /// <summary>How many sends to one conversation are allowed in a window, as the platform documents.</summary>
    public required IReadOnlyList<SendLimit> PerConversation { get; init; }

    /// <summary>The same for the whole workspace or tenant.</summary>
    public required IReadOnlyList<SendLimit> PerWorkspace { get; init; }

    /// <summary>Each thing that the platform can't do as the other can, and what is done instead.</summary>
    public required IReadOnlyList<ParityGap> Gaps { get; init; }
}

/// <summary>At most <paramref name="Count"/> sends within <paramref name="Window"/>.</summary>
public sealed record SendLimit(int Count, Duration Window);

/// <param name="Need">What people want to do.</param>
/// <param name="Instead">What happens on this platform.</param>
public sealed record ParityGap(string Need, string Instead);
